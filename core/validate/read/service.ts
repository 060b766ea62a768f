/** The deployment that a service in a document describes, with a source location for each value. */

import type { VirtualNetworkType } from '../../../data/model.ts';
import { unknownRegionName } from '../../answers/unknown-region.ts';
import { type Deployment, type DeploymentLocation, subnetDefaults } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { possibleKinds } from './possible-kinds.ts';
import { ReadingNotes } from './reading-notes.ts';
import {
  type Described,
  type DescribedGroup,
  type DescribedLocation,
  type DescribedService,
  type DescribedSubnet,
  type GroupElsewhere,
  refuseOpen,
} from './service-description.ts';
import { isSettled, listOf, type Path, textOf, Unresolved } from './unresolved.ts';

export interface ReadDocument {
  readonly deployment: Deployment;
  /** From a JSON pointer into the deployment to the location in the document that says so. */
  readonly origins: ReadonlyMap<string, Path>;
}

/** The deployment; what the document leaves open is one of the possible values, and a note. */
export function readService(service: DescribedService, notes: ReadingNotes): ReadDocument {
  const origins = new Map<string, Path>();
  const keep = (path: Path, ...keys: (string | number)[]) =>
    origins.set(pointer('deployment', ...keys), path);
  keep(service.path);
  keep(service.sku.path, 'tier');
  keep(service.virtualNetworkType.path, 'virtualNetworkType');
  const possible = possibleKinds(service, notes);
  const [tier = 'PREMIUM'] = possible.tiers;
  // Outside of a network there is nothing to read of one, which the other modes need.
  const virtualNetworkType = possible.virtualNetworkTypes.find((mode) => mode !== 'NONE') ?? 'NONE';
  const locations = service.locations.map((location, index) =>
    readLocation(location, virtualNetworkType, { isPrimary: index === 0, notes }, (path, ...keys) =>
      keep(path, 'locations', index, ...keys),
    ),
  );
  const isOpen = possible.tiers.length > 1 || possible.virtualNetworkTypes.length > 1;
  const { undecided, defaults } = notes;
  const subscription = subscriptionIn(service.id);
  const deployment: Deployment = {
    tier,
    virtualNetworkType,
    platform: readPlatform(service.platformVersion),
    features: [],
    locations,
    ...(service.furtherLocations && { furtherLocations: service.furtherLocations }),
    ...(subscription !== undefined && { subscription }),
    ...(isOpen && { possible }),
    ...(undecided.length > 0 && { undecided }),
    ...(defaults.length > 0 && { assumedDefaults: defaults }),
  };
  return { deployment, origins };
}

const subscriptionIn = (id: unknown): string | undefined =>
  /^\/subscriptions\/([^/]+)\//i.exec(typeof id === 'string' ? id : '')?.[1];

const readPlatform = ({ value }: Described): Deployment['platform'] =>
  typeof value === 'string' && value.toLowerCase() === 'stv1' ? 'STV1' : 'STV2';

type Keep = (path: Path, ...keys: (string | number)[]) => void;

interface Reading {
  readonly isPrimary: boolean;
  readonly notes: ReadingNotes;
}

function readLocation(
  location: DescribedLocation,
  virtualNetworkType: VirtualNetworkType,
  { isPrimary, notes }: Reading,
  keep: Keep,
): DeploymentLocation {
  const { region, units, zones } = location;
  keep(location.path);
  keep(region.path, 'region');
  keep(units.path, 'units');
  keep(location.publicIpAddressPath, 'publicIpAddress');
  if (!(region.value instanceof Unresolved) && typeof region.value !== 'string') {
    throw refuseOpen('the region', region.value, region.path);
  }
  const base = {
    region: region.value instanceof Unresolved ? unknownRegionName : region.value,
    units: readUnits(units, notes),
    zones: listOf(zones.value)
      .map(Number)
      .filter((zone) => Number.isInteger(zone)),
    ...(location.publicIpAddress && { publicIpAddress: location.publicIpAddress }),
  };
  const bare = { ...base, dnsServers: [], virtualNetworkAddressPrefixes: [] };
  if (virtualNetworkType === 'NONE') return { ...bare, ...unusedSubnet(location, keep) };
  const subnet = location.subnet();
  if (!subnet) {
    if (!isPrimary) return bare;
    keep(location.subnetPath, 'subnetElsewhere');
    return { ...bare, subnetElsewhere: '[no subnet id]' };
  }
  if ('elsewhere' in subnet) {
    const { elsewhere, networkSecurityGroup: group, routeTable } = subnet;
    keep(location.subnetPath, 'subnetElsewhere');
    return {
      ...bare,
      subnetElsewhere: elsewhere,
      ...(group && keepGroup(group, keep)),
      ...(routeTable && { routeTable }),
    };
  }
  return { ...base, ...readNetwork(subnet, notes, keep) };
}

function keepGroup(group: DescribedGroup | GroupElsewhere, keep: Keep) {
  if ('elsewhere' in group) {
    keep(group.path, 'networkSecurityGroupElsewhere');
    return { networkSecurityGroupElsewhere: group.elsewhere };
  }
  keep(group.path, 'networkSecurityGroup');
  keep(group.path, 'networkSecurityGroup', 'document');
  return { networkSecurityGroup: { document: group.document, rules: group.rules } };
}

