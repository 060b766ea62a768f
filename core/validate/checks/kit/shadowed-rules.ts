/** Rules whose packets earlier rules decide, and which of them belong to a finding on required traffic. */

import { catalog } from '../../../../data/index.ts';
import { memoizeOnObject } from '../../../network/memoize.ts';
import { endsOf } from '../../../network/near-end.ts';
import { findShadowed, type ShadowedRule } from '../../../network/rule-coverage.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { covers, type IntervalSet } from '../../../network/sets/interval-set.ts';
import { portSet } from '../../../network/sets/ports.ts';
import type { LocationContext } from '../../location/location.ts';
import { decider } from './flow-labels.ts';

export const shadowedRules = memoizeOnObject(({ rules = [], network }: LocationContext) =>
  findShadowed(rules, network),
);

/** Rules that deny a whole required flow. */
const deniers = memoizeOnObject(
  ({ flows }: LocationContext) =>
    new Set(
      flows
        .filter(
          ({ necessity, evaluation }) =>
            necessity === 'REQUIRED' && evaluation.outcome === 'DENIED',
        )
        .map(decider),
    ),
);

/** The allow rules that a rule hides which also denies required traffic: one cause, one finding. */
export function hiddenBy(rule: SecurityRule, location: LocationContext): readonly SecurityRule[] {
  return shadowedRules(location)
    .filter((shadowed) => causeOf(shadowed, location) === rule)
    .map((shadowed) => shadowed.rule);
}

/** The rule that hides an allow rule and denies required traffic; undefined if there is none. */
export function causeOf(
  { rule, by, isRedundant }: ShadowedRule,
  location: LocationContext,
): SecurityRule | undefined {
  if (isRedundant || rule.access !== 'ALLOW') return undefined;
  return by.find((other) => other.access === 'DENY' && deniers(location).has(other));
}

/** True where the far end of the rule is this tag and nothing else. */
function isFrom(base: string, rule: SecurityRule): boolean {
  const far = rule.direction === undefined ? [] : endsOf(rule).far;
  return far.length > 0 && far.every((term) => term.kind === 'tag' && term.tag.base === base);
}

const portsOf = (id: string): IntervalSet =>
  portSet(
    catalog.portRules
      .filter((rule) => rule.id === id)
      .flatMap(({ statements }) => statements.at(-1)?.destinationPorts ?? []),
  );
const trafficManagerPorts = portsOf('traffic-manager');

/** The rule for Traffic Manager behind one for clients from the internet: the documents list both. */
export function isDocumentedPair({ rule, by, isRedundant }: ShadowedRule): boolean {
  return (
    isRedundant &&
    rule.access === 'ALLOW' &&
    rule.direction === 'INBOUND' &&
    isFrom('AzureTrafficManager', rule) &&
    rule.destinationPorts !== undefined &&
    covers(trafficManagerPorts, rule.destinationPorts) &&
    by.every((other) => isFrom('Internet', other))
  );
}
