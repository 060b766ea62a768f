/**
 * The naive evaluator of a whole path: decides one packet by walking security admin rules, the group, the routes and the
 * firewall that a route leads to, each as its document says it, to compare the algebra with.
 */

import type { AdminRule, RuleFields } from '../../core/deployment.ts';
import type { InputFirewall } from '../../core/firewall.ts';
import { hasPrefix, isAllowed, matches, type NaiveNetwork, type Packet, textOf } from './naive.ts';
import { passesFirewall } from './naive-firewall.ts';

export interface NaiveAdminRule {
  readonly action: NonNullable<AdminRule['action']>;
  readonly rule: RuleFields;
}

export interface NaiveRoute {
  readonly name: string;
  readonly addressPrefix: string;
  readonly nextHopType: 'None' | 'Internet' | 'VirtualAppliance';
  readonly nextHopIpAddress?: string;
}

export interface NaivePath {
  readonly rules: readonly RuleFields[];
  readonly admin: readonly NaiveAdminRule[];
  readonly routes: readonly NaiveRoute[];
  /** Whether the network has a gateway, which may bring a default route. */
  readonly hasGateway: boolean;
  /** Its private address is its only one. */
  readonly firewall: InputFirewall;
}

/** What the input does not say, decided one way. */
export interface World {
  readonly network: NaiveNetwork;
  /** Whether the far address is in a network that is connected. */
  readonly isPeer: boolean;
  /** Whether a connected network has a prefix longer than that of any route. */
  readonly hasLongerPrefix: boolean;
  /** Whether appliances that are not in the input let packets pass. */
  readonly isOpenBeyond: boolean;
  /** Whether a gateway brings a default route, and what is behind it lets packets pass. */
  readonly learned: 'NOTHING' | 'OPEN' | 'CLOSED';
  readonly host: string;
  readonly isInfrastructure: boolean;
}

const learned = ['NOTHING', 'OPEN', 'CLOSED'] as const;
const hosts = ['a.contoso.com', 'b.contoso.com', 'example.org'];
const privatePrefixes = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];
const isIn = (prefixes: readonly string[], address: number) =>
  prefixes.some((prefix) => hasPrefix(address, prefix));
const isFirmlyPublic = (address: number) => !isIn([...privatePrefixes, '127.0.0.0/8'], address);

const farOf = ({ direction, source, destination }: Packet) =>
  direction === 'INBOUND' ? source : destination;

/** All that may be true where the packet goes. */
export function worldsOf(packet: Packet, network: NaiveNetwork): readonly World[] {
  const far = farOf(packet);
  const both = [false, true];
  const isConnected = isIn(network.virtualNetwork, far);
  const isOpen = !isConnected && !isFirmlyPublic(far);
  return (isOpen ? both : [isConnected]).flatMap((isPeer) =>
    (isOpen && isPeer ? both : [false]).flatMap((hasLongerPrefix) =>
      both.flatMap((isOpenBeyond) =>
        both.flatMap((isInfrastructure) =>
          learned.flatMap((brings) =>
            hosts.map((host) => ({
              network:
                isPeer && !isConnected
                  ? { ...network, virtualNetwork: [...network.virtualNetwork, textOf(far)] }
                  : network,
              isPeer,
              hasLongerPrefix,
              isOpenBeyond,
              learned: brings,
              isInfrastructure,
              host,
            })),
          ),
        ),
      ),
    ),
  );
}

/** The network with the far address and without it, where either may be true. */
export const networksOf = (packet: Packet, network: NaiveNetwork): readonly NaiveNetwork[] => [
  ...new Map(worldsOf(packet, network).map((world) => [world.isPeer, world.network])).values(),
];

const lengthOf = (prefix: string) => Number(prefix.split('/')[1] ?? 32);

/** The route of the owner that takes the packet; undefined for those of Azure, NONE where only a default route may. */
function routeOf(
  routes: readonly NaiveRoute[],
  far: number,
  { network, isPeer, hasLongerPrefix }: World,
): NaiveRoute | 'NONE' | undefined {
  const own = network.virtualNetwork.filter((prefix) => prefix !== textOf(far));
  const [route] = routes
    .filter(({ addressPrefix }) => hasPrefix(far, addressPrefix))
    .toSorted((a, b) => lengthOf(b.addressPrefix) - lengthOf(a.addressPrefix));
  if (!route) return isPeer ? undefined : 'NONE';
  const length = lengthOf(route.addressPrefix);
  // Azure has a route for each prefix of the network; a route of the owner wins with the same prefix, or a longer one.
  const system = own.filter((prefix) => hasPrefix(far, prefix)).map(lengthOf);
  if (system.some((one) => one > length)) return undefined;
  if (system.length > 0) return route;
  // No network takes all private addresses of a range, so its prefix is longer than that of a default route.
  if (isPeer && (hasLongerPrefix || length === 0)) return undefined;
  return route;
}

const platform = ['168.63.129.16', '169.254.169.254'];

export function passes(
  { rules, admin, routes, hasGateway, firewall }: NaivePath,
  packet: Packet,
  world: World,
): boolean {
  const first = admin
    .toSorted((a, b) => a.rule.priority - b.rule.priority)
    .find(({ rule }) => matches(rule, packet, world.network));
  if (first?.action === 'DENY') return false;
  if (first?.action !== 'ALWAYS_ALLOW' && !isAllowed(rules, packet, world.network)) return false;
  const far = packet.destination;
  if (packet.direction === 'INBOUND' || isIn(platform, far)) return true;
  const route = routeOf(routes, far, world);
  if (route === 'NONE') return !hasGateway || world.learned !== 'CLOSED';
  if (!route || route.nextHopType === 'Internet') return true;
  if (route.nextHopType === 'None') return false;
  if (!firewall.privateAddresses.includes(route.nextHopIpAddress ?? '')) return world.isOpenBeyond;
  const { protocol, destination, destinationPort: port, source } = packet;
  const named = { protocol, destination, port, source, host: world.host };
  if (passesFirewall(firewall.collections, named)) return true;
  return (
    world.isInfrastructure &&
    !isDeniedByRule(firewall, named) &&
    protocol === 'TCP' &&
    (port === 80 || port === 443) &&
    isIn(world.network.tags.azurecloud ?? [], far)
  );
}

/** Built-in rules come after all rules of the owner. */
const isDeniedByRule = (
  { collections }: InputFirewall,
  packet: Parameters<typeof passesFirewall>[1],
): boolean => {
  const inverted = collections.map((collection) => ({
    ...collection,
    action: collection.action === 'ALLOW' ? ('DENY' as const) : ('ALLOW' as const),
  }));
  return passesFirewall(inverted, packet);
};

export const farAddressOf = farOf;
