/**
 * Service tags whose addresses are not known, divided into parts that rules can take: regional versions, what lies
 * within AzureCloud and what does not. By the containments of data/service-tag-relations.ts a rule's tag covers a part
 * wholly, not at all, or perhaps.
 */

import type { Atom } from '../address-part.ts';
import {
  coverageOf,
  platformTags,
  relationToAzureCloud,
  type ServiceTagIndex,
  type Tag,
} from './service-tags.ts';

export const regionalAtom = ({ name, base, part }: Tag): Atom => ({
  name,
  base,
  ...(part !== undefined && { part }),
  inAzureCloud: true,
  isCertain: true,
});

/** A part by another measure than the region: AzureFrontDoor.Backend. */
export const subTagAtom = ({ name, base, part }: Tag): Atom => ({
  name,
  base,
  ...(part !== undefined && { part }),
  inAzureCloud: [name, base].some((tag) => relationToAzureCloud(tag) === 'inside') || 'maybe',
  isCertain: true,
});

/** AzureCloud divided by all the tags that rules name, since most of those lie within it. */
export function atomsInAzureCloud(ruleTags: readonly Tag[], tags: ServiceTagIndex): Atom[] {
  return basesOf(ruleTags)
    .flatMap((base) => atomsOf(base, ruleTags, tags))
    .filter((atom) => atom.inAzureCloud !== false)
    .map((atom) => ({
      ...atom,
      inAzureCloud: true,
      isCertain: atom.isCertain && atom.inAzureCloud === true,
    }));
}

export const basesOf = (tags: readonly Tag[]) => [
  ...new Set(tags.filter(isServiceTag).map((tag) => tag.base)),
];

export const isServiceTag = (tag: Tag) => !platformTags.includes(tag.name);

/** Divides a tag into the regional parts that rules name, and the rest. */
export function atomsOf(base: string, ruleTags: readonly Tag[], tags: ServiceTagIndex): Atom[] {
  const isDivided = (tag: Tag) =>
    tag.isRegional && (tag.base === base || tag.base === 'AzureCloud');
  const parts = new Set(ruleTags.filter(isDivided).map((tag) => tag.part as string));
  const subTags = ruleTags.filter((tag) => tag.base === base && tag.part && !tag.isRegional);
  const whole = tags.find(base);
  const namesAzureCloud = ruleTags.some((tag) => tag.base === 'AzureCloud');
  const relation = base === 'AzureCloud' ? 'inside' : relationToAzureCloud(base);
  const inside = relation === 'inside';
  const atoms: Atom[] = [...parts].map((part) => {
    const regional = ruleTags.find((tag) => tag.base === base && tag.part === part);
    return {
      name: regional?.name ?? `${base} (${part})`,
      base,
      part,
      inAzureCloud: true,
      isCertain: regional !== undefined,
    };
  });
  if (!whole) {
    for (const tag of subTags) {
      atoms.push({
        name: tag.name,
        base,
        part: tag.part as string,
        inAzureCloud: 'maybe',
        isCertain: true,
      });
    }
    return atoms;
  }
  const rest = { name: parts.size ? `${base} (elsewhere)` : base, base };
  if (inside || !namesAzureCloud)
    return [...atoms, { ...rest, inAzureCloud: inside || 'maybe', isCertain: true }];
  return [
    ...atoms,
    {
      ...rest,
      inAzureCloud: true,
      isCertain: relation === 'partly',
    },
    { ...rest, inAzureCloud: false, isCertain: false },
  ];
}

export function coverAtom(tag: Tag, atom: Atom): 'all' | 'none' | 'maybe' {
  if (tag.base === 'AzureCloud') {
    if (atom.inAzureCloud === false) return 'none';
    if (tag.part !== undefined && tag.part !== atom.part) return 'none';
    return atom.inAzureCloud === true ? 'all' : 'maybe';
  }
  // What is left of AzureCloud once every tag that rules name has an atom of its own.
  if (atom.base === 'AzureCloud') return 'none';
  if (tag.base !== atom.base) {
    const coverage = coverageOf(tag.base, atom.base);
    return coverage === 'all' && tag.part !== undefined ? 'maybe' : coverage;
  }
  if (tag.part === undefined || tag.part === atom.part) return 'all';
  return tag.isRegional ? 'none' : 'maybe';
}
