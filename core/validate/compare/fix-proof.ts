/**
 * The proof of a fix: it is safe if the packets that pass afterwards are those that passed before and, besides, only
 * packets of required flows that were denied.
 */

import { partOf } from '../../network/address-part.ts';
import type { ChangedPackets } from '../../network/compare/changed-packets.ts';
import { compareFilters, TooManyParts } from '../../network/compare/compare-filters.ts';
import {
  holdsFarAddress,
  nearAddresses,
  type PacketFilter,
} from '../../network/compare/packet-filter.ts';
import { hostSide } from '../../network/host-side.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { type Box, box, differences } from '../../network/sets/box.ts';
import { union } from '../../network/sets/interval-set.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { everyPort } from '../../network/sets/ports.ts';
import type { DocumentedFlow } from '../flows/flows.ts';
import type { ConfigReport } from '../report.ts';
import type { LocationFilter } from './location-filter.ts';
import { type PacketSet, packetSetsOf } from './packet-set.ts';

export interface FixProof {
  /** What the fix opens, or may, beyond required flows that were denied; empty for a safe fix. */
  readonly beyond: readonly PacketSet[];
  /** What it closes, or may. */
  readonly closed: readonly PacketSet[];
  /** False where the packets of a location could not be compared: then nothing is proven. */
  readonly isComplete: boolean;
}

export const isSafe = ({ beyond, closed, isComplete }: FixProof): boolean =>
  isComplete && beyond.length === 0 && closed.length === 0;

/** Both reports are on one deployment, before and after the fix. */
export function proofOfFix(before: ConfigReport, after: ConfigReport): FixProof {
  const beyond: PacketSet[] = [];
  const closed: PacketSet[] = [];
  const [olds, news] = [before.filters(), after.filters()];
  let isComplete = olds.length === news.length;
  for (const [index, old] of olds.entries()) {
    const now = news[index];
    if (!now?.filter || !old.filter || now.region !== old.region) {
      isComplete = false;
      continue;
    }
    try {
      const changes = compareFilters(old.filter, now.filter);
      const opened = changes.filter(({ change }) => change !== 'CLOSED');
      const lost = changes.filter(({ mayClose }) => mayClose);
      beyond.push(...packetSetsOf(beyondMissing(opened, old.missing, now.filter), old, now));
      closed.push(...packetSetsOf(lost, old, now));
    } catch (error) {
      if (!(error instanceof TooManyParts)) throw error;
      isComplete = false;
    }
  }
  return { beyond, closed, isComplete };
}

/** The parts of the changes that no missing flow needs. */
function beyondMissing(
  changes: readonly ChangedPackets[],
  missing: LocationFilter['missing'],
  filter: PacketFilter,
): ChangedPackets[] {
  return changes.flatMap((change) =>
    change.protocols.flatMap((protocol) => {
      const own = missing.filter(
        ({ direction, statement }) =>
          direction === change.direction &&
          (statement.protocol === 'ANY' || statement.protocol === protocol),
      );
      const whole = box(
        partOf(change.far),
        partOf(change.near),
        change.destinationPorts,
        change.sourcePorts,
      );
      const rest = own
        .filter((flow) => isDecidedBy(flow, change, filter))
        .map((flow) => packetsOf(flow, filter, change.change === 'UNDECIDED'))
        .reduce<Box[]>(differences, whole ? [whole] : []);
      return rest.map(
        ({ remote, local, ports, sourcePorts }): ChangedPackets => ({
          ...change,
          protocols: [protocol],
          far: remote.line,
          near: local.line,
          destinationPorts: ports,
          sourcePorts,
        }),
      );
    }),
  );
}

/** Packets that may change count as those of a flow only if that depends on nothing but where the flow's tags are. */
function isDecidedBy(
  flow: DocumentedFlow,
  { conditions }: ChangedPackets,
  filter: PacketFilter,
): boolean {
  const own = new Set(tagsOfFlow(flow, filter).map(({ name }) => holdsFarAddress(name)));
  return conditions.every((condition) => own.has(condition));
}

/** As the document states the flow: its whole tag, and any source port. */
function packetsOf(flow: DocumentedFlow, filter: PacketFilter, isPossible: boolean): Box {
  const { network } = filter;
  const side = hostSide(everyAddress, { ...network, assume: () => {} });
  const addresses = tagsOfFlow(flow, filter).map((tag) => {
    const { sure, maybe } = side.cover({ kind: 'tag', tag });
    return (isPossible ? maybe : sure).line;
  });
  return {
    remote: partOf(union(...addresses)),
    local: partOf(nearAddresses(filter)),
    ports: flow.ports,
    sourcePorts: everyPort,
  };
}

function tagsOfFlow(
  { direction, statement, remote }: DocumentedFlow,
  { network }: PacketFilter,
): readonly Tag[] {
  const named = network.tags.find(
    direction === 'INBOUND' ? statement.source : statement.destination,
  );
  return named ? [...remote, named] : remote;
}
