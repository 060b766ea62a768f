/** The naive evaluator of Azure Firewall: decides one packet by walking the collections, to compare the algebra with. */

import type {
  FirewallApplicationRule,
  FirewallCollection,
  FirewallNetworkRule,
} from '../../core/firewall.ts';
import { matchesAddress, type NaiveNetwork, type Packet } from './naive.ts';

export interface NamedPacket {
  readonly source: number;
  readonly destination: number;
  readonly port: number;
  readonly protocol: Packet['protocol'];
  /** What the client calls the far end in TLS or HTTP. */
  readonly host: string | undefined;
}

const nowhere: NaiveNetwork = { virtualNetwork: [], tags: {} };

const isIn = (entries: readonly string[], address: number) =>
  entries.some((entry) => matchesAddress(entry, address, nowhere));

const isPort = (range: string, port: number): boolean => {
  if (range === '*') return true;
  const [first = 0, last = first] = range.split('-').map(Number);
  return first <= port && port <= last;
};

const isHost = (target: string, host: string): boolean => {
  if (target === '*') return true;
  if (!target.startsWith('*')) return target === host;
  return host.endsWith(target.slice(1));
};

function matches(collection: FirewallCollection, index: number, packet: NamedPacket): boolean {
  const { host } = packet;
  if (collection.kind === 'NETWORK') {
    const rule = collection.rules[index] as FirewallNetworkRule;
    return (
      rule.protocols.some((one) => one === 'ANY' || one === packet.protocol) &&
      isIn(rule.sources, packet.source) &&
      (isIn(rule.destinations, packet.destination) ||
        (host !== undefined && rule.hostNames.includes(host))) &&
      rule.ports.some((range) => isPort(range, packet.port))
    );
  }
  const rule = collection.rules[index] as FirewallApplicationRule;
  return (
    host !== undefined &&
    packet.protocol === 'TCP' &&
    isIn(rule.sources, packet.source) &&
    rule.protocols.some((one) => one.split(':')[1] === String(packet.port)) &&
    rule.hostNames.some((target) => isHost(target, host))
  );
}

/** All network collections before all application collections, each kind in the order that they are in. */
export function passesFirewall(
  collections: readonly FirewallCollection[],
  packet: NamedPacket,
): boolean {
  for (const kind of ['NETWORK', 'APPLICATION']) {
    for (const collection of collections) {
      if (collection.kind !== kind) continue;
      for (const index of collection.rules.keys()) {
        if (matches(collection, index, packet)) return collection.action === 'ALLOW';
      }
    }
  }
  return false;
}
