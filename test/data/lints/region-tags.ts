import { cloudNames } from '../../../data/model.ts';
import { repeated } from './facts.ts';
import type { Lint } from './lint.ts';

export const regionTags: Lint = {
  name: 'region-tags',
  description:
    'Each regional ApiManagement tag of a weekly file has one region, and the region cites that file.',
  offenders: ({ regions, serviceTagExtracts, sources }) =>
    cloudNames.flatMap((cloud) => {
      const { apiManagementByRegion, changeNumber, date } = serviceTagExtracts[cloud];
      const suffixes = Object.keys(apiManagementByRegion);
      const ofCloud = regions.filter((region) => region.cloud === cloud);
      const used = ofCloud.flatMap(({ serviceTagSuffix }) => serviceTagSuffix ?? []);
      const file = sources.find(
        (source) =>
          source.id.startsWith('service-tags-') &&
          source.id.endsWith(`-${changeNumber}`) &&
          source.date === date,
      );
      return [
        ...(file === undefined ? [`${cloud}: no source for weekly file ${changeNumber}`] : []),
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
          ...(serviceTagSuffix === undefined || citations.some(({ source }) => source === file?.id)
            ? []
            : [`${name}: does not cite the weekly file`]),
        ]),
      ];
    }),
};
