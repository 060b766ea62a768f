/** The peerings of a virtual network among the resources of a template or an export, and its gateways. */

import { pointer } from '../../../json-pointer.ts';
import { memoizeByObject } from '../../../network/memoize.ts';
import type { InputPeering } from '../../../peering.ts';
import { isPartOf, type Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce, nameOf } from '../azure/targets.ts';
import {
  field,
  fieldPath,
  get,
  keyOf,
  listOf,
  type Path,
  textOf,
  Unresolved,
} from '../unresolved.ts';
import { hubConnectionsOf } from './azure-hubs.ts';
import { routesOfHubs } from './hubs.ts';
import {
  type Connections,
  connectionOf,
  flagOf,
  isOfHub,
  isWholePeering,
  mayLearnRoutes,
  ofGateway,
  ofPeering,
  perhapsOwn,
  prefixesIn,
  requireFewPeerings,
  shortName,
} from './peering.ts';

const networkType = 'microsoft.network/virtualnetworks';
const peeringType = `${networkType}/virtualnetworkpeerings`;
const hubType = 'microsoft.network/virtualhubs';
const gatewayType = 'microsoft.network/virtualnetworkgateways';

interface WrittenPeering {
  readonly name: string;
  readonly body: unknown;
  readonly path: Path;
  /** True where a condition decides whether it is there. */
  readonly isOpen: boolean;
}

export function connectionsOf(network: Resource, all: TemplateResources): Connections {
  const written = writtenIn(network, all);
  const unowned = unownedBeside(network, all);
  requireFewPeerings(written.length + unowned.length, network.path);
  const isBack = new Map<Resource, boolean>();
  const hasPeeringBack = (target: Resource): boolean => {
    const known = isBack.get(target);
    if (known !== undefined) return known;
    const is = writtenIn(target, all).some(
      ({ body, isOpen }) => !isOpen && networkAt(remoteOf(body), all) === network,
    );
    isBack.set(target, is);
    return is;
  };
  const own = written.map((one) => {
    const target = networkAt(remoteOf(one.body), all);
    return { ...readPeering(one, target, target !== undefined && hasPeeringBack(target)), target };
  });
  const perhaps = unowned.map((one) => {
    const target = networkAt(remoteOf(one.body), all);
    const { peering, usesGateway } = readPeering(one, target, false);
    return { peering: perhapsOwn(peering), usesGateway, target };
  });
  const read = [...own, ...perhaps];
  const hubs = hubConnectionsOf(network, all);
  const ofHubs = routesOfHubs(hubs);
  return {
    hubRoutes: ofHubs.hubRoutes,
    peerings: read.map(({ peering }) => peering),
    routeSources: [
      ...ofHubs.routeSources,
      ...read.flatMap(({ peering, usesGateway, target }) =>
        usesGateway !== false &&
        peering.isConnected !== false &&
        !(hubs.length > 0 && isOfHub(peering.remote)) &&
        mayHaveRoutes(target, all)
          ? [ofPeering(peering.name, peering.remote, peering.path)]
          : [],
      ),
      ...(gatewaysByNetwork(all).get(network) ?? [])
        .filter(({ mayLearn }) => mayLearn)
        .map(({ gateway, label }) => ofGateway(label, pointer(...gateway.path))),
    ],
  };
}

function readPeering(
  { name, body, path, isOpen }: WrittenPeering,
  target: Resource | undefined,
  hasPeeringBack: boolean,
) {
  const state = field(body, 'peeringState');
  const spaces = ['remoteAddressSpace', 'remoteVirtualNetworkAddressSpace'].map((key) =>
    get(field(body, key), 'addressPrefixes'),
  );
  const ofTarget = get(field(target?.resolved(), 'addressSpace'), 'addressPrefixes');
  const isWhole = isWholePeering(
    field(body, 'peerCompleteVnets'),
    field(body, 'enableOnlyIPv6Peering'),
    [field(body, 'localSubnetNames'), field(body, 'remoteSubnetNames')],
  );
  const isConnected = connectionOf(state, hasPeeringBack, isWhole);
  const access = flagOf(field(body, 'allowVirtualNetworkAccess'), undefined);
  const peering: InputPeering = {
    name,
    remote: shortName(remoteOf(body)),
    path: pointer(...path),
    addressPrefixes: prefixesIn(spaces[0] ?? spaces[1] ?? ofTarget),
    ...(!isWhole && { isPart: true as const }),
    allowsAccess: isOpen || !isWhole ? undefined : access,
    allowsForwarded: isOpen ? undefined : flagOf(field(body, 'allowForwardedTraffic'), false),
    state: typeof state === 'string' ? state : undefined,
    isConnected: isOpen ? undefined : isConnected,
  };
  return { peering, usesGateway: flagOf(field(body, 'useRemoteGateways'), false) };
}

const remoteOf = (body: unknown): unknown => get(field(body, 'remoteVirtualNetwork'), 'id');

