/** The deployment that a found service is, with the places in the document that say so. */

import { catalog } from '../../../data/index.ts';
import { type VirtualNetworkType, virtualNetworkTypes } from '../../../data/model.ts';
import { unknownRegionName } from '../../answers/unknown-region.ts';
import { type Deployment, type DeploymentLocation, subnetDefaults } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import {
  type Described,
  type DescribedLocation,
  type DescribedService,
  type DescribedSubnet,
  refuseOpen,
} from './service-description.ts';
import { isSettled, listOf, type Path, textOf, Unresolved } from './unresolved.ts';

export interface ReadDocument {
  readonly deployment: Deployment;
  /** From a JSON pointer into the deployment to the place in the document that says so. */
  readonly origins: ReadonlyMap<string, Path>;
}

export function readService(service: DescribedService): ReadDocument {
  const origins = new Map<string, Path>();
  const keep = (path: Path, ...keys: (string | number)[]) =>
    origins.set(pointer('deployment', ...keys), path);
  keep(service.path);
  keep(service.sku.path, 'tier');
  keep(service.virtualNetworkType.path, 'virtualNetworkType');
  const virtualNetworkType = readNetworkType(service.virtualNetworkType);
  const deployment: Deployment = {
    tier: readTier(service.sku),
    virtualNetworkType,
    platform: readPlatform(service.platformVersion),
    features: [],
    locations: service.locations.map((location, index) =>
      readLocation(location, virtualNetworkType, index === 0, (path, ...keys) =>
        keep(path, 'locations', index, ...keys),
      ),
    ),
  };
  return { deployment, origins };
}

function readWord<T>({ value, path }: Described, what: string, words: ReadonlyMap<string, T>): T {
  const word = typeof value === 'string' ? words.get(value.toLowerCase()) : undefined;
  if (word !== undefined) return word;
  if (value instanceof Unresolved) throw refuseOpen(what, value, path);
  throw new InputError(`${what} is not known`, {
    path,
    given: textOf(value),
    accepted: [...words.keys()],
  });
}

const tiers = new Map(
  catalog.tierProfiles.map(({ skuName, tier }) => [skuName.toLowerCase(), tier]),
);
const networkTypes = new Map(virtualNetworkTypes.map((type) => [type.toLowerCase(), type]));

const readTier = (sku: Described) => readWord(sku, 'the tier', tiers);

function readNetworkType(found: Described): VirtualNetworkType {
  if (found.value === undefined || found.value === null || found.value === '') return 'NONE';
  return readWord(found, 'the virtual network type', networkTypes);
}

function readPlatform({ value, path }: Described): Deployment['platform'] {
  if (value instanceof Unresolved) throw refuseOpen('the platform version', value, path);
  return typeof value === 'string' && value.toLowerCase() === 'stv1' ? 'STV1' : 'STV2';
}

type Keep = (path: Path, ...keys: (string | number)[]) => void;

function readLocation(
  location: DescribedLocation,
  virtualNetworkType: VirtualNetworkType,
  isPrimary: boolean,
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
    units: readUnits(units),
    zones: listOf(zones.value)
      .map(Number)
      .filter((zone) => Number.isInteger(zone)),
    ...(location.publicIpAddress && { publicIpAddress: location.publicIpAddress }),
  };
  const bare = { ...base, dnsServers: [], virtualNetworkAddressPrefixes: [] };
  if (virtualNetworkType === 'NONE') return { ...bare, ...unusedSubnet(location, keep) };
  const subnet = location.subnet();
  if (!subnet && !isPrimary) return bare;
  if (subnet && 'elsewhere' in subnet) {
    if (isPrimary) throw subnet.refusal;
    keep(location.subnetPath, 'subnetElsewhere');
    return { ...bare, subnetElsewhere: subnet.elsewhere };
  }
  if (!subnet) {
    throw new InputError('the service is put into a virtual network without a subnet', {
      path: location.subnetPath,
      given: virtualNetworkType,
      accepted: ['a subnet id for each location'],
    });
  }
  return { ...base, ...readNetwork(subnet, keep) };
}

/** What a location has of its subnet, and of the virtual network that the subnet is in. */
function readNetwork(subnet: DescribedSubnet, keep: Keep) {
  const { delegations, serviceEndpoints, dnsServers, networkSecurityGroup: group } = subnet;
  const { virtualNetworkAddressPrefixes: space, virtualNetworkRegion: region } = subnet;
  const network = listOf(space.value)
    .map((prefix, index) => ({ prefix, path: [...space.path, index] }))
    .filter(({ prefix }) => !textOf(prefix).includes(':'));
  const prefix = readPrefix(subnet);
  keep(subnet.path, 'subnet');
  keep(region.path, 'virtualNetworkRegion');
  keep(prefix.path, 'subnet', 'addressPrefix');
  keep(delegations.path, 'subnet', 'delegations');
  keep(serviceEndpoints.path, 'subnet', 'serviceEndpoints');
  keep(dnsServers.path, 'dnsServers');
  keep(group?.path ?? subnet.path, 'networkSecurityGroup');
  if (group) keep(group.path, 'networkSecurityGroup', 'document');
  for (const [index, { path }] of network.entries()) {
    keep(path, 'virtualNetworkAddressPrefixes', index);
  }
  if (!isSettled(delegations.value)) {
    throw refuseOpen('the delegation', delegations.value, delegations.path);
  }
  return {
    subnet: {
      id: subnet.id,
      addressPrefix: prefix.value,
      delegations: listOf(delegations.value).map(textOf),
      serviceEndpoints: listOf(serviceEndpoints.value).map(textOf),
      otherResources: subnet.neighbors.names,
      otherAddresses: subnet.neighbors.addresses,
    },
    ...(group && { networkSecurityGroup: { document: group.document, rules: group.rules } }),
    ...(subnet.routeTable && { routeTable: subnet.routeTable }),
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
    const { value: addressPrefix } = readPrefix(subnet);
    return { subnet: { ...subnetDefaults, id: subnet.id, addressPrefix } };
  } catch (error) {
    if (error instanceof InputError) return {};
    throw error;
  }
}

function readUnits({ value, path }: Described): number {
  if (value === undefined || value === null) return 1;
  const units = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof units === 'number' && Number.isFinite(units)) return units;
  throw refuseOpen('the number of units', value, path);
}

function readPrefix({ addressPrefixes: { value, path } }: DescribedSubnet) {
  const listed = (Array.isArray(value) ? value : [value]).map((one: unknown, index) => ({
    value: one,
    path: Array.isArray(value) ? [...path, index] : path,
  }));
  const prefixes = listed.filter((one) => !textOf(one.value).includes(':'));
  const [first, second] = prefixes;
  if (!first || second) {
    throw new InputError('the subnet has not one IPv4 prefix', {
      path,
      given: prefixes.length,
      accepted: ['one IPv4 prefix'],
    });
  }
  if (typeof first.value !== 'string') {
    throw refuseOpen("the subnet's address prefix", first.value, first.path);
  }
  return { value: first.value, path: first.path };
}
