/** The naive evaluator: decides one packet by walking the rules in order, to compare the algebra with. */

import type { RuleFields } from '../../core/deployment.ts';

export interface Packet {
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly protocol: 'TCP' | 'UDP' | 'ICMP' | 'ESP' | 'AH';
  readonly source: number;
  readonly sourcePort: number;
  readonly destination: number;
  readonly destinationPort: number;
}

export interface NaiveNetwork {
  /** Address space of the virtual network, its subnets included. */
  readonly virtualNetwork: readonly string[];
  /** Prefixes of service tags by lower-case name; a tag that is not listed holds nothing. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** What the naive evaluator needs of a rule; the priority of default rules is above that of custom ones. */
export type NaiveRule = RuleFields;

const host = '168.63.129.16';

/** Addresses that nobody reaches over the internet. */
const notPublic = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
  host,
];

const legacySpellings: Readonly<Record<string, string>> = {
  virtual_network: 'virtualnetwork',
  azure_loadbalancer: 'azureloadbalancer',
  azure_load_balancer: 'azureloadbalancer',
};

const parsed = new Map<string, { base: number; shift: number }>();

export function addressOf(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** Whether the address has the prefix, compared bit by bit from the left. */
export function hasPrefix(address: number, prefix: string): boolean {
  let known = parsed.get(prefix);
  if (known === undefined) {
    const [base = '', length = '32'] = prefix.split('/');
    known = { base: addressOf(base), shift: 32 - Number(length) };
    parsed.set(prefix, known);
  }
  // Shifting by 32 is shifting by 0 in JavaScript, so /0 is answered by hand.
  return known.shift === 32 || address >>> known.shift === known.base >>> known.shift;
}

function isInVirtualNetwork(address: number, { virtualNetwork }: NaiveNetwork): boolean {
  return hasPrefix(address, host) || virtualNetwork.some((prefix) => hasPrefix(address, prefix));
}

/** Whether one entry of a source or destination matches the address. */
export function matchesAddress(entry: string, address: number, network: NaiveNetwork): boolean {
  if (entry === '*') return true;
  if (entry.includes(':')) return false;
  if (/^[\d./]+$/.test(entry)) return hasPrefix(address, entry);
  if (/^[\d.-]+$/.test(entry)) {
    const [first = '', last = ''] = entry.split('-');
    return addressOf(first) <= address && address <= addressOf(last);
  }
  const tag = legacySpellings[entry.toLowerCase()] ?? entry.toLowerCase();
  if (tag === 'virtualnetwork') return isInVirtualNetwork(address, network);
  if (tag === 'azureloadbalancer') return hasPrefix(address, host);
  if (tag === 'internet') {
    return (
      !isInVirtualNetwork(address, network) &&
      !notPublic.some((prefix) => hasPrefix(address, prefix))
    );
  }
  return hasTag(tag, address, network);
}

/** Answers that are asked for again and again: addresses by tag, of one network. */
const remembered = new WeakMap<NaiveNetwork, Map<string, Map<number, boolean>>>();

function hasTag(tag: string, address: number, network: NaiveNetwork): boolean {
  const tags = remembered.get(network) ?? new Map<string, Map<number, boolean>>();
  remembered.set(network, tags);
  const answers = tags.get(tag) ?? new Map<number, boolean>();
  tags.set(tag, answers);
  const answer =
    answers.get(address) ?? (network.tags[tag] ?? []).some((prefix) => hasPrefix(address, prefix));
  answers.set(address, answer);
  return answer;
}

function matchesPort(range: string, port: number): boolean {
  if (range === '*') return true;
  const [first, last = first] = range.split('-');
  return Number(first) <= port && port <= Number(last);
}

function matchesProtocol(protocol: string, packet: Packet): boolean {
  return protocol === '*' || protocol.toUpperCase() === packet.protocol;
}

export function matches(rule: NaiveRule, packet: Packet, network: NaiveNetwork): boolean {
  return (
    rule.direction === packet.direction &&
    matchesProtocol(rule.protocol, packet) &&
    rule.destinationPortRanges.some((range) => matchesPort(range, packet.destinationPort)) &&
    rule.sourcePortRanges.some((range) => matchesPort(range, packet.sourcePort)) &&
    rule.sourceAddressPrefixes.some((entry) => matchesAddress(entry, packet.source, network)) &&
    rule.destinationAddressPrefixes.some((entry) =>
      matchesAddress(entry, packet.destination, network),
    )
  );
}

function defaultRule(
  name: string,
  priority: number,
  direction: NaiveRule['direction'],
  access: NaiveRule['access'],
  source: string,
  destination: string,
): NaiveRule {
  return {
    name,
    priority,
    direction,
    access,
    protocol: '*',
    sourceAddressPrefixes: [source],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: [destination],
    destinationPortRanges: ['*'],
  };
}

/** The six rules every group ends with. */
export const defaultRules: readonly NaiveRule[] = [
  defaultRule('AllowVnetInBound', 65_000, 'INBOUND', 'ALLOW', 'VirtualNetwork', 'VirtualNetwork'),
  defaultRule(
    'AllowAzureLoadBalancerInBound',
    65_001,
    'INBOUND',
    'ALLOW',
    'AzureLoadBalancer',
    '*',
  ),
  defaultRule('DenyAllInBound', 65_500, 'INBOUND', 'DENY', '*', '*'),
  defaultRule('AllowVnetOutBound', 65_000, 'OUTBOUND', 'ALLOW', 'VirtualNetwork', 'VirtualNetwork'),
  defaultRule('AllowInternetOutBound', 65_001, 'OUTBOUND', 'ALLOW', '*', 'Internet'),
  defaultRule('DenyAllOutBound', 65_500, 'OUTBOUND', 'DENY', '*', '*'),
];

/** The rule that decides the packet: the matching one with the smallest priority number. */
export function decide(
  customRules: readonly NaiveRule[],
  packet: Packet,
  network: NaiveNetwork,
): NaiveRule {
  let deciding: NaiveRule | undefined;
  for (const rule of [...customRules, ...defaultRules]) {
    if (deciding && deciding.priority <= rule.priority) continue;
    if (matches(rule, packet, network)) deciding = rule;
  }
  if (!deciding) throw new Error('the last default rule matches everything');
  return deciding;
}

export function isAllowed(
  customRules: readonly NaiveRule[],
  packet: Packet,
  network: NaiveNetwork,
): boolean {
  return decide(customRules, packet, network).access === 'ALLOW';
}
