/** The ladder of one packet in a location: out of the subnet, or into it, past each element on its way. */

import type { Direction } from '../../../data/model.ts';
import { InputError } from '../../input-error.ts';
import { isSameName, nearestOf } from '../../nearest.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { evaluate } from '../../network/evaluate.ts';
import type { Flow } from '../../network/flow.ts';
import { localSide, remoteSide } from '../../network/flow-ends.ts';
import { hostSide } from '../../network/host-side.ts';
import { defaultRules, type SecurityRule, tagsOf } from '../../network/security-rule.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { has, type IntervalSet, interval, union } from '../../network/sets/interval-set.ts';
import { formatAddress, privateAddresses, toPrefixes } from '../../network/sets/ipv4.ts';
import { type AssumptionCode, type NetworkFacts, rememberedSide } from '../../network/side.ts';
import { traceOf } from '../../network/trace.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import { adminRulesOf, adminStep } from './admin-step.ts';
import type { Ladder } from './ladder.ts';
import { joined, type LadderStep } from './ladder-step.ts';
import { learnedStep } from './learned-step.ts';
import { platformLadder } from './platform-packet.ts';
import { assumptionsIn, type Locate, labelOf, missesOf, rungsOf } from './rungs.ts';
import type { PacketEnd, PacketSubject } from './subject.ts';
import { firewallRulesOf, wayStep } from './way-step.ts';

/** One ladder, or two for a packet within the subnet; none where neither end is in the subnet. */
export function laddersOfPacket(
  packet: PacketSubject,
  context: LocationContext,
  locate: Locate,
): readonly Ladder[] {
  const { network } = context;
  return directionsOf(packet, network).map((direction) =>
    ladderOf(packet, direction, context, locate),
  );
}

/** Private addresses may be the subnet's where the input does not contain it. */
export function directionsOf(
  { source, destination }: PacketSubject,
  { subnet, virtualNetwork }: NetworkFacts,
): readonly Direction[] {
  const own = subnet ?? virtualNetwork ?? privateAddresses;
  const isNear = (end: PacketEnd) =>
    end.kind === 'subnet' || (end.kind === 'address' && has(own, end.address));
  return [
    ...(isNear(source) ? (['OUTBOUND'] as const) : []),
    ...(isNear(destination) ? (['INBOUND'] as const) : []),
  ];
}

/** "10.0.1.0/27", or what is known instead. */
export function subnetInWords({ network, location, region }: LocationContext): string {
  const { subnet, virtualNetwork } = network;
  const name = location.subnet?.addressPrefix ?? toPrefixes(subnet ?? virtualNetwork ?? []).join();
  return `${name || 'unknown'} (${region.displayName})`;
}

function ladderOf(
  packet: PacketSubject,
  direction: Direction,
  context: LocationContext,
  locate: Locate,
): Ladder {
  const { region, tags, network, rules } = context;
  const about = {
    region: region.name,
    direction,
    packets: `${direction.toLowerCase()} ${packetInWords(packet)}`,
  };
  const ofPlatform = platformLadder(packet, direction);
  if (ofPlatform) return { ...about, ...ofPlatform };
  const far = direction === 'INBOUND' ? packet.source : packet.destination;
  const tag = far.kind === 'tag' ? requireTag(far.name, context) : undefined;
  const assumed = new Set<AssumptionCode>();
  const facts: NetworkFacts = { ...network, assume: (code) => assumed.add(code) };
  const all = rules ? [...rules, ...defaultRules(tags)] : [];
  const named = [...all, ...adminRulesOf(context), ...firewallRulesOf(context)];
  const flow = flowOf(packet, direction, facts, tag, named);
  const { outcome, decidedBy, rungs, notes } = joined([
    () => adminStep(flow, context, locate),
    () => (rules ? groupStep(flow, all, locate) : withoutRules(packet, direction, context)),
    ...(direction === 'OUTBOUND' && far.kind !== 'subnet'
      ? [
          () => wayStep(flow, termOf(far, tag), context, locate),
          () => learnedStep(termOf(far, tag), context),
        ]
      : []),
  ]);
  const assumptions = assumptionsIn(assumed, context);
  return { ...about, outcome, decidedBy, rungs, notes, assumptions };
}

const termOf = (far: PacketEnd, tag: Tag | undefined): AddressTerm => {
  if (tag) return { kind: 'tag', tag };
  if (far.kind !== 'address') throw new Error('the far end is an address or a tag');
  return { kind: 'addresses', addresses: interval(far.address, far.address) };
};

function groupStep(flow: Flow, all: readonly SecurityRule[], locate: Locate): LadderStep {
  const evaluation = evaluate(flow, all);
  const { outcome, decidedBy } = evaluation;
  return {
    element: 'NETWORK_SECURITY_GROUP',
    outcome,
    decidedBy: decidedBy?.name ?? null,
    rungs: rungsOf(evaluation, locate),
    notes: [
      ...(outcome === 'UNKNOWN' ? ['the input leaves open which rule decides'] : []),
      ...notTried(flow, all, evaluation.trace().at(-1)?.rule),
    ],
  };
}

