/** Where a text stops being JSON: position and wording, and a position for every text that the reader refuses. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText } from '../../../core/validate/read/json-text.ts';
import { findSyntaxError } from '../../../site/src/tools/validate/syntax.ts';
import { runs } from '../../support/runs.ts';

describe('findSyntaxError', () => {
  it.each<[string, string, number, number, RegExp]>([
    ['nothing', '', 1, 1, /^a value/],
    ['a word', 'resource "x" {}', 1, 1, /^a value/],
    ['an open object', '{', 1, 2, /^a comma or }/],
    ['an open list', '[\n  1,\n  2', 3, 4, /^a comma or ]/],
    ['two commas', '{\n  "a": 1,,\n}', 2, 10, /^a name in double quotes/],
    ['two commas in a list', '[1,,2]', 1, 4, /^a value/],
    ['a comma missing', '{"a": 1 "b": 2}', 1, 9, /^a comma/],
    ['a colon missing', '{"a" 1}', 1, 6, /^a colon/],
    ['single quotes', "{'a': 1}", 1, 2, /double quotes/],
    ['a comment without its end', '[\n  /* none\n]', 2, 3, /ends with \*\//],
    ['a second value', '{}\n{}', 2, 1, /^the end of the text/],
    ['a number with a leading zero', '[01]', 1, 3, /^a comma/],
    ['a number without its end', '[1.]', 1, 2, /^a whole number/],
    ['a wrong bracket', '{"a": [1}', 1, 9, /^a comma/],
    ['a text without its end', '["a\n"]', 1, 2, /ends with a double quote/],
    ['a tab in a text', '["\t"]', 1, 2, /without control characters/],
    ['a wrong escape', '["\\x"]', 1, 2, /after a backslash/],
    ['a wrong code point', '["\\u00g0"]', 1, 2, /hexadecimal/],
  ])('%s', (_, text, line, column, expected) => {
    const problem = findSyntaxError(text);
    expect(problem).toMatchObject({ line, column });
    expect(problem?.expected).toMatch(expected);
  });

  it.each([
    '"\u007f\u0085"',
    ' [ ] ',
    '-0.5e+3',
    '"\\u00e9 \\" \\\\"',
    '{"":{}}',
    '{"a": [1,],}',
    '[\n  // none\n] /* at all */',
  ])('takes %j', (text) => {
    expect(parseJsonText(text)).toBeDefined();
    expect(findSyntaxError(text)).toBeUndefined();
  });

  it('does not overflow the stack', () => {
    expect(findSyntaxError('['.repeat(200_000))).toBeUndefined();
  });

  it('takes what the platform takes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(4), (text, indent) => {
        const printed = JSON.stringify(JSON.parse(text), null, indent);
        expect(findSyntaxError(printed)).toBeUndefined();
      }),
    );
  });

  it('finds a position in every text that the reader refuses', () => {
    const damaged = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(',', '{', ']', '"', ':', '0'))
      .map(([text, at, put]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + put + text.slice(index + 1);
      })
      .filter((text) => parseJsonText(text) === undefined);
    fc.assert(
      fc.property(damaged, (text) => {
        expect(findSyntaxError(text)).toBeDefined();
      }),
      runs(1000),
    );
  });
});
