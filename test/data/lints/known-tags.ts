import { portStatements } from './facts.ts';
import type { Lint } from './lint.ts';

export const knownTags: Lint = {
  name: 'known-tags',
  description:
    'Rules and endpoints name service tags that are known; a regional part belongs to a regional tag and a region.',
  offenders: (catalog) => {
    const tags = new Map(catalog.serviceTags.map((tag) => [tag.name, tag]));
    const suffixes = catalog.regions.map(({ serviceTagSuffix }) => serviceTagSuffix);
    const isKnown = (name: string) => {
      if (tags.has(name)) return true;
      const [base = '', suffix] = name.split('.');
      return tags.get(base)?.isRegional === true && suffixes.includes(suffix);
    };
    return [
      ...portStatements(catalog).flatMap(({ at, statement: { source, destination } }) =>
        [source, destination]
          .filter((name) => !tags.has(name))
          .map((name) => `${at}: ${name} is not a service tag`),
      ),
      ...catalog.endpoints
        .filter(({ serviceTag }) => serviceTag !== undefined && !isKnown(serviceTag))
        .map(({ id, serviceTag }) => `${id}: ${serviceTag} is not a service tag`),
    ];
  },
};
