/** What cannot be meant in a deployment given field by field: all mistakes at once, before anything is decided. */

import { editions, findRegion } from '../../data/index.ts';
import type { IsoDate } from '../../data/model.ts';
import type { Deployment, DeploymentLocation, RouteTable } from '../deployment.ts';
import { InputError, mistakesOf } from '../input-error.ts';
import { isSameName, nearestOf } from '../nearest.ts';
import { nextHopOf, nextHops } from '../network/route.ts';
import { readIpAddress } from '../network/sets/ip-address.ts';
import { looksLikeIpv6, parsePrefix } from '../network/sets/ipv4.ts';
import { requireRegion } from './region.ts';
import { unknownRegionName } from './unknown-region.ts';

type Path = readonly (string | number)[];
type Step = () => unknown;

/** Far above the limit of any tier. */
const maxUnits = 1000;
const zoneNumbers = [1, 2, 3];
/** The length to propose for a subnet: the smallest that documents recommend. */
const usualLength = 27;

function refuse(reason: string, path: Path, given: unknown, ...expected: readonly string[]): never {
  throw new InputError(reason, { path, given, expected });
}

/** Refuses a text that has no length (it proposes one for a subnet), host bits, or is no IPv4 prefix at all. */
export function requirePrefix(text: string, path: Path, isSubnet: boolean): void {
  const prefix = parsePrefix(text);
  if (prefix.kind === 'host-bits-set') {
    throw new InputError('the prefix has host bits set', {
      path,
      given: text,
      accepted: [prefix.canonical],
      nearest: [prefix.canonical],
    });
  }
  if (prefix.kind === 'malformed') {
    refuse('not an IPv4 prefix', path, text, 'a prefix such as 10.0.1.0/24');
  }
  if (text.includes('/')) return;
  const whole = parsePrefix(`${text}/${usualLength}`);
  throw new InputError('the prefix has no length', {
    path,
    given: text,
    expected: ['an address and a length'],
    nearest: !isSubnet
      ? []
      : [whole.kind === 'host-bits-set' ? whole.canonical : `${text}/${usualLength}`],
  });
}

/** A prefix of a virtual network, which may have both families. */
export function requireSpacePrefix(text: string, path: Path): void {
  if (!looksLikeIpv6(text)) {
    requirePrefix(text, path, false);
    return;
  }
  const [address = '', length] = text.split('/');
  const isPrefix = readIpAddress(address)?.family === 6 && Number(length ?? Number.NaN) <= 128;
  if (!isPrefix) refuse('not an IPv6 prefix', path, text, 'a prefix such as fd00:db8::/48');
}

export function requireEditionDate(edition: IsoDate, path: Path): void {
  if (editions.includes(edition)) return;
  const nearest = editions.findLast((candidate) => candidate <= edition) ?? editions[0];
  throw new InputError('the data carries no such edition of the network reference', {
    path,
    given: edition,
    accepted: editions,
    nearest: nearest === undefined ? [] : [nearest],
  });
}

function requireAddress(text: string, path: Path): void {
  if (readIpAddress(text) !== undefined) return;
  refuse('not an IP address', path, text, 'an address such as 10.0.0.4');
}

function requireCount(count: number, path: Path): void {
  if (Number.isInteger(count) && count >= 0) return;
  refuse('a number of addresses is not negative', path, count, 'whole numbers from 0');
}

function requireUnits(units: number, path: Path): void {
  if (Number.isInteger(units) && units >= 1 && units <= maxUnits) return;
  const expected = `whole numbers from 1 to ${maxUnits}`;
  refuse(`a location has 1 to ${maxUnits} units`, path, units, expected);
}

function requireZones(zones: readonly number[], path: Path): void {
  const again = zones.findIndex((zone, index) => zones.indexOf(zone) !== index);
  const odd = zones.findIndex((zone) => !zoneNumbers.includes(zone));
  if (odd < 0 && again < 0) return;
  const index = odd < 0 ? again : odd;
  throw new InputError(
    odd < 0 ? 'a zone is listed twice' : 'no availability zone has this number',
    { path: [...path, index], given: zones[index], accepted: zoneNumbers.map(String) },
  );
}

/** One of few values; case, spaces, hyphens and underscores do not count. */
function requireOneOf(text: string, values: readonly string[], what: string, path: Path): void {
  if (values.some((value) => isSameName(value, text))) return;
  throw new InputError(`${what} has no such value`, {
    path,
    given: text,
    accepted: values,
    nearest: nearestOf(text, values),
  });
}

