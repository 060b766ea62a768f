/** Compares the addresses of a rule with the two ends of a documented row, and corrects them. */

import { distance } from 'fastest-levenshtein';
import { catalog, findServiceTag } from '../../../data/index.ts';
import type { Direction } from '../../../data/model.ts';
import type { InputAddresses, InputRule } from '../../deployment.ts';
import { type AddressTerm, isEverything, readAddress } from '../../network/address-term.ts';
import type { ServiceTagIndex, Tag } from '../../network/service-tags/service-tags.ts';
import {
  covers,
  type IntervalSet,
  intersect,
  isEmpty,
  union,
} from '../../network/sets/interval-set.ts';
import { parsePrefix, prefixSet } from '../../network/sets/ipv4.ts';
import { entriesOf, type RuleSide } from '../read/rules/input-rule.ts';
import type { DocumentedRow } from './documented-row.ts';

/** Facts about the location. */
export interface NearMissFacts {
  readonly tags: ServiceTagIndex;
  /** Address prefix of the instance's subnet, if known. */
  readonly subnet: string | undefined;
  /** The addresses of a tag, as far as they are known. */
  addressesOf(base: string): IntervalSet;
  fieldsOf(direction: Direction): { remoteField: RuleSide; localField: RuleSide };
}
export function nearMissFacts(tags: ServiceTagIndex, subnet: string | undefined): NearMissFacts {
  let controlPlane: IntervalSet | undefined;
  return {
    tags,
    subnet,
    addressesOf(base) {
      if (base !== 'ApiManagement') return tags.find(base)?.addresses ?? [];
      controlPlane ??= union(tags.apiManagementAddresses(), documentedAddresses);
      return controlPlane;
    },
    fieldsOf: (direction) =>
      direction === 'INBOUND'
        ? { remoteField: 'source', localField: 'destination' }
        : { remoteField: 'destination', localField: 'source' },
  };
}

const documentedAddresses: IntervalSet = prefixSet(
  ...catalog.regions.flatMap((region) =>
    region.controlPlaneAddresses.map(({ address }) => address),
  ),
);

interface RemoteSide {
  /**
   * tag: the whole tag of the row; any: everything; part: only a part of the tag; refused: a value that Azure refuses.
   */
  readonly fit: 'tag' | 'any' | 'part' | 'refused' | 'other';
  readonly text: string;
  readonly corrected?: string;
}

interface LocalSide {
  readonly fit: 'whole' | 'part' | 'other';
  readonly text: string;
  readonly corrected?: readonly string[];
}

export const withAddress = (entries: readonly string[]): InputAddresses => ({
  singular: entries.length === 1 ? entries[0] : undefined,
  plural: entries.length === 1 ? [] : entries,
  applicationSecurityGroups: [],
});

export function remoteSideOf(
  rule: InputRule,
  row: DocumentedRow,
  facts: NearMissFacts,
): RemoteSide {
  const { tags } = facts;
  const side = rule[facts.fieldsOf(row.direction).remoteField];
  const entries = [...new Set(entriesOf(side))];
  const text = entries.slice(0, 3).join(', ');
  if (entries.length === 0 || side.applicationSecurityGroups.length > 0)
    return { fit: 'other', text };
  const base = (row.remote[0] as Tag).base;
  const [only] = row.remote;
  const isRegional = entries.some((entry) =>
    entry.toLowerCase().startsWith(`${base}.`.toLowerCase()),
  );
  const corrected = isRegional && row.remote.length === 1 && only ? only.name : base;
  const terms = termsOf(entries, tags);
  if (terms.length < entries.length) {
    const isMeant = entries.length === 1 && isSpelledLike(text, base);
    return isMeant ? { fit: 'refused', text, corrected } : { fit: 'other', text };
  }
  const names = terms.flatMap((term) => (term.kind === 'tag' ? [term.tag.name] : []));
  const isWhole = names.includes(base) || row.remote.every(({ name }) => names.includes(name));
  const isAlone = entries.length === 1 && (rule.listsHoldTags || side.plural.length === 0);
  if (isWhole) {
    return isAlone ? { fit: 'tag', text } : { fit: 'refused', text: `the list ${text}`, corrected };
  }
  if (terms.some((term) => isEverything(term))) return { fit: 'any', text };
  const isOwnPart = row.remote.some(({ name }) => names.includes(name));
  const isPart = !isOwnPart && terms.every((term) => isPartOf(term, base, facts));
  return isPart ? { fit: 'part', text, corrected } : { fit: 'other', text };
}

