/**
 * The control-plane addresses of all regions that documents print.
 */

import { catalog } from '../../data/index.ts';
import type { CloudName, ControlPlaneAddress, Region } from '../../data/model.ts';

export interface PrintedControlPlaneAddress extends ControlPlaneAddress {
  readonly cloud: CloudName;
  /** The region whose row prints it; null where nothing assigns it to one. */
  readonly region: Region | null;
}

/** Every address that an edition prints, in the order of the regions; those of no region come last. */
export const printedControlPlaneAddresses: readonly PrintedControlPlaneAddress[] = [
  ...catalog.regions.flatMap((region) =>
    region.controlPlaneAddresses.map((address) => ({ ...address, cloud: region.cloud, region })),
  ),
  // The list of 2019 prints them for the public cloud.
  ...catalog.addressesOfNoRegion.map((address) => ({
    ...address,
    cloud: 'PUBLIC' as const,
    region: null,
  })),
];

/** The last edition that prints addresses; newer ones name the service tag instead. */
const lastEditionWithAddresses = printedControlPlaneAddresses
  .flatMap(({ editions }) => editions)
  .sort()
  .at(-1);

/** True for an address that the last edition with a table of addresses no longer prints. */
export function isRetired({ editions }: ControlPlaneAddress): boolean {
  return lastEditionWithAddresses !== undefined && !editions.includes(lastEditionWithAddresses);
}
