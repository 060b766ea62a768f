/** An own flow as security rules that are put before those of a location, and the rules that it is compared with. */

import type { AddressTerm } from '../../network/address-term.ts';
import {
  actionsOfAccess,
  type FilterElement,
  type PacketFilter,
} from '../../network/compare/filter-element.ts';
import { hostSide } from '../../network/host-side.ts';
import { memoizeOnObject } from '../../network/memoize.ts';
import type { UserRoute } from '../../network/route.ts';
import { defaultRules, type RuleProtocol, type SecurityRule } from '../../network/security-rule.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';
import { type IntervalSet, intersect, size, union } from '../../network/sets/interval-set.ts';
import { everyAddress, publicAddresses } from '../../network/sets/ipv4.ts';
import { ephemeralPorts, everyPort } from '../../network/sets/ports.ts';
import { coverAll, type KnownNetwork } from '../../network/side.ts';
import { elementsOf, noGroup, withoutGroup } from '../compare/filter-of-location.ts';
import { wayTo } from '../compare/way-elements.ts';
import type { LocationContext } from '../location/location.ts';
import type { ReadOwnFlow, ReadPacketSet } from './read-own-flow.ts';

/** A packet set with the tags of the location's cloud. */
export interface FlowPackets extends ReadPacketSet {
  readonly terms: readonly AddressTerm[];
}

const anywhere: readonly AddressTerm[] = [{ kind: 'any' }];

interface FlowRule extends Pick<SecurityRule, 'direction' | 'access'> {
  readonly name: string;
  readonly far: readonly AddressTerm[];
  readonly protocol: RuleProtocol;
  readonly ports?: ReadPacketSet['ports'];
  readonly sourcePorts?: ReadPacketSet['ports'];
}

/** A rule about the whole near end. */
function flowRule({ name, direction, access, far, protocol, ...given }: FlowRule): SecurityRule {
  const isInbound = direction === 'INBOUND';
  return {
    name,
    priority: 0,
    direction,
    access,
    protocol,
    source: isInbound ? far : anywhere,
    sourcePorts: given.sourcePorts ?? everyPort,
    destination: isInbound ? anywhere : far,
    destinationPorts: given.ports ?? everyPort,
    isDefault: false,
    isContested: false,
    index: -1,
    path: '',
  };
}

/** What the flow would do, as an element that comes before all others. */
export function flowElement(
  flow: ReadOwnFlow,
  sets: readonly FlowPackets[],
  of: readonly FlowPackets[],
  { network }: LocationContext,
): FilterElement {
  // What must pass to VirtualNetwork or Internet goes by what they are, not by prefixes of routes.
  const side = hostSide(everyAddress, { ...network, assume: () => {} });
  return {
    id: 'own flow',
    rules: rulesOfFlow(flow, sets, of),
    actionsOf: (rule) => actionsOfAccess(rule),
    describe: ({ name }) => name,
    ...(flow.kind === 'ALLOW' && {
      farOf: ({ source, destination }) =>
        coverAll(side, flow.direction === 'INBOUND' ? source : destination),
    }),
  };
}

function rulesOfFlow(
  { kind, direction, input: { name } }: ReadOwnFlow,
  sets: readonly FlowPackets[],
  of: readonly FlowPackets[],
): readonly SecurityRule[] {
  const rules = (access: 'ALLOW' | 'DENY', all: readonly FlowPackets[]) =>
    all.flatMap(({ terms, protocol, ports }) =>
      oneByOne(terms).map((far) => flowRule({ name, direction, access, far, protocol, ports })),
    );
  switch (kind) {
    case 'ALLOW':
      // As with documented flows: clients connect from high ports.
      return sets.flatMap(({ terms, ports, ...set }) =>
        protocolsThatMustPass(set).flatMap((protocol) =>
          oneByOne(terms).map((far) =>
            flowRule({
              name,
              direction,
              access: 'ALLOW',
              far,
              protocol,
              ports,
              sourcePorts: ephemeralPorts,
            }),
          ),
        ),
      );
    case 'DENY':
      return rules('DENY', sets);
    default:
      return [
        ...rules('ALLOW', sets),
        ...(of.length > 0
          ? rules('DENY', of)
          : [flowRule({ name, direction, access: 'DENY', far: anywhere, protocol: 'ANY' })]),
      ];
  }
}