/** The entries that Azure accepts. */
const termsOf = (entries: readonly string[], tags: ServiceTagIndex): AddressTerm[] =>
  entries.flatMap((entry) => {
    const term = readAddress(entry, tags);
    return term.kind === 'unreadable' ? [] : [term];
  });

/** Documents require these tags by region: Storage.WestUS. */
const endpointTags = new Set(catalog.endpoints.map(({ serviceTag }) => serviceTag));

/** True for one region of the tag, or addresses that belong to the tag. */
function isPartOf(term: AddressTerm, base: string, facts: NearMissFacts): boolean {
  if (term.kind === 'tag') {
    return term.tag.base === base && term.tag.isRegional && !endpointTags.has(term.tag.name);
  }
  return term.kind === 'addresses' && covers(facts.addressesOf(base), term.addresses);
}

/** True for a text that Azure refuses and that resembles the tag's name. */
function isSpelledLike(text: string, tag: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');
  const spellings = [tag, ...(findServiceTag(tag)?.aliases ?? [])].map(plain);
  const spelling = plain(text);
  return (
    /^[a-z][a-z0-9 ._-]{2,79}$/i.test(text) &&
    (spellings.includes(spelling) ||
      spellings.includes(`azure${spelling}`) ||
      (spelling.length > 5 && distance(spelling, plain(tag)) <= 2))
  );
}

export function localSideOf(
  rule: InputRule,
  row: DocumentedRow,
  { tags, subnet, fieldsOf }: NearMissFacts,
): LocalSide {
  const side = rule[fieldsOf(row.direction).localField];
  const entries = [...new Set(entriesOf(side))];
  const text = entries.slice(0, 3).join(', ');
  if (entries.length === 0 || side.applicationSecurityGroups.length > 0)
    return { fit: 'other', text };
  const terms = termsOf(entries, tags);
  if (terms.some((term) => isEverything(term) || isVirtualNetwork(term))) {
    return terms.length === 1 ? { fit: 'whole', text } : { fit: 'other', text };
  }
  const own = subnet === undefined ? undefined : prefixSet(subnet);
  if (terms.length < entries.length || !own || subnet === undefined) {
    return refusedLocal(entries, own, text);
  }
  const addresses = terms.map((term) => (term.kind === 'addresses' ? term.addresses : undefined));
  const set = union(...addresses.map((one) => one ?? []));
  if (covers(set, own)) return { fit: 'whole', text };
  if (addresses.includes(undefined)) return { fit: 'other', text };
  // Keep addresses of other subnets: the group may serve them, too.
  const others = entries.filter((_, index) => isEmpty(intersect(addresses[index] ?? [], own)));
  return { fit: 'part', text, corrected: [...others, subnet] };
}

const isVirtualNetwork = (term: AddressTerm) =>
  term.kind === 'tag' && term.tag.name === 'VirtualNetwork';

/** A single prefix with host bits in the subnet, or VirtualNetwork in a spelling that Azure refuses. */
function refusedLocal(
  entries: readonly string[],
  subnet: IntervalSet | undefined,
  text: string,
): LocalSide {
  const [only = '', ...more] = entries;
  if (more.length > 0) return { fit: 'other', text };
  const prefix = parsePrefix(only);
  if (prefix.kind === 'host-bits-set' && subnet && covers(prefixSet(prefix.canonical), subnet)) {
    return { fit: 'part', text, corrected: [prefix.canonical] };
  }
  return isSpelledLike(only, 'VirtualNetwork')
    ? { fit: 'part', text, corrected: ['VirtualNetwork'] }
    : { fit: 'other', text };
}
