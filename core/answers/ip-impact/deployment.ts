/** The parts of a deployment that bear on its addresses, read and checked: regions, zones, subnets, units. */

import { catalog, tierProfileByTier } from '../../../data/index.ts';
import type { ComputePlatform, Region, Tier, VirtualNetworkType } from '../../../data/model.ts';
import type { Deployment, DeploymentLocation } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
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
  if (tierProfileByTier.get(tier)?.supportsAvailabilityZones === true) return;
  throw new InputError(`instances of the tier ${tier} have no availability zones`, {
    path,
    given: zones,
    expected: [
      'no zones',
      `zones for the tiers ${tiersWith('supportsAvailabilityZones').join(', ')}`,
    ],
  });
}

/** Refuses what no instance of the tier can be; `argument` is the first key of the path in errors. Mistakes in single fields are refused before. */
export function requireDeployment(deployment: Deployment, argument: string): ReadDeployment {
  const { tier, virtualNetworkType, platform } = deployment;
  requireNetworkMode(tier, virtualNetworkType, [argument, 'virtualNetworkType']);
  const locations = new Map<Region, DeploymentLocation>();
  for (const [index, location] of deployment.locations.entries()) {
    const path = [argument, 'locations', index];
    const region = requireRegion(location.region, [...path, 'region']);
    if (index > 0 && !tiersWith('supportsMultiRegion').includes(tier)) {
      throw new InputError(`instances of the tier ${tier} have one region only`, {
        path: [...path, 'region'],
        given: location.region,
        expected: ['one location'],
      });
    }
    requireZones(location, tier, [...path, 'zones']);
    locations.set(region, location);
  }
  const primary = [...locations.keys()][0] as Region;
  return { tier, virtualNetworkType, platform, primary, locations };
}
