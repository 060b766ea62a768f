import { cloudNames } from '../../../data/model.ts';
import { weeklyFile } from '../../../data/weekly-files.ts';
import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const regionTags: Lint = {
  name: 'region-tags',
  description:
    'Each regional ApiManagement tag of a weekly file has one region, and the region cites that file.',
  offenders: ({ regions, serviceTagExtracts, sources }) =>
    cloudNames.flatMap((cloud) => {
      const file = weeklyFile(cloud);
      if (!sources.some(({ id }) => id === file)) return [`${cloud}: ${file} is no source`];
      const suffixes = Object.keys(serviceTagExtracts[cloud].apiManagementByRegion);
      const ofCloud = regions.filter((region) => region.cloud === cloud);
      const used = ofCloud.flatMap(({ serviceTagSuffix }) => serviceTagSuffix ?? []);
      return [
        ...suffixes
          .filter((suffix) => !used.includes(suffix))
          .map((suffix) => `${cloud} ApiManagement.${suffix}: no region`),
        ...repeated(used).map((suffix) => `${cloud} ApiManagement.${suffix}: two regions`),
        ...ofCloud.flatMap(({ name, serviceTagSuffix, serviceTagRegion, citations }) => [
          ...((serviceTagSuffix === undefined) === (serviceTagRegion === undefined)
            ? []
            : [`${name}: suffix and region id of the file belong together`]),
          ...(serviceTagSuffix === undefined || suffixes.includes(serviceTagSuffix)
            ? []
            : [`${name}: no tag ApiManagement.${serviceTagSuffix}`]),
          ...(serviceTagSuffix === undefined || citations.some(({ source }) => source === file)
            ? []
            : [`${name}: does not cite ${file}`]),
        ]),
      ];
    }),
};
