/** The check that judges a port rule comes first in its list. */

import { expect, it, test } from 'vitest';
import { applicableRules } from '../../core/answers/applicable-rules.ts';
import { ruleStatus } from '../../core/answers/rule-status.ts';
import { catalog } from '../../data/index.ts';
import { checksOfRule, rulesOfCheck } from '../../site/src/lib/rule-checks.ts';

const judges = ['required-flow-denied', 'recommended-flow-denied'];

test.each<[id: string, first: string | undefined, judges: string[]]>([
  ['azure-sql', 'required-flow-denied', ['required-flow-denied']],
  ['traffic-manager', 'required-flow-denied', ['required-flow-denied']],
  ['entra-id', 'required-flow-denied', ['required-flow-denied']],
  ['v2-storage', 'recommended-flow-denied', ['recommended-flow-denied']],
  ['machine-health-probe', 'required-flow-denied', ['required-flow-denied']],
  ['smtp', undefined, []],
  ['key-vault-stv1', undefined, []],
])('%s: first %s', (id, first, expected) => {
  const ids = checksOfRule(id).map((check) => check.id);
  expect(ids[0]).toBe(first);
  expect(ids.filter((one) => judges.includes(one))).toEqual(expected);
});

it('lists a check for each rule but those that are removed', () => {
  const without = catalog.portRules.filter(({ id }) => checksOfRule(id).length === 0);
  const removed = catalog.portRules.filter((rule) => ruleStatus(rule)?.status === 'REMOVED');
  expect(removed.length).toBeGreaterThan(0);
  expect(without).toEqual(removed);
});

it('knows a last edition that judges each removed rule', () => {
  const removed = catalog.portRules.filter((rule) => ruleStatus(rule)?.status === 'REMOVED');
  const lost = removed.filter((rule) => {
    const last = rule.statements.at(-1);
    const platform = last?.platforms.includes('STV2') ? 'STV2' : 'STV1';
    const applicable = applicableRules({
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      platform,
      isMultiRegion: false,
      features: [],
      ...(last && { edition: last.edition }),
    });
    return !applicable.some(({ rule: { id } }) => id === rule.id);
  });
  expect(lost).toEqual([]);
});

it('names the rules of which a check explains a flow in an example', () => {
  expect(rulesOfCheck('recommended-flow-denied').map(({ id }) => id)).toContain('internal-cache');
});
