/** The log of a reading says where each part of a deployment was found, and holds no value of the document. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { validateDocument } from '../../../../core/validate/validate-document.ts';

const linesOf = (document: unknown) => {
  const lines: string[] = [];
  validateDocument(document, {
    serviceTagFiles: [],
    whatIf: 'NONE',
    log: (line) => lines.push(line),
  });
  return lines;
};

it.each([
  ['exported-resources', 'template or list of resources'],
  ['plan-separate-rules', 'Terraform plan or state'],
])('%s', (name, kind) => {
  const url = new URL(`../../../fixtures/documents/${name}.json`, import.meta.url);
  const text = readFileSync(url, 'utf8');
  const lines = linesOf(JSON.parse(text));
  expect(lines[0]).toBe(`document: ${kind}, 1 locations`);
  expect(lines[1]).toMatch(/^location 0 has a subnet, a security group/);
  expect(lines.filter((line) => / comes from \/document/.test(line)).length).toBeGreaterThan(2);
  const values = [...text.matchAll(/"(?:name|addressPrefix|location)": "([^"]{4,})"/g)];
  expect(values.length).toBeGreaterThan(3);
  expect(values.filter(([, value = '']) => lines.join('\n').includes(value))).toEqual([]);
});
