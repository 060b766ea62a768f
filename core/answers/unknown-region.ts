/**
 * The region of a template that does not fix it, as `resourceGroup().location` does: only whole service tags apply.
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
