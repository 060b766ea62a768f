/** Whether a change that a comparison names has a packet. */

import type { ChangedPackets } from '../../core/network/compare/changed-packets.ts';
import { has } from '../../core/network/sets/interval-set.ts';
import type { Packet } from './naive.ts';

export function holds(one: ChangedPackets, packet: Packet): boolean {
  const [near, far] =
    packet.direction === 'INBOUND'
      ? [packet.destination, packet.source]
      : [packet.source, packet.destination];
  return (
    one.direction === packet.direction &&
    one.protocols.includes(packet.protocol) &&
    has(one.near, near) &&
    has(one.far, far) &&
    has(one.sourcePorts, packet.sourcePort) &&
    has(one.destinationPorts, packet.destinationPort)
  );
}