function routeSteps(table: RouteTable | undefined, path: Path): Step[] {
  if (!table || !('routes' in table) || 'document' in table) return [];
  return table.routes.flatMap(({ nextHopType, nextHopIpAddress: address }, index) => [
    () =>
      nextHopOf(nextHopType) ??
      requireOneOf(nextHopType, nextHops, 'nextHopType', [...path, index, 'nextHopType']),
    ...(address === undefined || address === ''
      ? []
      : [() => requireAddress(address, [...path, index, 'nextHopIpAddress'])]),
  ]);
}

/** What is not known may be left out, or be said. */
const isUnknown = (text: string) => text.toLowerCase() === unknownRegionName;

const publicIpValues = [
  ['sku', ['Standard', 'StandardV2', 'Basic']],
  ['allocationMethod', ['Static', 'Dynamic']],
  ['version', ['IPv4', 'IPv6']],
] as const;

function publicIpSteps({ publicIpAddress: address }: DeploymentLocation, path: Path): Step[] {
  if (address === undefined) return [];
  const { region, zones } = address;
  return [
    ...(region === undefined || isUnknown(region)
      ? []
      : [() => requireRegion(region, [...path, 'region'])]),
    ...(zones === undefined ? [] : [() => requireZones(zones, [...path, 'zones'])]),
    ...publicIpValues.flatMap(([field, values]) => {
      const text = address[field];
      return text === undefined || isUnknown(text)
        ? []
        : [() => requireOneOf(text, values, field, [...path, field])];
    }),
  ];
}

interface Options {
  /** Where the deployment is in the arguments. */
  readonly path: Path;
  /** Whether a location may have the region "unknown". */
  readonly mayBeUnknown: boolean;
}

const prefixStep = (prefix: string, path: Path): Step[] => [
  () => requirePrefix(prefix, [...path, 'subnet', 'addressPrefix'], true),
];

function locationSteps(location: DeploymentLocation, path: Path, mayBeUnknown: boolean): Step[] {
  const { region, units, zones, subnet, dnsServers, virtualNetworkAddressPrefixes } = location;
  const isOpen = mayBeUnknown && region === unknownRegionName;
  return [
    ...(isOpen ? [] : [() => requireRegion(region, [...path, 'region'])]),
    () => requireUnits(units, [...path, 'units']),
    () => requireZones(zones, [...path, 'zones']),
    ...(subnet === undefined
      ? []
      : [
          ...(subnet.addressPrefix === undefined ? [] : prefixStep(subnet.addressPrefix, path)),
          () => requireCount(subnet.otherAddresses, [...path, 'subnet', 'otherAddresses']),
        ]),
    ...dnsServers.map(
      (server, index) => () => requireAddress(server, [...path, 'dnsServers', index]),
    ),
    ...virtualNetworkAddressPrefixes.map(
      (prefix, index) => () =>
        requireSpacePrefix(prefix, [...path, 'virtualNetworkAddressPrefixes', index]),
    ),
    ...routeSteps(location.routeTable, [...path, 'routeTable', 'routes']),
    ...publicIpSteps(location, [...path, 'publicIpAddress']),
  ];
}

/** Each region once, all of them in the cloud of the first. */
function regionSteps({ locations }: Deployment, path: Path): Step[] {
  const regions = locations.map(({ region }) => findRegion(region));
  const cloud = regions.find((region) => region !== undefined)?.cloud;
  return regions.map((region, index) => () => {
    if (region === undefined) return;
    const at = [...path, index, 'region'];
    const name = locations[index]?.region;
    if (regions.indexOf(region) !== index) {
      refuse(`region ${JSON.stringify(name)} is listed twice`, at, name, 'each region once');
    }
    if (region.cloud !== cloud) {
      const reason = 'all locations of an instance must be in one cloud';
      refuse(reason, at, name, `regions of the cloud ${cloud}`);
    }
  });
}

/** Far more locations than any instance has. */
const maxLocations = 100;

/** Every mistake in the fields of the deployment, in their order; empty where there is none. */
export function deploymentMistakes(
  deployment: Deployment,
  { path, mayBeUnknown }: Options,
): readonly InputError[] {
  const { locations, edition } = deployment;
  const at = [...path, 'locations'];
  if (locations.length === 0 || locations.length > maxLocations) {
    return mistakesOf([
      () =>
        refuse(
          `a deployment has 1 to ${maxLocations} locations`,
          at,
          locations.length,
          `1 to ${maxLocations} locations`,
        ),
    ]);
  }
  return mistakesOf([
    ...(edition === undefined ? [] : [() => requireEditionDate(edition, [...path, 'edition'])]),
    ...locations.flatMap((location, index) =>
      locationSteps(location, [...at, index], mayBeUnknown),
    ),
    ...regionSteps(deployment, at),
  ]);
}
