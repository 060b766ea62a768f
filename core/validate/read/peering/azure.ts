/** The peerings of a virtual network among the resources of a template or an export, and its gateways. */

import { pointer } from '../../../json-pointer.ts';
import { memoizeByObject } from '../../../network/memoize.ts';
import type { InputPeering } from '../../../peering.ts';
import { isPartOf, type Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce, nameOf } from '../azure/targets.ts';
import { field, fieldPath, get, keyOf, listOf, type Path, textOf } from '../unresolved.ts';
import { hubConnectionsOf } from './azure-hubs.ts';
import { routesOfHubs } from './hubs.ts';
import {
  type Connections,
  flagOf,
  isConnectedIn,
  isOfHub,
  mayLearnRoutes,
  ofGateway,
  ofPeering,
  prefixesIn,
  requireFewPeerings,
  shortName,
} from './peering.ts';

const networkType = 'microsoft.network/virtualnetworks';
const peeringType = `${networkType}/virtualnetworkpeerings`;
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
  requireFewPeerings(written.length, network.path);
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
  const read = written.map((one) => {
    const target = networkAt(remoteOf(one.body), all);
    return { ...readPeering(one, target, target !== undefined && hasPeeringBack(target)), target };
  });
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
      ...gatewaysOf(network, all)
        .filter(mayLearn)
        .map((gateway) => ofGateway(nameOf(gateway), pointer(...gateway.path))),
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
  const isConnected = isConnectedIn(state) ?? (hasPeeringBack || undefined);
  const access = flagOf(field(body, 'allowVirtualNetworkAccess'), undefined);
  const peering: InputPeering = {
    name,
    remote: shortName(remoteOf(body)),
    path: pointer(...path),
    addressPrefixes: prefixesIn(spaces[0] ?? spaces[1] ?? ofTarget),
    allowsAccess: isOpen ? undefined : access,
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
  ).map((one) => ({
    name: nameOf(one).split('/').at(-1) ?? '',
    body: one.resolved(),
    path: one.path,
    isOpen: all.openCondition(one) !== undefined,
  }));
  all.pay(inline.length + own.length);
  return [...inline, ...own.filter(({ name }) => !names.has(name.toLowerCase()))];
}

const gatewaysOf = (network: Resource, all: TemplateResources): readonly Resource[] =>
  all.ofType(gatewayType).filter((gateway) =>
    listOf(field(gateway.resolved(), 'ipConfigurations')).some((one) => {
      const [key, subnet] = (keyOf(get(field(one, 'subnet'), 'id')) ?? '').split('/subnets/');
      return subnet !== undefined && all.named(key ?? '').includes(network);
    }),
  );

const mayLearn = ({ resolved }: Resource): boolean =>
  mayLearnRoutes(
    field(resolved(), 'gatewayType'),
    field(resolved(), 'enableBgp'),
    field(resolved(), 'gatewayDefaultSite'),
  );

/** False where the document has the gateways of the other network, and none of them learns routes. */
function mayHaveRoutes(network: Resource | undefined, all: TemplateResources): boolean {
  const gateways = network ? gatewaysOf(network, all) : [];
  return gateways.length === 0 || gateways.some(mayLearn);
}
