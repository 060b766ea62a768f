/**
 * The proof of a fix: it is safe if the packets that pass security admin rules and the group afterwards are those that
 * passed before and, besides, the packets of required flows that were denied, and no others.
 */

import { partOf } from '../../network/address-part.ts';
import type { ChangedPackets } from '../../network/compare/changed-packets.ts';
import { compareFilters, TooManyParts } from '../../network/compare/compare-filters.ts';
import {
  actionsOfAccess,
  type FilterElement,
  nearAddresses,
  type PacketFilter,
} from '../../network/compare/filter-element.ts';
import { containsFarAddress } from '../../network/compare/packet-filter.ts';
import { hostSide } from '../../network/host-side.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { type Box, box, differences } from '../../network/sets/box.ts';
import { union } from '../../network/sets/interval-set.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { ephemeralPorts, everyPort } from '../../network/sets/ports.ts';
import type { DocumentedFlow } from '../flows/flows.ts';
import type { ConfigReport } from '../report.ts';
import { elementIds } from './elements.ts';
import type { LocationFilter } from './location-filter.ts';
import { type PacketSet, packetSetsOf } from './packet-set.ts';

export interface FixProof {
  /** What the fix opens, or may, beyond required flows that were denied; empty for a safe fix. */
  readonly beyond: readonly PacketSet[];
  /** What it closes, or may. */
  readonly closed: readonly PacketSet[];
  /** Packets of required flows that the group lets pass since the fix, and that security admin rules stop, or may. */
  readonly stopped: readonly PacketSet[];
  /** False where the packets of a location could not be compared: then nothing is proven. */
  readonly isComplete: boolean;
}

export const isSafe = ({ beyond, closed, stopped, isComplete }: FixProof): boolean =>
  isComplete && beyond.length === 0 && closed.length === 0 && stopped.length === 0;

/** Both reports are on one deployment, before and after the fix. */
export function proofOfFix(before: ConfigReport, after: ConfigReport): FixProof {
  const beyond: PacketSet[] = [];
  const closed: PacketSet[] = [];
  const stopped: PacketSet[] = [];
  const [olds, news] = [before.filters(), after.filters()];
  let isComplete = olds.length === news.length;
  for (const [index, old] of olds.entries()) {
    const now = news[index];
    if (!now?.ofRules || !old.ofRules || now.region.name !== old.region.name) {
      isComplete = false;
      continue;
    }
    try {
      const changes = compareFilters(old.ofRules, now.ofRules);
      const opened = changes.filter(({ change }) => change !== 'CLOSED');
      const lost = changes.filter(({ mayClose }) => mayClose);
      beyond.push(...packetSetsOf(beyondMissing(opened, old.missing, now.ofRules), old, now));
      closed.push(...packetSetsOf(lost, old, now));
      const left = new Set(now.missing.map(({ id }) => id));
      const mended = old.missing.filter(({ id }) => !left.has(id));
      stopped.push(...packetSetsOf(stoppedBefore(mended, now.ofRules), old, now));
    } catch (error) {
      if (!(error instanceof TooManyParts)) throw error;
      isComplete = false;
    }
  }
  return { beyond, closed, stopped, isComplete };
}

/** What of the flows security admin rules stop, or may. */
function stoppedBefore(
  flows: readonly DocumentedFlow[],
  filter: PacketFilter,
): readonly ChangedPackets[] {
  if (flows.length === 0 || !filter.elements.some(({ id }) => id === elementIds.admin)) return [];
  const allowed: FilterElement = {
    id: 'flows',
    rules: flows.map(ruleOfFlow),
    actionsOf: (rule) => actionsOfAccess(rule),
    describe: ({ name }) => name,
  };
  const passing = { ...filter, elements: [allowed, ...filter.elements] };
  return compareFilters(filter, passing).filter(({ before }) =>
    before.some(({ element }) => element === elementIds.admin),
  );
}

function ruleOfFlow({ id, direction, statement, remote, ports }: DocumentedFlow): SecurityRule {
  const far = remote.map((tag) => ({ kind: 'tag', tag }) as const);
  const anywhere = [{ kind: 'any' }] as const;
  return {
    name: id,
    priority: 0,
    direction,
    access: 'ALLOW',
    protocol: statement.protocol,
    source: direction === 'INBOUND' ? far : anywhere,
    sourcePorts: ephemeralPorts,
    destination: direction === 'INBOUND' ? anywhere : far,
    destinationPorts: ports,
    isDefault: false,
    isContested: false,
    index: -1,
    path: '',
  };
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
  const own = new Set(tagsOfFlow(flow, filter).map(({ name }) => containsFarAddress(name)));
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
