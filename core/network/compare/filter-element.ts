/**
 * A filter of packets: the elements that they pass on their way, such as security admin rules, a security group, routes
 * and firewalls. Each is a list of rules of which the first match decides; what it allows goes on to another element or
 * has passed them all.
 */

import type { Coverage } from '../address-part.ts';
import { type AddressTerm, isEverything } from '../address-term.ts';
import type { SecurityRule } from '../security-rule.ts';
import { type IntervalSet, union } from '../sets/interval-set.ts';
import { privateAddresses } from '../sets/ipv4.ts';
import type { KnownNetwork } from '../side.ts';

/** What a rule does with its packets: lets them pass for good, stops them, or sends them on. */
export type Action =
  | { readonly kind: 'PASS' }
  | { readonly kind: 'STOP' }
  /** To the element with this id. */
  | { readonly kind: 'ON'; readonly to: string }
  /** To something that the input does not contain, `key` for comparisons and `words` for people. */
  | { readonly kind: 'BEYOND'; readonly key: string; readonly words: string };

export interface FilterElement {
  /** Tells it from other elements of a filter. Elements of two filters are the same one if their ids are. */
  readonly id: string;
  /** In order. What none of them matches goes on to the element that follows. */
  readonly rules: readonly SecurityRule[];
  /** Several where the input leaves open what the rule does, each with a name of its own. */
  actionsOf(rule: SecurityRule): readonly NamedAction[];
  /** The rule as the input states it, without its name: equal texts for rules that mean the same. */
  describe(rule: SecurityRule): string;
  /** What the rule takes of the far end, where its entries do not say it. */
  farOf?(rule: SecurityRule): Coverage;
  /** What would have to be known to say whether the rule matches; undefined where its entries say it. */
  doubtOf?(rule: SecurityRule): string | undefined;
}

export interface NamedAction {
  readonly name: string;
  readonly action: Action;
}

export interface PacketFilter {
  /** In the order in which packets come to them; the last rule of the last one takes every packet. */
  readonly elements: readonly FilterElement[];
  readonly network: KnownNetwork;
}

/** A rule that decides packets, or may, and its element. */
export interface Deciding {
  readonly element: string;
  readonly rule: SecurityRule;
}

export const pass: Action = { kind: 'PASS' };
export const stop: Action = { kind: 'STOP' };

/** What the access of a rule says, where `allowed` happens to what it allows. */
export function actionsOfAccess(
  { access }: SecurityRule,
  allowed: Action = pass,
): readonly NamedAction[] {
  const [allow, deny] = [
    { name: 'allows', action: allowed },
    { name: 'denies', action: stop },
  ];
  return access === 'ALLOW' ? [allow] : access === 'DENY' ? [deny] : [allow, deny];
}

export const rulesIn = ({ elements }: Pick<PacketFilter, 'elements'>): readonly SecurityRule[] =>
  elements.flatMap(({ rules }) => rules);

/** The addresses that the instance may have: its subnet, or what is known to hold it, or what rules take for it. */
export function nearAddresses(filter: PacketFilter): IntervalSet {
  const { subnet, virtualNetwork } = filter.network;
  const known = subnet ?? virtualNetwork;
  if (known) return known;
  const named = rulesIn(filter).flatMap(({ direction, source, destination }) =>
    (direction === 'INBOUND' ? destination : source).flatMap((term: AddressTerm) =>
      term.kind === 'addresses' && !isEverything(term) ? [term.addresses] : [],
    ),
  );
  return union(privateAddresses, ...named);
}
