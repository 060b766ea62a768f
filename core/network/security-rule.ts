/** Security rules for evaluation, and the six default rules of every network security group. */

import type { AddressTerm } from './address-term.ts';
import type { ServiceTagIndex, Tag } from './service-tags/service-tags.ts';
import type { IntervalSet } from './sets/interval-set.ts';
import { everyAddress } from './sets/ipv4.ts';
import { everyPort } from './sets/ports.ts';

export type RuleProtocol = 'TCP' | 'UDP' | 'ICMP' | 'ESP' | 'AH' | 'ANY';

/** `undefined` means that the input does not decide the value, such as a template expression. */
export interface SecurityRule {
  readonly name: string;
  readonly priority: number | undefined;
  readonly direction: 'INBOUND' | 'OUTBOUND' | undefined;
  readonly access: 'ALLOW' | 'DENY' | undefined;
  readonly protocol: RuleProtocol | undefined;
  readonly source: readonly AddressTerm[];
  readonly sourcePorts: IntervalSet | undefined;
  readonly destination: readonly AddressTerm[];
  readonly destinationPorts: IntervalSet | undefined;
  readonly isDefault: boolean;
  /** True if another rule with the same priority does the opposite; either may win. */
  readonly isContested: boolean;
  /** Index among the input rules; negative for rules that Azure or a what-if adds. */
  readonly index: number;
  /** JSON pointer into the input; empty for rules that Azure or a what-if adds. */
  readonly path: string;
}

const everything: AddressTerm = { kind: 'addresses', addresses: everyAddress };

function rule(
  name: string,
  priority: number,
  direction: 'INBOUND' | 'OUTBOUND',
  access: 'ALLOW' | 'DENY',
  source: AddressTerm,
  destination: AddressTerm,
  isDefault: boolean,
): SecurityRule {
  return {
    name,
    priority,
    direction,
    access,
    protocol: 'ANY',
    source: [source],
    sourcePorts: everyPort,
    destination: [destination],
    destinationPorts: everyPort,
    isDefault,
    isContested: false,
    index: -1,
    path: '',
  };
}

/** The default rules, as the overview of network security groups lists them. */
export function defaultRules(tags: ServiceTagIndex): SecurityRule[] {
  const tag = (name: string): AddressTerm => ({ kind: 'tag', tag: tags.find(name) as Tag });
  const virtualNetwork = tag('VirtualNetwork');
  return [
    rule('AllowVnetInBound', 65_000, 'INBOUND', 'ALLOW', virtualNetwork, virtualNetwork, true),
    rule(
      'AllowAzureLoadBalancerInBound',
      65_001,
      'INBOUND',
      'ALLOW',
      tag('AzureLoadBalancer'),
      everything,
      true,
    ),
    rule('DenyAllInBound', 65_500, 'INBOUND', 'DENY', everything, everything, true),
    rule('AllowVnetOutBound', 65_000, 'OUTBOUND', 'ALLOW', virtualNetwork, virtualNetwork, true),
    rule('AllowInternetOutBound', 65_001, 'OUTBOUND', 'ALLOW', everything, tag('Internet'), true),
    rule('DenyAllOutBound', 65_500, 'OUTBOUND', 'DENY', everything, everything, true),
  ];
}

/** The rule that a what-if adds after all custom ones. */
export function denyAllRule(direction: 'INBOUND' | 'OUTBOUND'): SecurityRule {
  return rule(
    `what-if-deny-all-${direction.toLowerCase()}`,
    4096,
    direction,
    'DENY',
    everything,
    everything,
    false,
  );
}

/** Sorts rules for evaluation, independent of input order; rules of unknown priority first. */
export function inPriorityOrder(rules: readonly SecurityRule[]): SecurityRule[] {
  return [...rules].sort(
    (a, b) =>
      (a.priority ?? 0) - (b.priority ?? 0) ||
      Number(a.path === '') - Number(b.path === '') ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** The tags that rules name, each once. */
export function tagsOf(rules: readonly SecurityRule[]): Tag[] {
  const tags = new Set<Tag>();
  for (const { source, destination } of rules) {
    for (const term of source) if (term.kind === 'tag') tags.add(term.tag);
    for (const term of destination) if (term.kind === 'tag') tags.add(term.tag);
  }
  return [...tags];
}