/** What a location has of its subnet, and of the virtual network that the subnet is in. */
function readNetwork(subnet: DescribedSubnet, notes: ReadingNotes, keep: Keep) {
  const { delegations, serviceEndpoints, natGateway, dnsServers } = subnet;
  const { networkSecurityGroup: group, serviceEndpointPolicies: policies } = subnet;
  const { adminRules, peerings, routeSources, hubRoutes } = subnet;
  const { virtualNetworkAddressPrefixes: space, virtualNetworkRegion: region } = subnet;
  const network = listOf(space.value)
    .map((prefix, index) => ({ prefix, path: [...space.path, index] }))
    .filter(({ prefix }) => !textOf(prefix).includes(':'));
  const prefix = readPrefix(subnet, notes);
  keep(subnet.path, 'subnet');
  keep(region.path, 'virtualNetworkRegion');
  keep(prefix.path, 'subnet', 'addressPrefix');
  keep(delegations.path, 'subnet', 'delegations');
  keep(serviceEndpoints.path, 'subnet', 'serviceEndpoints');
  keep(natGateway.path, 'subnet', 'natGateway');
  keep(policies.path, 'subnet', 'serviceEndpointPolicies');
  keep(dnsServers.path, 'dnsServers');
  if (!group) keep(subnet.path, 'networkSecurityGroup');
  for (const [index, { path }] of network.entries()) {
    keep(path, 'virtualNetworkAddressPrefixes', index);
  }
  const isDelegationOpen = !isSettled(delegations.value);
  if (isDelegationOpen) {
    notes.leaveOpen('the delegation of the subnet', delegations.value, delegations.path);
  }
  return {
    subnet: {
      id: subnet.id,
      ...(prefix.value !== undefined && { addressPrefix: prefix.value }),
      delegations: isDelegationOpen ? [] : listOf(delegations.value).map(textOf),
      ...(isDelegationOpen && { hasOpenDelegations: true }),
      serviceEndpoints: listOf(serviceEndpoints.value).map(textOf),
      ...(natGateway.value !== undefined && { natGateway: textOf(natGateway.value) }),
      ...(natGateway.isOpen && { hasOpenNatGateway: true }),
      ...(listOf(policies.value).length > 0 && {
        serviceEndpointPolicies: listOf(policies.value).map(textOf),
      }),
      otherResources: subnet.neighbors.names,
      otherAddresses: subnet.neighbors.addresses,
    },
    ...(group && keepGroup(group, keep)),
    ...(subnet.routeTable && { routeTable: subnet.routeTable }),
    ...(adminRules.length > 0 && { adminRules }),
    ...(peerings.length > 0 && { peerings }),
    ...(routeSources.length > 0 && { routeSources }),
    ...(hubRoutes.length > 0 && { hubRoutes }),
    dnsServers: listOf(dnsServers.value).map(textOf),
    ...(typeof region.value === 'string' && { virtualNetworkRegion: region.value }),
    virtualNetworkAddressPrefixes: isSettled(space.value)
      ? network.map(({ prefix: one }) => textOf(one))
      : [],
  };
}

/** A subnet that a service outside of any network names; what is not used need not be followed. */
function unusedSubnet(location: DescribedLocation, keep: Keep): Pick<DeploymentLocation, 'subnet'> {
  try {
    const subnet = location.subnet();
    if (!subnet || 'elsewhere' in subnet) return {};
    keep(location.subnetPath, 'subnet');
    const { value: addressPrefix } = readPrefix(subnet, new ReadingNotes());
    return {
      subnet: { ...subnetDefaults, id: subnet.id, ...(addressPrefix && { addressPrefix }) },
    };
  } catch (error) {
    if (error instanceof InputError) return {};
    throw error;
  }
}

/** One where the document leaves it open; a note says so. */
function readUnits({ value, path }: Described, notes: ReadingNotes): number {
  if (value === undefined || value === null) return 1;
  const units = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof units === 'number' && Number.isFinite(units)) return units;
  if (!(value instanceof Unresolved)) throw refuseOpen('the number of units', value, path);
  notes.leaveOpen('the number of units', value, path);
  return 1;
}

/** The one IPv4 prefix; undefined where the document leaves it open, or has several. */
function readPrefix({ addressPrefixes: { value, path } }: DescribedSubnet, notes: ReadingNotes) {
  const listed = (Array.isArray(value) ? value : [value]).map((one: unknown, index) => ({
    value: one,
    path: Array.isArray(value) ? [...path, index] : path,
  }));
  const prefixes = listed.filter((one) => !textOf(one.value).includes(':'));
  const [first = { value: 'nothing', path }, second] = prefixes;
  const isKnown = typeof first.value === 'string' && prefixes.length === 1;
  if (isKnown) return { value: first.value as string, path: first.path };
  const written = second ? prefixes.map((one) => textOf(one.value)).join(', ') : first.value;
  notes.leaveOpen('the one IPv4 prefix of the subnet', written, first.path);
  return { value: undefined, path: first.path };
}
