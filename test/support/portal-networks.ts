/** Networks of the comparison with the portal's check as the naive evaluator reads them: from their files, with the shipped prefixes. */

import { shippedServiceTagFiles } from '../../core/index.ts';
import { toPrefixes } from '../../core/network/sets/ipv4.ts';
import { addressOf, hasPrefix, type NaiveRule } from './naive.ts';
import type { Scene } from './packets.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A rule or a route. */
interface Child {
  readonly name: string;
  readonly properties: Properties;
}

interface Resource {
  readonly properties: object;
}

/** The children of all resources below one of their properties. */
const childrenOf = (resources: readonly Resource[], key: 'securityRules' | 'routes') =>
  resources.flatMap(({ properties }) => (properties as Record<string, Child[]>)[key] ?? []);

export interface PortalRoute {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly nextHopType: string;
}

const file = shippedServiceTagFiles.find(({ cloud }) => cloud === 'PUBLIC');

/** Prefixes of every tag of the public cloud, by lower-case name, each looked up once. */
const tags: Record<string, readonly string[]> = {};
for (const name of file?.names ?? []) {
  Object.defineProperty(tags, name.toLowerCase(), {
    configurable: true,
    get() {
      const value = toPrefixes(file?.addressesOf(name) ?? []);
      Object.defineProperty(tags, name.toLowerCase(), { value });
      return value;
    },
  });
}

/** One for all networks: the evaluator looks an address up once in each. */
const network = { virtualNetwork: ['10.10.0.0/16'], tags };

const list = (properties: Properties, one: string, several: string) =>
  [properties[one] ?? properties[several]].flat() as string[];

function ruleOf(name: string, properties: Properties): NaiveRule {
  return {
    name,
    priority: Number(properties.priority),
    direction: properties.direction === 'Inbound' ? 'INBOUND' : 'OUTBOUND',
    access: properties.access === 'Allow' ? 'ALLOW' : 'DENY',
    protocol: String(properties.protocol),
    sourceAddressPrefixes: list(properties, 'sourceAddressPrefix', 'sourceAddressPrefixes'),
    sourcePortRanges: list(properties, 'sourcePortRange', 'sourcePortRanges'),
    destinationAddressPrefixes: list(
      properties,
      'destinationAddressPrefix',
      'destinationAddressPrefixes',
    ),
    destinationPortRanges: list(properties, 'destinationPortRange', 'destinationPortRanges'),
  };
}

/** The security rules of a file, for the naive evaluator. */
export function sceneOf(resources: readonly Resource[]): Scene {
  return {
    rules: childrenOf(resources, 'securityRules').map(({ name, properties }) =>
      ruleOf(name, properties),
    ),
    network,
    subnet: '10.10.1.0/24',
  };
}

export function routesOf(resources: readonly Resource[]): PortalRoute[] {
  return childrenOf(resources, 'routes').map(({ name, properties }) => {
    const prefix = String(properties.addressPrefix);
    return {
      name,
      prefixes: /^\d/.test(prefix) ? [prefix] : (tags[prefix.toLowerCase()] ?? []),
      nextHopType: String(properties.nextHopType),
    };
  });
}

const length = (prefix: string) => Number(prefix.split('/')[1] ?? 32);

/** The route with the longest prefix that an address has; undefined where none has it. */
export function routeOf(routes: readonly PortalRoute[], address: string): PortalRoute | undefined {
  const number = addressOf(address);
  const matching = routes.flatMap((route) =>
    route.prefixes
      .filter((prefix) => hasPrefix(number, prefix))
      .map((prefix) => ({ route, length: length(prefix) })),
  );
  return matching.toSorted((a, b) => b.length - a.length)[0]?.route;
}
