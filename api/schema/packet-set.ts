/** Packets as sets: what a change opens and closes, and what breaks an own flow. */

import type { PacketSet as PacketSetData } from '../../core/validate/compare/packet-set.ts';
import { builder } from './builder.ts';
import { Direction, Protocol } from './enums.ts';
import { PortRule } from './port-rules.ts';
import { type ResponseBudget, spend } from './response-budget.ts';

export const PacketSet = builder.objectRef<PacketSetData>('PacketSet');

PacketSet.implement({
  description:
    'A box of packets of one location: each of its sources to each of its destinations, on each pair of its ports.',
  fields: (t) => ({
    region: t.exposeString('region', {
      description: "Programmatic name of the location's region; unknown where the input has none.",
    }),
    direction: t.expose('direction', {
      type: Direction,
      description: 'Whether the packets go into the subnet of the instance or out of it.',
    }),
    protocols: t.expose('protocols', {
      type: [Protocol],
      description: 'Their protocols; ANY alone for all of them.',
    }),
    sourcePrefixes: t.exposeStringList('sourcePrefixes', {
      description: 'The fewest IPv4 prefixes that make up the sources: 203.0.113.0/24.',
    }),
    sourcePorts: t.exposeStringList('sourcePorts', {
      description: 'Ports 443 and ranges 1024-65535; * alone for any port.',
    }),
    destinationPrefixes: t.exposeStringList('destinationPrefixes', {
      description: 'The fewest IPv4 prefixes that make up the destinations.',
    }),
    destinationPorts: t.exposeStringList('destinationPorts', {
      description: 'Ports 443 and ranges 1024-65535; * alone for any port.',
    }),
    tags: t.exposeStringList('tags', {
      description:
        'Service tags whose addresses together are exactly those of the far end; empty where no tags that the rules or the port table name are.',
    }),
    portRules: t.expose('portRules', {
      type: [PortRule],
      description: 'Port rules whose traffic is among the packets; empty where none is.',
    }),
    example: t.exposeString('example', {
      description: 'One of the packets: 10.0.1.4:50000 -> 13.69.104.0:1433 tcp.',
    }),
    decidedBefore: t.exposeStringList('decidedBefore', {
      description:
        'Names of the rules and routes that decide the packets before the change, or as they are: the one that stops them; or, in their order, those that let them pass: a security rule and, behind a route to a firewall, the route and the rule of the firewall. More where it depends on conditions which does.',
    }),
    decidedAfter: t.exposeStringList('decidedAfter', {
      description: 'The same after the change; empty for own flows.',
    }),
    conditions: t.exposeStringList('conditions', {
      description:
        'What would have to be known to decide the packets; empty for those that are decided.',
    }),
  }),
});

/** Takes about as many characters as the sets have in JSON from the budget. */
export function spentSets(
  sets: readonly PacketSetData[],
  budget: ResponseBudget | undefined,
): readonly PacketSetData[] {
  for (const { sourcePrefixes, destinationPrefixes } of sets) {
    spend(20 * (sourcePrefixes.length + destinationPrefixes.length + 10), budget);
  }
  return sets;
}

export const setsComplexity = { multiplier: 50 };
