/**
 * Examples of denied traffic: a packet, prefixes, or tag names if no address is known.
 */

import { type AddressPart, unionOfParts } from '../../network/address-part.ts';
import type { Evaluation } from '../../network/evaluate.ts';
import type { Box } from '../../network/sets/box.ts';
import { formatAddress, parseAddress, toPrefixes } from '../../network/sets/ipv4.ts';
import { sampleOf } from '../../network/side.ts';
import type { Packet } from '../report.ts';
import type { DocumentedFlow } from './flows.ts';

/** A documentation address, preferred as the example if it is denied. */
const exampleClient = parseAddress('203.0.113.10') as number;
/** Azure reserves the first four addresses of a subnet and the last. */
const reservedAtStart = 4;

/** A packet of the flow that is denied; null where none is known to be. */
export function deniedPacketOf(flow: DocumentedFlow, denied: readonly Box[]): Packet | null {
  const [box] = denied;
  if (!box) return null;
  const remote = addressOf(box.remote, [exampleClient]);
  const local = addressOf(box.local, [(box.local.line[0] ?? 0) + reservedAtStart]);
  return {
    ...(flow.direction === 'INBOUND'
      ? { source: remote, destination: local }
      : { source: local, destination: remote }),
    destinationPort: box.ports[0] ?? 0,
    protocol: flow.statement.protocol,
  };
}

export function packetInWords(packet: Packet, { direction }: DocumentedFlow): string {
  const end = (address: string | null, isLocal: boolean) =>
    address ?? (isLocal ? 'the subnet' : 'an address');
  const source = end(packet.source, direction === 'OUTBOUND');
  const destination = end(packet.destination, direction === 'INBOUND');
  return `${source} -> ${destination} ${packet.protocol.toLowerCase()}/${packet.destinationPort}`;
}

function addressOf(part: AddressPart, preferred: readonly number[]): string | null {
  const sample = sampleOf(part, preferred);
  return typeof sample === 'number' ? formatAddress(sample) : (sample ?? null);
}

const mostExamples = 3;

/** Prefixes only if the flow could be measured: only then is each of their addresses denied. */
export function deniedExamplesOf({ outcome, allowedFraction, denied }: Evaluation): string[] {
  if (outcome !== 'PARTIAL') return [];
  const { line, atoms } = unionOfParts(...denied.map(({ remote }) => remote));
  const names = [...atoms].filter(({ isCertain }) => isCertain).map(({ name }) => name);
  const prefixes = allowedFraction === null ? [] : toPrefixes(line, mostExamples);
  return [...prefixes, ...names].slice(0, mostExamples);
}
