import { isWithin, unionOf } from '../../support/prefixes.ts';
import type { Lint } from './lint.ts';

export const regionalPrefixes: Lint = {
  name: 'regional-prefixes',
  description: "The prefixes of a region's ApiManagement tag are in the tag of its cloud.",
  offenders: (catalog) =>
    Object.values(catalog.serviceTagExtracts).flatMap(
      ({ cloud, apiManagement, apiManagementByRegion }) => {
        const whole = unionOf(apiManagement);
        return Object.entries(apiManagementByRegion).flatMap(([suffix, prefixes]) =>
          prefixes
            .filter((prefix) => !isWithin(unionOf([prefix]), whole))
            .map((prefix) => `${cloud} ApiManagement.${suffix}: ${prefix} is outside`),
        );
      },
    ),
};
