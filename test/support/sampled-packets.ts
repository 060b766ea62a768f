/** Packets whose addresses and ports the rules of random groups tell apart. */

import { addressOf, type Packet } from './naive.ts';
import { randomFrom } from './world.ts';

const farAddresses = [
  '10.0.1.9',
  '10.9.9.9',
  '172.16.4.1',
  '192.168.7.7',
  '168.63.129.16',
  '127.0.0.1',
  '8.8.8.8',
  '203.0.113.9',
  '100.1.1.1',
].map(addressOf);
const ports = [
  22, 80, 81, 443, 445, 1433, 1500, 1886, 3443, 4290, 5671, 6382, 6390, 50_000, 65_535,
];
const protocols = ['TCP', 'UDP', 'ICMP', 'ESP'] as const;

export function sampledPackets(seed: number): Packet[] {
  const random = randomFrom(seed);
  const one = <T>(list: readonly T[]) => list[random(list.length)] as T;
  return Array.from({ length: 300 }, () => {
    const direction = one(['INBOUND', 'OUTBOUND'] as const);
    const near = addressOf('10.0.1.0') + random(8);
    const far =
      random(2) === 0 ? one(farAddresses) : addressOf(one(['20.0.0.0', '52.0.0.0'])) + random(130);
    const [source, destination] = direction === 'INBOUND' ? [far, near] : [near, far];
    return {
      direction,
      protocol: one(protocols),
      source,
      sourcePort: one([443, 1023, 1024, 39_999, 40_000, 50_000]),
      destination,
      destinationPort: one(ports),
    };
  });
}
