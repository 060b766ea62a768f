/**
 * The control-plane addresses of all regions that documents print.
 */

import { catalog } from '../../data/index.ts';
import type { CloudName, ControlPlaneAddress, IsoDate, Region } from '../../data/model.ts';

export interface PrintedControlPlaneAddress extends ControlPlaneAddress {
  readonly cloud: CloudName;
  /** The region whose row prints it; null where nothing assigns it to one. */
  readonly region: Region | null;
  /** The first edition that prints it. */
  readonly since: IsoDate;
  /** The last edition that printed it; undefined while the last table of addresses has it. */
  readonly until?: IsoDate;
}

const printed = [
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
const lastEditionWithAddresses = printed
  .flatMap(({ editions }) => editions)
  .sort()
  .at(-1);

/** True for an address that the last edition with a table of addresses no longer prints. */
export function isRetired({ editions }: ControlPlaneAddress): boolean {
  return lastEditionWithAddresses !== undefined && !editions.includes(lastEditionWithAddresses);
}

/** Every address that an edition prints, in the order of the regions; those of no region come last. */
export const printedControlPlaneAddresses: readonly PrintedControlPlaneAddress[] = printed.map(
  (address) => {
    const [first, last] = [address.editions[0], address.editions.at(-1)] as [IsoDate, IsoDate];
    return { ...address, since: first, ...(isRetired(address) && { until: last }) };
  },
);
