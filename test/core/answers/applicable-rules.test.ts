/** The statements of an edition, and the rules that apply to a deployment. */

import { describe, expect, it } from 'vitest';
import { applicableRules, type RuleScope } from '../../../core/answers/applicable-rules.ts';
import { statementsOf } from '../../../core/answers/port-table.ts';
import { pinned } from '../../support/pinned-edition.ts';

const deployment = (change: Partial<RuleScope> = {}) =>
  pinned<RuleScope>({
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    platform: 'STV2',
    isMultiRegion: false,
    features: [],
    ...change,
  });

describe('statementsOf', () => {
  it.each([
    [undefined, 'STV1', '2023-11-29', 16],
    ['2023-11-29', undefined, '2023-11-29', 19],
    ['2021-08-06', 'STV1', '2021-08-06', 14],
    ['2025-06-17', 'STV2', '2025-06-17', 16],
    ['2026-04-30', 'STV2', '2026-04-30', 16],
    ['2023-01-06', undefined, '2023-01-06', 17],
    ['2023-01-06', 'STV2', '2023-01-06', 14],
    ['2023-01-06', 'STV1', '2023-01-06', 15],
    ['2019-09-09', undefined, '2019-09-09', 14],
    ['2019-09-09', 'STV1', '2019-09-09', 14],
  ] as const)('edition %s, platform %s: table of %s, %i rows', (edition, platform, read, count) => {
    const rows = statementsOf(edition, platform);
    expect(new Set(rows.map(({ statement }) => statement.edition))).toEqual(new Set([read]));
    expect(rows).toHaveLength(count);
  });
});

describe('applicableRules', () => {
  const necessity = (change: Partial<RuleScope>, id: string) =>
    applicableRules(deployment(change)).find(({ rule }) => rule.id === id)?.necessity;

  it.each<[string, Partial<RuleScope>, string, string | undefined]>([
    ['a required row', {}, 'storage', 'REQUIRED'],
    ['an optional row', {}, 'event-hub', 'OPTIONAL'],
    [
      'an optional row whose feature is in use',
      { features: ['EVENT_HUB_LOGGING'] },
      'event-hub',
      'REQUIRED',
    ],
    ['another feature', { features: ['EXTERNAL_CACHE'] }, 'event-hub', 'OPTIONAL'],
    ['a condition unmet', {}, 'traffic-manager', 'OPTIONAL'],
    ['a condition met', { isMultiRegion: true }, 'traffic-manager', 'REQUIRED'],
    ['a condition on the tier, met', { platform: 'STV1' }, 'load-balancer-stv1', 'REQUIRED'],
    [
      'a condition on the tier, unmet',
      { platform: 'STV1', tier: 'DEVELOPER' },
      'load-balancer-stv1',
      'OPTIONAL',
    ],
    [
      'a recommended row',
      { platform: 'STV1', edition: '2019-09-09' },
      'resource-health',
      'RECOMMENDED',
    ],
    ['a row of the other mode', { virtualNetworkType: 'INTERNAL' }, 'client-traffic', undefined],
    ['a row of the other tiers', { tier: 'PREMIUM_V2' }, 'storage', undefined],
  ])('%s', (_, change, id, expected) => {
    expect(necessity(change, id)).toBe(expected);
  });

  it.each([
    ['STANDARD', 'INTERNAL'],
    ['STANDARD_V2', 'INTERNAL'],
    ['PREMIUM', 'NONE'],
  ] as const)('has none for %s with %s', (tier, virtualNetworkType) => {
    expect(applicableRules(deployment({ tier, virtualNetworkType }))).toEqual([]);
  });
});
