/** Own flows packet by packet, as the guide describes them, and random ones for property tests. */

import fc from 'fast-check';
import type { PacketSet } from '../../core/validate/compare/packet-set.ts';
import type {
  OwnFlowInput,
  OwnFlowResult,
  PacketSetInput,
} from '../../core/validate/own-flows/own-flow.ts';
import { hasPrefix, matchesAddress, type NaiveNetwork, type Packet } from './naive.ts';

const isInPorts = (ranges: readonly string[], port: number) =>
  ranges.some((range) => {
    if (range === '*') return true;
    const [first, last = first] = range.split('-');
    return Number(first) <= port && port <= Number(last);
  });

export function holdsPacket(set: PacketSet, packet: Packet): boolean {
  return (
    set.direction === packet.direction &&
    (set.protocols.includes('ANY') || set.protocols.includes(packet.protocol)) &&
    set.sourcePrefixes.some((prefix) => hasPrefix(packet.source, prefix)) &&
    set.destinationPrefixes.some((prefix) => hasPrefix(packet.destination, prefix)) &&
    isInPorts(set.sourcePorts, packet.sourcePort) &&
    isInPorts(set.destinationPorts, packet.destinationPort)
  );
}

/** Whether the packet is in one of the sets, as the guide describes them. */
export function isInSets(
  sets: readonly PacketSetInput[],
  packet: Packet,
  network: NaiveNetwork,
  mustPass: boolean,
): boolean {
  const far = packet.direction === 'INBOUND' ? packet.source : packet.destination;
  return sets.some(({ from, to, ports, protocol = 'ANY' }) => {
    const protocols =
      protocol !== 'ANY' ? [protocol] : mustPass && ports ? ['TCP', 'UDP'] : undefined;
    return (
      (packet.direction === 'INBOUND' ? from : to)?.some((one) =>
        matchesAddress(one, far, network),
      ) === true &&
      (protocols?.includes(packet.protocol) ?? true) &&
      isInPorts(ports ?? ['*'], packet.destinationPort) &&
      (!mustPass || packet.sourcePort >= 1024)
    );
  });
}

/** Whether the flow is broken by the packet, where `passes` says what becomes of it. */
export function isBrokenBy(
  flow: OwnFlowInput,
  packet: Packet,
  network: NaiveNetwork,
  passes: boolean,
): boolean {
  if (flow.allow) return !passes && isInSets(flow.allow, packet, network, true);
  if (flow.deny) return passes && isInSets(flow.deny, packet, network, false);
  const isAbout = flow.of === undefined || isInSets(flow.of, packet, network, false);
  return passes && isAbout && !isInSets(flow.only ?? [], packet, network, false);
}

/** What a result says of one packet. */
export const outcomeOf = ({ broken, undecided }: OwnFlowResult, packet: Packet) =>
  broken.some((set) => holdsPacket(set, packet))
    ? 'BROKEN'
    : undecided.some((set) => holdsPacket(set, packet))
      ? 'UNDECIDED'
      : 'HOLDS';

const packetSet = (end: 'from' | 'to') =>
  fc
    .record({
      far: fc.uniqueArray(
        fc.constantFrom(
          '*',
          'Internet',
          'VirtualNetwork',
          'AzureLoadBalancer',
          'Storage',
          'Storage.WestEurope',
          'AzureCloud',
          'ApiManagement',
          'AzureFrontDoor.Backend',
          '10.0.0.0/8',
          '20.0.0.0/26',
          '52.0.0.32/27',
          '203.0.113.9',
        ),
        { minLength: 1, maxLength: 3 },
      ),
      ports: fc.constantFrom(undefined, ['443'], ['80', '1433-5000'], ['*'], ['0-1500']),
      protocol: fc.constantFrom(undefined, 'TCP', 'UDP', 'ANY'),
    })
    .map(({ far, ports, protocol }): PacketSetInput => ({ [end]: far, ports, protocol }));

export const ownFlow: fc.Arbitrary<OwnFlowInput> = fc
  .constantFrom('from' as const, 'to' as const)
  .chain((end) => {
    const sets = fc.array(packetSet(end), { minLength: 1, maxLength: 3 });
    return fc
      .tuple(fc.constantFrom('allow', 'deny', 'only'), sets, fc.option(sets, { nil: undefined }))
      .map(([kind, own, of]) => ({
        name: 'promise',
        reason: 'because',
        [kind]: own,
        ...(kind === 'only' && { of }),
      }));
  });
