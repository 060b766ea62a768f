import { isWithin, rangeOf, unionOf } from '../../support/prefixes.ts';
import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const controlPlaneAddresses: Lint = {
  name: 'control-plane-addresses',
  description:
    "A control-plane address lies in its region's ApiManagement prefixes, one of no region in none; none is listed twice.",
  offenders: ({ regions, addressesOfNoRegion, serviceTagExtracts }) => {
    const anyTag = unionOf(Object.values(serviceTagExtracts).flatMap((file) => file.apiManagement));
    const all = [
      ...regions.flatMap((region) => region.controlPlaneAddresses),
      ...addressesOfNoRegion,
    ];
    return [
      ...regions.flatMap(({ cloud, name, serviceTagSuffix = '', controlPlaneAddresses }) => {
        const prefixes = serviceTagExtracts[cloud].apiManagementByRegion[serviceTagSuffix] ?? [];
        return controlPlaneAddresses
          .filter(({ address }) => !isWithin([rangeOf(address)], unionOf(prefixes)))
          .map(({ address }) => `${name}: ${address} is outside its prefixes`);
      }),
      ...addressesOfNoRegion
        .filter(({ address }) => isWithin([rangeOf(address)], anyTag))
        .map(({ address }) => `${address}: in a tag, yet of no region`),
      ...repeated(all.map(({ address }) => address)).map((address) => `${address}: twice`),
    ];
  },
  // The weekly file no longer has the region; the row of the table is out of date.
  exceptions: ['usgoviowa: 13.73.72.21 is outside its prefixes'],
};
