/** Terraform's JSON spelling. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the templates are Terraform's

import { describe, expect, it } from 'vitest';
import {
  parseJsonFile,
  parseJsonValues,
} from '../../../../../core/validate/read/hcl/json-syntax.ts';
import { outline } from '../../../../support/hcl-syntax.ts';

describe('.tf.json', () => {
  it.each<[string, unknown, string]>([
    ['blocks and their labels', { resource: { a: { b: { c: 1 } } } }, 'resource a b{c=1}'],
    ['lists of blocks', { locals: [{ a: 1 }, { b: 2 }] }, 'locals{a=1}; locals{b=2}'],
    [
      'several under one label',
      { provider: { p: [{ a: 1 }, { a: 2 }] } },
      'provider p{a=1}; provider p{a=2}',
    ],
    [
      'templates',
      { locals: { a: 'x${b}', c: ['$${d}'] } },
      'locals{a=(template "x" b); c=(list "${d}")}',
    ],
    ['templates in keys', { locals: { a: { '${b}': 1 } } }, 'locals{a=(object (template b) 1)}'],
    ['comments', { '//': 'x', locals: { '//': 'y', a: null } }, 'locals{a=null}'],
    [
      'types of variables',
      { variable: { v: { type: 'list(string)', default: ['${x}'] } } },
      'variable v{type=(list() string); default=(list "${x}")}',
    ],
    [
      'dynamic blocks',
      {
        resource: {
          a: {
            b: { dynamic: { r: { for_each: '${x}', iterator: 'i', content: { n: '${i.key}' } } } },
          },
        },
      },
      'resource a b{dynamic r{for_each=(template x); iterator=i; content{n=(template i.key)}}}',
    ],
    ['what Terraform does not know', { other: { a: 1 } }, ''],
  ])('%s', (_, document, expected) => {
    const { body, problems } = parseJsonFile(JSON.stringify(document), 0);
    expect(problems).toEqual([]);
    expect(outline(body)).toBe(expected);
  });

  it.each([
    ['{"locals": {"a": }', 'this is not JSON: ValueExpected'],
    ['[]', 'the file must contain a JSON object'],
    ['{"locals": 1}', 'expected an object for locals'],
    ['{"locals": {"a": "${"}}', 'a string or template is not closed before the end of the file'],
    [`{"a": ${'['.repeat(20_000)}`, 'the JSON is nested more than 150 deep'],
  ])('%.40s', (text, message) => {
    const { body, problems } = parseJsonFile(text, 0);
    expect(problems[0]?.message).toBe(message);
    expect(body.hasGaps).toBe(true);
  });
});

it('reads values as they are', () => {
  const { body } = parseJsonValues('{"a": "${b}", "c": {"d": [1, true]}}', 0);
  expect(outline(body)).toBe('a="${b}"; c=(object "d" (list 1 true))');
});
