/** Where pages find the service-tag prefixes of a cloud. */

import type { CloudName } from '../../data/model.ts';

export const snapshotName = (cloud: CloudName): string => cloud.toLowerCase().replace('_', '-');

export const snapshotPath = (cloud: CloudName): string =>
  `/data/service-tags/${snapshotName(cloud)}.bin`;
