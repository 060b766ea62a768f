/** A custom rule for the checks on single rules: its near and far end, and the rule as written in the input. */

import type { Direction, PortRuleStatement } from '../../../../data/model.ts';
import type { InputRule } from '../../../deployment.ts';
import { type AddressTerm, isEverything } from '../../../network/address-term.ts';
import { memoizeOnObject } from '../../../network/memoize.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import type { Tag } from '../../../network/service-tags/service-tags.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import type { LocationContext } from '../../location/location.ts';
import { entriesOf, type RuleSide } from '../../read/rules/input-rule.ts';
import { type Check, type Observation, perLocation } from './check.ts';

export interface CustomRule {
  readonly rule: SecurityRule;
  readonly raw: InputRule;
  readonly direction: Direction;
  readonly farSide: RuleSide;
  readonly far: readonly AddressTerm[];
  readonly near: readonly AddressTerm[];
}

/** The rule as written in the input; undefined for rules that are not in the input. */
export function inputRuleOf(
  { index }: SecurityRule,
  { inputRules }: LocationContext,
): InputRule | undefined {
  return inputRules[index];
}

/** The custom rules in priority order, without those of unknown direction and those that a what-if adds. */
export const customRulesOf = memoizeOnObject((location: LocationContext): readonly CustomRule[] =>
  (location.rules ?? []).flatMap((rule): CustomRule[] => {
    const raw = inputRuleOf(rule, location);
    const { direction, source, destination } = rule;
    if (!raw || !direction) return [];
    return direction === 'INBOUND'
      ? [{ rule, raw, direction, farSide: 'source', far: source, near: destination }]
      : [{ rule, raw, direction, farSide: 'destination', far: destination, near: source }];
  }),
);

/** The allow rules that can match traffic of the instance's subnet. */
export const allowRulesOf = memoizeOnObject((location: LocationContext): readonly CustomRule[] =>
  customRulesOf(location).filter(
    ({ rule, near }) => rule.access === 'ALLOW' && meetsSubnet(near, location),
  ),
);

/** Runs a check on one of these rules at a time. */
export function perAllowRule(
  look: (custom: CustomRule, location: LocationContext) => Omit<Observation, 'region'> | undefined,
): Check['run'] {
  return perLocation((location) => {
    const observations: Omit<Observation, 'region'>[] = [];
    for (const custom of allowRulesOf(location)) {
      const observation = look(custom, location);
      if (observation) observations.push(observation);
    }
    return observations;
  });
}

/** False for a near end that certainly does not include the instance's subnet. */
export function meetsSubnet(near: readonly AddressTerm[], { network }: LocationContext): boolean {
  return near.some((term) => {
    if (term.kind === 'tag') return term.tag.name === 'VirtualNetwork';
    if (term.kind !== 'addresses') return term.kind === 'any' || term.kind === 'unresolved';
    return !network.subnet || overlaps(term.addresses, network.subnet);
  });
}

/** The service tag that is the whole far end. */
export function farTag({ far }: CustomRule): Tag | undefined {
  const [term] = far;
  return far.length === 1 && term?.kind === 'tag' ? term.tag : undefined;
}

/** True where the far end is not one service: any address, Internet, or all of Azure. */
export function isBroad(custom: CustomRule): boolean {
  const tag = farTag(custom);
  return custom.far.some(isEverything) || tag?.name === 'Internet' || tag?.base === 'AzureCloud';
}

/** The far end as written in the input, shortened. */
export function farEndLabel({ raw, farSide }: CustomRule): string {
  const entries = entriesOf(raw[farSide]);
  return entries.length > 1 ? `${entries[0]} and ${entries.length - 1} more` : `${entries[0]}`;
}

/** The destination ports as written, without duplicates. */
export function portEntries({ raw }: CustomRule): readonly string[] {
  const entries = entriesOf(raw.destinationPorts);
  return entries.length < 2 ? entries : [...new Set(entries)];
}

/** The one port that an entry names; undefined for a range. */
export function singlePort(entry: string): number | undefined {
  return /^\d{1,5}$/.test(entry) ? Number(entry) : undefined;
}

/** True where the rule matches the row's protocol. */
export function hasProtocolOf(
  { protocol }: Pick<SecurityRule, 'protocol'>,
  row: PortRuleStatement,
): boolean {
  return protocol === 'ANY' || row.protocol === 'ANY' || protocol === row.protocol;
}
