/** The status of a port rule in one word: at each edition, and for rules that no edition lists. */

import { describe, expect, it, test } from 'vitest';
import { changesBetween } from '../../../core/answers/changes.ts';
import { statementsOf } from '../../../core/answers/port-table.ts';
import { type RuleStatusSince, ruleStatus } from '../../../core/answers/rule-status.ts';
import { InputError } from '../../../core/input-error.ts';
import { catalog, editions, portRuleById } from '../../../data/index.ts';
import type { IsoDate, PortRule } from '../../../data/model.ts';

const ruleOf = (id: string): PortRule => {
  const rule = portRuleById.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
};
const wordOf = (rule: PortRule, edition?: IsoDate) => {
  const { status, since } = ruleStatus(rule, edition) ?? {};
  return status && `${status} ${since}`;
};

test.each<[id: string, edition: IsoDate, expected: string | undefined]>([
  ['azure-sql', '2019-09-09', 'REQUIRED 2019-09-09'],
  ['azure-sql', '2026-04-30', 'REQUIRED 2019-09-09'],
  ['azure-monitor', '2021-08-06', 'RECOMMENDED 2019-09-09'],
  ['azure-monitor', '2023-01-06', 'OPTIONAL 2023-01-06'],
  ['azure-monitor', '2025-06-17', 'REQUIRED 2023-11-29'],
  ['traffic-manager', '2023-01-06', undefined],
  ['traffic-manager', '2026-04-30', 'CONDITIONAL 2023-11-29'],
  ['smtp', '2019-09-09', undefined],
  ['smtp', '2021-08-06', 'RECOMMENDED 2021-08-06'],
  ['smtp', '2023-01-06', 'REMOVED 2023-01-06'],
  ['smtp', '2026-04-30', 'REMOVED 2023-01-06'],
  ['v2-key-vault', '2025-06-17', undefined],
  ['v2-key-vault', '2026-04-30', 'REQUIRED 2025-12-01'],
])('%s at %s', (id, edition, expected) => expect(wordOf(ruleOf(id), edition)).toBe(expected));

type Row = PortRule['statements'][number];
const row = (edition: IsoDate, platform: 'STV1' | 'STV2', necessity: Row['necessity']): Row => ({
  ...(ruleOf('azure-sql').statements[0] as Row),
  edition,
  platforms: [platform],
  necessity,
});

describe('a rule', () => {
  const madeOf = (...statements: Row[]) => ({ ...ruleOf('azure-sql'), statements });

  it('that comes back counts from its return', () => {
    const rule = madeOf(
      row('2019-09-09', 'STV1', 'REQUIRED'),
      row('2023-01-06', 'STV2', 'REQUIRED'),
    );
    expect(editions.slice(0, 4).map((edition) => wordOf(rule, edition))).toEqual([
      'REQUIRED 2019-09-09',
      'REMOVED 2021-08-06',
      'REQUIRED 2023-01-06',
      'REMOVED 2023-11-29',
    ]);
  });

  it.each([
    ['STV1', 'STV2'],
    ['STV2', 'STV1'],
  ] as const)('with a row for %s and one for %s has the word of stv2', (...platforms) => {
    const rule = madeOf(
      ...platforms.map((platform) =>
        row('2023-01-06', platform, platform === 'STV2' ? 'OPTIONAL' : 'REQUIRED'),
      ),
    );
    expect(wordOf(rule, '2023-01-06')).toBe('OPTIONAL 2023-01-06');
  });
});

describe.each(editions)('at %s', (edition) => {
  const listed = new Map(
    statementsOf(edition, undefined).map(({ rule, statement }) => [rule.id, statement.necessity]),
  );

  test.each(catalog.portRules.filter(({ id }) => !id.startsWith('v2-')).map(({ id }) => id))(
    '%s',
    (id) => {
      const wasListed = ruleOf(id).statements.some((one) => one.edition < edition);
      expect(ruleStatus(ruleOf(id), edition)?.status).toBe(
        listed.get(id) ?? (wasListed ? 'REMOVED' : undefined),
      );
    },
  );
});

/** A rule of a platform goes with it: of its rows alone no change is reported. */
function goesWithPlatform({ statements }: PortRule, date: IsoDate): boolean {
  const gone = changesBetween()
    .filter((change) => change.kind === 'PLATFORM_REMOVED' && change.date === date)
    .flatMap(({ platforms }) => platforms);
  return (statements.at(-1) as Row).platforms.every((platform) => gone.includes(platform));
}

it('calls removed what the changes between editions say has gone, and since then', () => {
  const gone = changesBetween()
    .filter(
      ({ kind, rule, date }) =>
        kind === 'REMOVED' && !rule?.statements.some((row) => row.edition >= date),
    )
    .map(({ rule, date }) => `${rule?.id} REMOVED ${date}`);
  const removed = catalog.portRules.flatMap((rule) => {
    const { status, since } = ruleStatus(rule) as RuleStatusSince;
    return status !== 'REMOVED' || goesWithPlatform(rule, since)
      ? []
      : [`${rule.id} ${status} ${since}`];
  });
  expect([...new Set(gone)].sort()).toEqual(removed.sort());
  expect(removed.length).toBeGreaterThan(5);
});

it('refuses an edition that the data lacks, and names those that it has', () => {
  expect(() => ruleStatus(ruleOf('azure-sql'), '2020-01-01')).toThrow(InputError);
});
