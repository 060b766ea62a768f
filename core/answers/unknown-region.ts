/**
 * A region that a template leaves open, as `resourceGroup().location` does: only whole service tags can be asked for.
 */

import type { CloudName, Region } from '../../data/model.ts';

export const unknownRegionName = 'unknown';

export function unknownRegion(cloud: CloudName): Region {
  return {
    name: unknownRegionName,
    displayName: 'an unknown region',
    aliases: [],
    cloud,
    controlPlaneAddresses: [],
    citations: [],
  };
}
