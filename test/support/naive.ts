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

export function addressOf(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}

/** Reads each text once: millions of packets meet the same few entries. */
function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      known.set(text, value);
    }
    return value;
  };
}

/** Whether an address has a prefix, compared bit by bit from the left. */
const prefixTest = readOnce((prefix) => {
  const [base = '', length = '32'] = prefix.split('/');
  const shift = 32 - Number(length);
  const start = addressOf(base) >>> shift;
  // Shifting by 32 is shifting by 0 in JavaScript, so /0 is decided by hand.
  return (address: number): boolean => shift === 32 || address >>> shift === start;
});

export const hasPrefix = (address: number, prefix: string): boolean => prefixTest(prefix)(address);

const isHost = prefixTest(host);
const notPublicTests = notPublic.map(prefixTest);

function isInVirtualNetwork(address: number, { virtualNetwork }: NaiveNetwork): boolean {
  return isHost(address) || virtualNetwork.some((prefix) => hasPrefix(address, prefix));
}

type EntryTest = (address: number, network: NaiveNetwork) => boolean;

const entryTest = readOnce((entry): EntryTest => {
  if (entry === '*') return () => true;
  if (entry.includes(':')) return () => false;
  if (/^[\d./]+$/.test(entry)) return prefixTest(entry);
  if (/^[\d.-]+$/.test(entry)) {
    const [first = 0, last = 0] = entry.split('-').map(addressOf);
    return (address) => first <= address && address <= last;
  }
  const tag = legacySpellings[entry.toLowerCase()] ?? entry.toLowerCase();
  if (tag === 'virtualnetwork') return isInVirtualNetwork;
  if (tag === 'azureloadbalancer') return isHost;
  if (tag === 'internet') {
    return (address, network) =>
      !isInVirtualNetwork(address, network) && !notPublicTests.some((test) => test(address));
  }
  return (address, network) => hasTag(tag, address, network);
});

/** Whether one entry of a source or destination matches the address. */
export const matchesAddress = (entry: string, address: number, network: NaiveNetwork): boolean =>
  entryTest(entry)(address, network);

/** Which addresses a tag of a network holds, of those that were looked up. */
const membersOf = new WeakMap<NaiveNetwork, Map<string, Map<number, boolean>>>();

function hasTag(tag: string, address: number, network: NaiveNetwork): boolean {
  const tags = membersOf.get(network) ?? new Map<string, Map<number, boolean>>();
  membersOf.set(network, tags);
  const members = tags.get(tag) ?? new Map<number, boolean>();
  tags.set(tag, members);
  const isMember =
    members.get(address) ?? (network.tags[tag] ?? []).some((prefix) => hasPrefix(address, prefix));
  members.set(address, isMember);
  return isMember;
}

const portTest = readOnce((range) => {
  if (range === '*') return () => true;
  const [first = 0, last = first] = range.split('-').map(Number);
  return (port: number) => first <= port && port <= last;
});

type RuleTest = (packet: Packet, network: NaiveNetwork) => boolean;

function testOf(rule: NaiveRule): RuleTest {
  const protocol = rule.protocol === '*' ? undefined : rule.protocol.toUpperCase();
  const ports = rule.destinationPortRanges.map(portTest);
  const sourcePorts = rule.sourcePortRanges.map(portTest);
  const sources = rule.sourceAddressPrefixes.map(entryTest);
  const destinations = rule.destinationAddressPrefixes.map(entryTest);
  return (packet, network) =>
    rule.direction === packet.direction &&
    (protocol === undefined || protocol === packet.protocol) &&
    ports.some((test) => test(packet.destinationPort)) &&
    sourcePorts.some((test) => test(packet.sourcePort)) &&
    sources.some((test) => test(packet.source, network)) &&
    destinations.some((test) => test(packet.destination, network));
}

const ruleTests = new WeakMap<NaiveRule, RuleTest>();

export function matches(rule: NaiveRule, packet: Packet, network: NaiveNetwork): boolean {
  let test = ruleTests.get(rule);
  if (test === undefined) {
    test = testOf(rule);
    ruleTests.set(rule, test);
  }
  return test(packet, network);
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
  for (const rules of [customRules, defaultRules]) {
    for (const rule of rules) {
      if (deciding && deciding.priority <= rule.priority) continue;
      if (matches(rule, packet, network)) deciding = rule;
    }
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
