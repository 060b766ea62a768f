/** Which flows count: those in the field or those in a file, and what becomes of further files. */

import { expect, it, test } from 'vitest';
import { isFlowsFile, isFlowsText } from '../../../site/src/tools/validate/flows-field.ts';
import { flowsAndTexts } from '../../../site/src/tools/validate/own-flows.ts';
import { readTexts } from '../../../site/src/tools/validate/texts.ts';

const chosen = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([path, text]) => ({ path, file: new File([text], path) }));

test.each<[what: string, field: string, file: string | undefined, counts: string, unused: boolean]>(
  [
    ['the field alone', 'field', undefined, 'field', false],
    ['the file where the field is empty', '', 'file', 'file', false],
    ['the file where the field is blank', '\n \n', 'file', 'file', false],
    ['the field before a file, which is named as not used', 'field', 'file', 'field', true],
    ['the field before a blank file', 'field', '\n', 'field', false],
    ['neither', '', undefined, '', false],
  ],
)('%s', (_, field, file, counts, unused) => {
  const read = file === undefined ? undefined : { path: 'a/my.flows.yaml', text: file };
  const texts = { files: [], ownFlows: read, ignored: ['x.png'] };
  const result = flowsAndTexts(field, texts);
  expect(result.ownFlows).toBe(counts);
  expect(result.texts.ignored).toEqual(unused ? ['x.png', 'a/my.flows.yaml'] : ['x.png']);
});

it('reads one flows file, and names the others as not used even where a source names them', async () => {
  const { files, ownFlows, ignored } = await readTexts(
    chosen({
      'main.bicep': '// see b.flows.yaml, workflows.yaml',
      'a.flows.yaml': 'flows: a',
      'b.flows.yaml': 'flows: b',
      'workflows.yaml': 'on: push',
    }),
  );
  expect(ownFlows).toEqual({ path: 'a.flows.yaml', text: 'flows: a' });
  expect(files.map(({ path }) => path)).toEqual(['main.bicep', 'workflows.yaml']);
  expect(ignored).toEqual(['b.flows.yaml']);
});

test.each([
  ['apim-atlas.flows.yaml', true],
  ['infra/flows.yml', true],
  ['my-flows.YAML', true],
  ['workflows.yaml', false],
  ['flows.json', false],
])('%s is a flows file: %s', (path, expected) => {
  expect(isFlowsFile(path)).toBe(expected);
});

test.each([
  ['flows:\n  - name: a\n', true],
  ['# ours\n\nflows:\n', true],
  ['---\nflows:\n', true],
  ['# ours\r\n--- # one\r\n# two\r\n\r\nflows:\r\n', true],
  ['--- flows:\n', false],
  ['{ "flows": [] }', false],
  ['resource flows: x', false],
])('%j is the text of a flows file: %s', (text, expected) => {
  expect(isFlowsText(text)).toBe(expected);
});
