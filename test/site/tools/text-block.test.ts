/** The block of a line, and the rule around it. */

import { expect, test } from 'vitest';
import { blockAt, ruleAround } from '../../../site/src/tools/validate/text-block.ts';

const json = [
  '{ "securityRules": [', // 1
  '  {',
  '    "name": "A{",',
  '    "properties": {', // 4
  '      "priority": 100',
  '    }',
  '  },', // 7
  '  { "name": "B" }',
  ']}',
];

test.each([
  [2, [2, 7]],
  [3, [3, 3]],
  [4, [4, 6]],
  [8, [8, 8]],
] as const)('line %i opens the block %j', (line, [first, last]) => {
  expect(blockAt(json, line)).toEqual({ first, last });
});

test.each([
  [2, [2, 7]],
  [3, [2, 7]],
  [5, [2, 7]],
  [6, [2, 7]],
  [7, [2, 7]],
  [8, [8, 8]],
] as const)('line %i is in the rule %j', (line, [first, last]) => {
  expect(ruleAround(json, line)).toEqual({ first, last });
});

test('a block that never ends is one line', () => {
  expect(blockAt(['{', 'a'], 1)).toEqual({ first: 1, last: 1 });
});
