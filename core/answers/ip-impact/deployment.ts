/** The parts of a deployment that bear on its addresses, read and checked: regions, zones, subnets, units. */

import { catalog, tierProfileByTier } from '../../../data/index.ts';
import type { ComputePlatform, Region, Tier, VirtualNetworkType } from '../../../data/model.ts';
import type { Deployment, DeploymentLocation } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { parsePrefix } from '../../network/sets/ipv4.ts';
import { requireNetworkMode } from '../network-mode.ts';
import { requireRegion } from '../region.ts';

export interface ReadDeployment {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly platform: ComputePlatform;
  readonly primary: Region;
  /** The primary location first. */
  readonly locations: ReadonlyMap<Region, DeploymentLocation>;
}

type Path = readonly (string | number)[];

function tiersWith(feature: 'supportsMultiRegion' | 'supportsAvailabilityZones'): readonly Tier[] {
  return catalog.tierProfiles.filter((profile) => profile[feature]).map(({ tier }) => tier);
}

function requireZones({ zones }: DeploymentLocation, tier: Tier, path: Path): void {
  if (zones.length === 0) return;
  if (tierProfileByTier.get(tier)?.supportsAvailabilityZones !== true) {
    throw new InputError(`instances of the tier ${tier} have no availability zones`, {
      path,
      given: zones,
      accepted: [
        'no zones',
        `zones for the tiers ${tiersWith('supportsAvailabilityZones').join(', ')}`,
      ],
    });
  }
  const odd = zones.find((zone) => ![1, 2, 3].includes(zone));
  if (odd === undefined) return;
  throw new InputError('no availability zone has this number', {
    path,
    given: odd,
    accepted: ['1', '2', '3'],
  });
}

function requireUnits({ units }: DeploymentLocation, path: Path): void {
  if (Number.isInteger(units) && units >= 1) return;
  throw new InputError('a location has at least one unit', {
    path,
    given: units,
    accepted: ['whole numbers from 1'],
    nearest: ['1'],
  });
}

function requireSubnet({ subnet }: DeploymentLocation, path: Path): void {
  if (subnet?.addressPrefix === undefined) return;
  const prefix = parsePrefix(subnet.addressPrefix);
  if (prefix.kind === 'prefix') return;
  throw new InputError('this is no address prefix of a subnet', {
    path,
    given: subnet.addressPrefix,
    accepted: ['an IPv4 prefix, for example 10.0.0.0/27'],
    ...(prefix.kind === 'host-bits-set' ? { nearest: [prefix.canonical] } : {}),
  });
}

/** Refuses what no instance can be; `argument` is the first key of the path in errors. */
export function requireDeployment(deployment: Deployment, argument: string): ReadDeployment {
  const { tier, virtualNetworkType, platform } = deployment;
  requireNetworkMode(tier, virtualNetworkType, [argument, 'virtualNetworkType']);
  const locations = new Map<Region, DeploymentLocation>();
  for (const [index, location] of deployment.locations.entries()) {
    const path = [argument, 'locations', index];
    const region = requireRegion(location.region, [...path, 'region']);
    const [primary] = locations.keys();
    const refuse = (reason: string, accepted: string) => {
      throw new InputError(reason, {
        path: [...path, 'region'],
        given: location.region,
        accepted: [accepted],
      });
    };
    if (locations.has(region)) {
      refuse(`${region.displayName} is a location of the instance already`, 'each region once');
    }
    if (primary !== undefined && !tiersWith('supportsMultiRegion').includes(tier)) {
      refuse(`instances of the tier ${tier} have one region only`, 'one location');
    }
    if (primary !== undefined && primary.cloud !== region.cloud) {
      refuse('the locations of an instance lie in one cloud', `regions of ${primary.cloud}`);
    }
    requireZones(location, tier, [...path, 'zones']);
    requireUnits(location, [...path, 'units']);
    requireSubnet(location, [...path, 'subnet', 'addressPrefix']);
    locations.set(region, location);
  }
  const [primary] = locations.keys();
  if (primary === undefined) {
    throw new InputError('a deployment has at least one location', {
      path: [argument, 'locations'],
      given: deployment.locations,
      accepted: ['one location, or more for a multi-region instance'],
    });
  }
  return { tier, virtualNetworkType, platform, primary, locations };
}