function networkAt(reference: unknown, all: TemplateResources): Resource | undefined {
  const key = keyOf(reference);
  const networks =
    key === undefined ? [] : all.named(key).filter(({ id }) => id.type === networkType);
  return networks.at(-1);
}

/** Peerings that are resources of their own, by the name of their network. */
const ownPeeringsIn = memoizeByObject(
  (all: TemplateResources): ReadonlyMap<string, readonly Resource[]> =>
    Map.groupBy(all.ofType(peeringType), ({ id }) => id.names[0] ?? ''),
);

/** In the network, and as resources of their own; an export has both. */
function writtenIn(network: Resource, all: TemplateResources): WrittenPeering[] {
  const body = network.resolved();
  const key = 'virtualNetworkPeerings';
  const isOpen = all.openCondition(network) !== undefined;
  const inline = listOf(field(body, key)).map((one, index) => ({
    name: textOf(get(one, 'name') ?? key),
    body: one,
    path: [...network.path, ...fieldPath(body, key), index],
    isOpen,
  }));
  const names = new Set(inline.map(({ name }) => name.toLowerCase()));
  const own = eachOnce(
    (ownPeeringsIn(all).get(network.id.names[0] ?? '') ?? []).filter((one) =>
      isPartOf(one, network),
    ),
    all,
  ).map((one) => ownPeering(one, all));
  all.pay(inline.length + own.length);
  return [...inline, ...own.filter(({ name }) => !names.has(name.toLowerCase()))];
}

const ownPeering = (one: Resource, all: TemplateResources): WrittenPeering => ({
  name: lastNameOf(one),
  body: one.resolved(),
  path: one.path,
  isOpen: all.openCondition(one) !== undefined,
});

/** Without the name of its network. */
function lastNameOf(one: Resource): string {
  const name = get(one.resolved(), 'name');
  const last = (name instanceof Unresolved ? name.key : nameOf(one)).split('/').at(-1) ?? '';
  return last.includes('[') ? nameOf(one) : last;
}

const isOpenName = (name: string | undefined) => name?.includes('[') === true;

/** Peerings that may be of the network: its name or that of theirs is open, and no network here has the latter. */
function unownedBeside(network: Resource, all: TemplateResources): WrittenPeering[] {
  const [own] = network.id.names;
  const networks = new Set(all.ofType(networkType).map(({ id }) => id.names[0]));
  const unowned = [...ownPeeringsIn(all)].flatMap(([name, peerings]) =>
    networks.has(name) || !(isOpenName(own) || isOpenName(name)) ? [] : peerings,
  );
  all.pay(unowned.length);
  return eachOnce(unowned, all)
    .map((one) => ownPeering(one, all))
    .filter(({ body }) => networkAt(remoteOf(body), all) !== network);
}

interface RouteGateway {
  readonly gateway: Resource;
  /** What it is, and its name. */
  readonly label: string;
  /** Whether it may have a default route. */
  readonly mayLearn: boolean;
}

/** Gateways, and Route Servers, which always may have learned a default route, by their networks. */
const gatewaysByNetwork = memoizeByObject(
  (all: TemplateResources): ReadonlyMap<Resource, readonly RouteGateway[]> => {
    const gateways = all.ofType(gatewayType).map(
      (gateway): RouteGateway => ({
        gateway,
        label: `the gateway ${nameOf(gateway)}`,
        mayLearn: mayLearn(gateway),
      }),
    );
    const servers = [...all.ofType(hubType), ...all.ofType(`${hubType}/ipconfigurations`)].map(
      (gateway): RouteGateway => ({
        gateway,
        label: `the Route Server ${gateway.id.names[0]}`,
        mayLearn: true,
      }),
    );
    const pairs = [...gateways, ...servers].flatMap((one) =>
      networksOf(one.gateway, all).map((network) => ({ network, one })),
    );
    const groups = Map.groupBy(pairs, ({ network }) => network);
    return new Map([...groups].map(([network, some]) => [network, some.map(({ one }) => one)]));
  },
);

/** The networks of the subnets in its configurations of addresses, or in its own. */
function networksOf({ resolved }: Resource, all: TemplateResources): Resource[] {
  const body = resolved();
  const subnets = [body, ...listOf(field(body, 'ipConfigurations'))].map((one) => {
    const [network, name] = (keyOf(get(field(one, 'subnet'), 'id')) ?? '').split('/subnets/');
    return name === undefined ? '' : (network ?? '');
  });
  return [...new Set(subnets)].flatMap((key) => all.named(key));
}

const mayLearn = ({ resolved }: Resource): boolean =>
  mayLearnRoutes(
    field(resolved(), 'gatewayType'),
    field(resolved(), 'enableBgp'),
    field(resolved(), 'gatewayDefaultSite'),
  );

/** False where the document has the gateways of the other network, and none of them learns routes. */
function mayHaveRoutes(network: Resource | undefined, all: TemplateResources): boolean {
  const gateways = (network && gatewaysByNetwork(all).get(network)) ?? [];
  return gateways.length === 0 || gateways.some(({ mayLearn }) => mayLearn);
}
