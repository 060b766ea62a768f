/** The block of a line, and the rule around it. */

import { expect, test } from 'vitest';
import { blockAt, ruleAround } from '../../../site/src/tools/validate/text-block.ts';

const json = [
  '{ "name": "nsg", "securityRules": [', // 1
  '  {',
  '    "name": "A{",',
  '    "properties": {', // 4
  '      "priority": 100',
  '    }',
  '  },', // 7
  '  { "name": "B" },',
  '  {',
  '    "destinationPortRanges": [', // 10
  '      "80"',
  '    ],',
  '    "sourceApplicationSecurityGroups": [', // 13
  '      {',
  '        "id": "asg"',
  '      }', // 16
  '    ]',
  '  }, {',
  '    "name": "D"', // 19
  '  }',
  '], "tags": {',
  '  "owner": "me"', // 22
  '}}',
].join('\n');

test.each([
  [2, [2, 7]],
  [3, [3, 3]],
  [4, [4, 6]],
  [8, [8, 8]],
] as const)('line %i opens the block %j', (line, [first, last]) => {
  expect(blockAt(json, line)).toEqual({ first, last });
});

test.each([
  [1, [1, 1]],
  [2, [2, 7]],
  [3, [2, 7]],
  [4, [2, 7]],
  [5, [2, 7]],
  [6, [2, 7]],
  [7, [2, 7]],
  [8, [8, 8]],
  [10, [9, 18]],
  [11, [9, 18]],
  [13, [9, 18]],
  [19, [18, 20]],
] as const)('line %i is in the rule %j', (line, [first, last]) => {
  expect(ruleAround(json, line)).toEqual({ first, last });
});

const template = [
  '{',
  '  "name": "nsg",', // 2
  '  "location": "westeurope",',
  '  "properties": {',
  '    "securityRules": [', // 5
  '      {',
  '        "name": "A"',
  '      }', // 8
  '    ]',
  '  }',
  '}',
].join('\n');

test.each([1, 2, 3, 4, 5, 9, 10])('line %i is in no rule', (line) => {
  expect(ruleAround(template, line)).toEqual({ first: line, last: line });
});

const bicep = [
  "resource nsg 'group' = { // don't (", // 1
  '  properties: {',
  '    /* { it',
  "       isn't", // 4
  '    */',
  '    securityRules: [',
  '      {', // 7
  '        // a port: {',
  "        name: 'a-{' # [",
  '        properties: {', // 10
  '          priority: 100',
  '        }',
  '      }', // 13
  '    ]',
  '  }',
  '}',
].join('\n');

test.each([
  [1, [1, 1]],
  [8, [7, 13]],
  [11, [7, 13]],
] as const)('comments and strings count no brackets: line %i', (line, [first, last]) => {
  expect(ruleAround(bicep, line)).toEqual({ first, last });
});

test('a block that never ends is one line', () => {
  expect(blockAt('{\na', 1)).toEqual({ first: 1, last: 1 });
});

// Each would take minutes where the time grows with the square of the length.
test.each([
  ['an open string', `"${'\\"'.repeat(500_000)}`],
  ['open comments', '/*'.repeat(500_000)],
  ['open brackets', '{['.repeat(500_000)],
  ['objects on one line', `[${'{"properties": {}},'.repeat(50_000)}]`],
])('a megabyte of %s is read once', (_, text) => {
  expect(ruleAround(text, 1)).toEqual({ first: 1, last: 1 });
  expect(blockAt(text, 1)).toEqual({ first: 1, last: 1 });
});
