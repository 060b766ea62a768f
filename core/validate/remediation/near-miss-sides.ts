/** How the addresses of a rule lie to the two ends of a documented row, and what should stand there instead. */

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

/** What is known of the location besides the row. */
export interface NearMissFacts {
  readonly tags: ServiceTagIndex;
  /** Address prefix of the instance's subnet, where it was given. */
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
   * tag: all of what the row asks for, by name; any: everything; part: too little of it; refused: a value Azure
   * refuses.
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
  applicationSecurityGroups: 0,
});

export function remoteSideOf(
  rule: InputRule,
  row: DocumentedRow,
  facts: NearMissFacts,
): RemoteSide {
  const { tags } = facts;
  const given = rule[facts.fieldsOf(row.direction).remoteField];
  const entries = [...new Set(entriesOf(given))];
  const text = entries.slice(0, 3).join(', ');
  if (entries.length === 0 || given.applicationSecurityGroups > 0) return { fit: 'other', text };
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
  const isAlone = entries.length === 1 && (rule.listsHoldTags || given.plural.length === 0);
  if (isWhole) {
    return isAlone ? { fit: 'tag', text } : { fit: 'refused', text: `the list ${text}`, corrected };
  }
  if (terms.some((term) => isEverything(term))) return { fit: 'any', text };
  const isOwnPart = row.remote.some(({ name }) => names.includes(name));
  const isPart = !isOwnPart && terms.every((term) => isPartOf(term, base, facts));
  return isPart ? { fit: 'part', text, corrected } : { fit: 'other', text };
}

/** What the entries say, as far as Azure takes them. */
const termsOf = (entries: readonly string[], tags: ServiceTagIndex): AddressTerm[] =>
  entries.flatMap((entry) => {
    const term = readAddress(entry, tags);
    return term.kind === 'unreadable' ? [] : [term];
  });

/** Tags that documents ask for by region besides the rows are meant as they stand: Storage.WestUS. */
const endpointTags = new Set(catalog.endpoints.map(({ serviceTag }) => serviceTag));

/** One region of the tag, or addresses that are the tag's. */
function isPartOf(term: AddressTerm, base: string, facts: NearMissFacts): boolean {
  if (term.kind === 'tag') {
    return term.tag.base === base && term.tag.isRegional && !endpointTags.has(term.tag.name);
  }
  return term.kind === 'addresses' && covers(facts.addressesOf(base), term.addresses);
}

/** Text that Azure refuses and that is the tag's name but for a prefix, a space or a few letters. */
function isSpelledLike(text: string, tag: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[\s_-]/g, '');
  const spellings = [tag, ...(findServiceTag(tag)?.aliases ?? [])].map(plain);
  const given = plain(text);
  return (
    /^[a-z][a-z0-9 ._-]{2,79}$/i.test(text) &&
    (spellings.includes(given) ||
      spellings.includes(`azure${given}`) ||
      (given.length > 5 && distance(given, plain(tag)) <= 2))
  );
}

export function localSideOf(
  rule: InputRule,
  row: DocumentedRow,
  { tags, subnet, fieldsOf }: NearMissFacts,
): LocalSide {
  const given = rule[fieldsOf(row.direction).localField];
  const entries = [...new Set(entriesOf(given))];
  const text = entries.slice(0, 3).join(', ');
  if (entries.length === 0 || given.applicationSecurityGroups > 0) return { fit: 'other', text };
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
  // Addresses of other subnets stay: the group may be theirs, too.
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
