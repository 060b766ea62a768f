import type { Lint } from './lint.ts';

export const serviceTags: Lint = {
  name: 'service-tags',
  description:
    'A service tag is in the weekly file of every cloud and regional if it is there, or it is a platform tag and in no file; ApiManagement is routable where its features include UDR.',
  offenders: (catalog) => [
    ...catalog.clouds
      .filter(
        ({ name, isApiManagementTagRoutable }) =>
          isApiManagementTagRoutable !==
          catalog.serviceTagExtracts[name].apiManagementFeatures.includes('UDR'),
      )
      .map(({ name }) => `${name}: ApiManagement is routable here or in the weekly file, not both`),
    ...Object.values(catalog.serviceTagExtracts).flatMap(({ cloud, tagNames, regionalTagNames }) =>
      catalog.serviceTags.flatMap(({ name, isPlatformTag, isRegional, mayBeRegional }) => [
        ...(tagNames.includes(name) === isPlatformTag
          ? [`${name}: ${isPlatformTag ? 'in' : 'not in'} the weekly file of ${cloud}`]
          : []),
        ...(isRegional === regionalTagNames.includes(name)
          ? []
          : [
              `${name}: ${isRegional ? 'not regional' : 'regional'} in the weekly file of ${cloud}`,
            ]),
        ...(mayBeRegional && !isRegional
          ? [`${name}: has no regional tag that could replace it`]
          : []),
      ]),
    ),
  ],
};