/** All addresses together, and each tag by itself: what depends on a tag then depends on nothing else. */
function oneByOne(terms: readonly AddressTerm[]): readonly (readonly AddressTerm[])[] {
  const isTag = ({ kind }: AddressTerm) => kind === 'tag';
  const addresses = terms.filter((term) => !isTag(term));
  return [
    ...(addresses.length > 0 ? [addresses] : []),
    ...terms.filter(isTag).map((term) => [term]),
  ];
}

/** Only these have ports, so a flow to a port is a flow of these. */
export const protocolsThatMustPass = ({
  protocol,
  hasPorts,
}: Pick<ReadPacketSet, 'protocol' | 'hasPorts'>): readonly RuleProtocol[] =>
  protocol === 'ANY' && hasPorts ? ['TCP', 'UDP'] : [protocol];

/** What decides the packets of the flow's direction; `far` are its far ends. The group has to be in the input. */
export function filterOfFlow(
  flow: ReadOwnFlow,
  far: readonly AddressTerm[],
  context: LocationContext,
): PacketFilter {
  const { rules: custom, tags } = context;
  const rules = isClosedWithoutGroup(flow, context)
    ? closedRules(context)
    : custom
      ? [...custom, ...defaultRules(tags)]
      : withoutGroup;
  const network = routedNetwork(context);
  return {
    network,
    elements: elementsOf(
      context,
      rules
        .filter(({ direction }) => (direction ?? flow.direction) === flow.direction)
        .map((rule) => (isAllowInternet(rule) ? withRouted(rule, network) : rule)),
      wayTo(far, context),
    ),
  };
}

const isAllowInternet = ({ name, isDefault }: SecurityRule) =>
  isDefault && name === 'AllowInternetOutBound';

/** What Internet may no longer hold is then in VirtualNetwork, which the default rule before this one allows. */
const withRouted = (rule: SecurityRule, { routedFromInternet }: Routed): SecurityRule => ({
  ...rule,
  destination: [
    ...rule.destination,
    { kind: 'addresses', addresses: intersect(routedFromInternet, publicAddresses) },
  ],
});

type Routed = Required<Pick<KnownNetwork, 'routed' | 'routedFromInternet'>>;

/** One object for all flows of a location. */
const routedNetwork = memoizeOnObject((context: LocationContext): KnownNetwork & Routed => ({
  ...context.network,
  ...routedIn(context),
}));

function routedIn({ routes }: LocationContext): Routed {
  const all = routes?.routing.routes ?? [];
  const endsOf = (some: readonly UserRoute[]) => some.map(({ destination }) => destination);
  // What a route leads to the Internet is on the Internet.
  const elsewhere = endsOf(all.filter(({ nextHop }) => nextHop !== 'Internet'));
  return {
    routed: union(...endsOf(all).map(addressesOf)),
    routedFromInternet: union(...elsewhere.filter((end) => !isDefault(end)).map(addressesOf)),
  };
}

/**
 * The whole address space, which some write in two halves. A default route takes nothing from Internet: the documents
 * on forced tunneling still ask for rules with that tag.
 */
const isDefault = (end: AddressTerm) =>
  end.kind === 'addresses' && size(end.addresses) >= size(everyAddress) / 2;

/** All that a route may be for. */
function addressesOf(destination: AddressTerm): IntervalSet {
  switch (destination.kind) {
    case 'addresses':
      return destination.addresses;
    case 'tag':
      return destination.tag.addresses ?? publicAddresses;
    case 'ipv6':
      return [];
    default:
      return everyAddress;
  }
}

/** The load balancer of an stv2 instance is closed to what comes from outside the network until a group opens it. */
const isClosedWithoutGroup = ({ direction }: ReadOwnFlow, { rules, deployment }: LocationContext) =>
  !rules && direction === 'INBOUND' && deployment.platform === 'STV2';

function closedRules({ tags }: LocationContext): readonly SecurityRule[] {
  const named = (name: string): AddressTerm[] => [{ kind: 'tag', tag: tags.find(name) as Tag }];
  const inbound = { name: noGroup, direction: 'INBOUND', protocol: 'ANY' } as const;
  return [
    flowRule({ ...inbound, access: 'DENY', far: named('AzureLoadBalancer') }),
    flowRule({ ...inbound, access: 'ALLOW', far: named('VirtualNetwork') }),
    flowRule({ ...inbound, access: 'DENY', far: anywhere }),
  ];
}