function flowOf(
  packet: PacketSubject,
  direction: Direction,
  facts: NetworkFacts,
  tag: Tag | undefined,
  rules: readonly SecurityRule[],
): Flow {
  const [near, far] =
    direction === 'INBOUND'
      ? [packet.destination, packet.source]
      : [packet.source, packet.destination];
  const subnet = near.kind === 'address' ? interval(near.address, near.address) : facts.subnet;
  // Protocols without ports match only rules for every port.
  const anyPort = interval(0, 0);
  const { sourcePort, destinationPort } = packet;
  const ofRules = tagsOf(rules.filter((rule) => (rule.direction ?? direction) === direction));
  return {
    direction,
    protocol: packet.protocol,
    remote: rememberedSide(facts, (known) =>
      tag ? remoteSide([tag], ofRules, known) : hostSide(addressesOf(far, facts), known),
    ),
    local: rememberedSide({ ...facts, subnet }, localSide),
    ports: destinationPort === undefined ? anyPort : interval(destinationPort, destinationPort),
    ...(sourcePort !== undefined && { sourcePorts: interval(sourcePort, sourcePort) }),
    ...(destinationPort === undefined && { sourcePorts: anyPort }),
  };
}

const addressesOf = (end: PacketEnd, { subnet }: NetworkFacts): IntervalSet =>
  end.kind === 'address' ? interval(end.address, end.address) : (subnet ?? []);

function requireTag(name: string, { tags }: LocationContext): Tag {
  const tag = tags.find(name);
  if (tag) return tag;
  throw new InputError('the far end is not a service tag', {
    path: ['why'],
    given: name,
    expected: ['an IPv4 address', `a service tag of ${tags.cloud}`],
    nearest: nearestOf(name, tags.names),
  });
}

/** Later rules that match the packet, and are not tried any more. */
function notTried(
  flow: Flow,
  all: readonly SecurityRule[],
  last: SecurityRule | undefined,
): string[] {
  const later = last ? all.slice(all.indexOf(last) + 1) : [];
  const hidden = traceOf(flow, later, []).filter(
    (entry) => missesOf(entry).length === 0 && !entry.rule.isDefault,
  );
  if (hidden.length === 0) return [];
  const labels = hidden.map(({ rule }) => labelOf(rule));
  const verb = labels.length === 1 ? 'matches' : 'match';
  return [
    `${listing(labels)} ${verb} it, too, and ${labels.length === 1 ? 'is' : 'are'} not tried`,
  ];
}

function withoutRules(
  packet: PacketSubject,
  direction: Direction,
  context: LocationContext,
): LadderStep {
  const none = { element: 'NETWORK_SECURITY_GROUP', decidedBy: null, rungs: [] } as const;
  if (hasGroupElsewhere(context.location)) {
    return { ...none, outcome: 'UNKNOWN', notes: ['the security group is not in the input'] };
  }
  const noGroup = 'the subnet has no security group';
  const isInside =
    direction === 'OUTBOUND' || context.deployment.platform !== 'STV2'
      ? true
      : isFromNetwork(packet, context);
  if (isInside) return { ...none, outcome: 'ALLOWED', notes: [noGroup] };
  const closed = 'the load balancer of stv2 lets nothing in until a group allows it';
  return isInside === undefined
    ? {
        ...none,
        outcome: 'UNKNOWN',
        notes: [`${noGroup}, and the input does not say whether the source is in its network`],
      }
    : { ...none, outcome: 'DENIED', notes: [`${noGroup}; ${closed}`] };
}

/** Undefined for private addresses outside of what is known of the network: they may be of a peer. */
function isFromNetwork(
  { source }: PacketSubject,
  { network }: LocationContext,
): boolean | undefined {
  if (source.kind !== 'address')
    return source.kind === 'subnet' || isSameName(source.name, 'VirtualNetwork');
  const own = union(network.subnet ?? [], network.virtualNetwork ?? []);
  if (has(own, source.address)) return true;
  return has(privateAddresses, source.address) ? undefined : false;
}

/** TCP 10.0.1.4 -> 13.69.104.0:1433 */
export function packetInWords(packet: PacketSubject): string {
  const { protocol, source, destination, sourcePort, destinationPort } = packet;
  const end = (one: PacketEnd, port: number | undefined) => {
    const name =
      one.kind === 'address'
        ? formatAddress(one.address)
        : one.kind === 'tag'
          ? one.name
          : 'the subnet';
    return port === undefined ? name : `${name}:${port}`;
  };
  return `${protocol} ${end(source, sourcePort)} -> ${end(destination, destinationPort)}`;
}
