/** Which addresses change, event by event, and what never changes one. */

import { describe, expect, it } from 'vitest';
import { type AddressOutcome, ipImpact } from '../../../core/answers/ip-impact.ts';
import { catalog } from '../../../data/index.ts';
import { expectCited } from '../../support/citations.ts';
import { rows } from './ip-impact-rows.ts';

const cases = rows.map((row) => [row[0], row] as const);

/** Events that no comparison of two deployments can show, and why. */
const notComparable = {
  'subscription-disabled': 'A deployment says nothing of the state of its subscription.',
};

describe('ipImpact', () => {
  it.each(cases)('%s', (_, [, before, after, publicOutcome, privateOutcome, triggers = []]) => {
    const impact = ipImpact(before, after);
    const expected = (outcome: AddressOutcome) => ({
      outcome,
      triggers: outcome === 'CHANGES' ? triggers : [],
    });
    expect(impact.publicAddress).toEqual(expected(publicOutcome));
    expect(impact.privateAddress).toEqual(expected(privateOutcome));
    expectCited(impact);
  });

  it.each(cases)('%s: has steps exactly where something may change', (name, [, before, after]) => {
    const { steps, publicAddress, privateAddress } = ipImpact(before, after);
    const outcomes = [publicAddress.outcome, privateAddress.outcome];
    const isExpected =
      outcomes.includes('CHANGES') || outcomes.includes('UNKNOWN') || name === 'scale-out';
    expect(steps.length > 0).toBe(isExpected);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('names every trigger of the data, except those that no comparison can show', () => {
    const named = new Set(
      rows.flatMap(([, before, after]) => {
        const { publicAddress, privateAddress } = ipImpact(before, after);
        return [...publicAddress.triggers, ...privateAddress.triggers];
      }),
    );
    const all = new Set(catalog.ipChangeTriggers.map(({ id }) => id));
    expect(all.difference(named)).toEqual(new Set(Object.keys(notComparable)));
  });

  it('names triggers of the data for tiers that they concern', () => {
    const offenders = rows.flatMap(([name, before, after]) => {
      const { publicAddress, privateAddress } = ipImpact(before, after);
      return [...publicAddress.triggers, ...privateAddress.triggers]
        .filter((id) => id !== 'instance-recreated')
        .filter((id) => {
          const trigger = catalog.ipChangeTriggers.find((candidate) => candidate.id === id);
          return !trigger?.tiers.some((tier) => [before.tier, after.tier].includes(tier));
        })
        .map((id) => `${name}: ${id}`);
    });
    expect(offenders).toEqual([]);
  });
});
