/** The ladder as a file of its own, and as text. */

import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { ladderFile } from '../../../../core/render/drawing/ladder-file.ts';
import { type Ladder, mostBytes } from '../../../../core/render/drawing/rule-ladder.ts';
import { textLadder } from '../../../../core/render/drawing/text-ladder.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 200 });
const index = fc.nat({ max: 15 });
const ladder: fc.Arbitrary<Ladder> = fc.record({
  title: fc.constant('Outbound rules by priority'),
  columns: fc.array(name, { maxLength: 16 }),
  neededColumns: fc.nat({ max: 16 }),
  rules: fc.array(
    fc.record({
      name,
      priority: fc.nat({ max: 65_500 }).map(String),
      access: fc.constantFrom('ALLOW', 'DENY', 'UNKNOWN'),
      takes: fc.uniqueArray(index),
      matches: fc.uniqueArray(index),
      hiddenBy: fc.array(name, { maxLength: 4 }),
    }),
    { maxLength: 60 },
  ),
});

it('has its own style, fits 360 px and is at most 8 kB', () => {
  fc.assert(
    fc.property(ladder, (input) => {
      const svg = ladderFile(input);
      expect(new TextEncoder().encode(svg).length).toBeLessThanOrEqual(mostBytes);
      expect(Number(/ width="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(360);
      const style = /<style>(.*?)<\/style>/s.exec(svg)?.[1] ?? '';
      const classes = [...svg.matchAll(/ class="([^"]*)"/g)].map(([, used]) => used ?? '');
      const unstyled = classes.filter(
        (used) => !/atlas-drawing|^rule$/.test(used) && !style.includes(`.${used}{`),
      );
      expect(unstyled).toEqual([]);
      expect(style).toContain('prefers-color-scheme:dark');
    }),
    { numRuns: 100 },
  );
});

const rule = { access: 'ALLOW', takes: [], matches: [], hiddenBy: [] } as const;

test.each<[what: string, rules: Ladder['rules'], lines: string[]]>([
  ['no rules', [], []],
  [
    'each kind of rule',
    [
      { ...rule, name: 'denySql', priority: '90', access: 'DENY', takes: [0], matches: [0] },
      { ...rule, name: 'allowSql', priority: '100', matches: [0], hiddenBy: ['denySql'] },
      { ...rule, name: 'both', priority: '4000', takes: [1, 2], matches: [1, 2] },
      { ...rule, name: 'open', priority: '?', access: 'UNKNOWN', matches: [1] },
      { ...rule, name: 'two\nlines', priority: '4096' },
    ],
    [
      '  90  denySql    deny       decides 1433 Sql',
      ' 100  allowSql   allow      hidden by denySql',
      '4000  both       allow      decides 443 Storage, 80 Internet',
      '   ?  open       undecided  decides none that are left',
      '4096  two\ufffdlines  allow      no documented traffic',
    ],
  ],
  [
    'more rules than lines',
    Array.from({ length: 42 }, (_, at) => ({ ...rule, name: 'r', priority: String(100 + at) })),
    [
      ...Array.from({ length: 40 }, (_, at) => `${100 + at}  r  allow  no documented traffic`),
      '2 more rules',
    ],
  ],
  [
    'a deny behind more rules than lines',
    [
      ...Array.from({ length: 60 }, (_, at) => ({
        ...rule,
        name: 'r',
        priority: String(100 + at),
      })),
      { ...rule, name: 'd', priority: '200', access: 'DENY', takes: [0], matches: [0] },
    ],
    [
      ...Array.from({ length: 39 }, (_, at) => `${100 + at}  r  allow  no documented traffic`),
      '200  d  deny   decides 1433 Sql',
      '21 more rules',
    ],
  ],
])('as text it has %s', (_, rules, lines) => {
  const columns = ['1433 Sql', '443 Storage', '80 Internet'];
  expect(textLadder({ title: 'Outbound rules by priority', columns, rules }).split('\n')).toEqual([
    'Outbound rules by priority',
    ...lines,
  ]);
});
