/** Full-text search over every fact and check: ports, tags, regions, addresses, host names, pasted error texts. */

import MiniSearch, { type Query } from 'minisearch';
import { catalog } from '../../data/index.ts';
import type { Symptom } from '../../data/model.ts';
import { exactKeys } from './exact.ts';
import type { FactPage, FactPageKind } from './fact-pages.ts';
import { checkIdByName, keysOfHeldNames, keysOfName } from './names-in-text.ts';
import { otherNames } from './other-names.ts';
import { keyOf, pageByKey } from './page-keys.ts';
import { keysOfPhrases } from './phrases.ts';
import { replaceSynonyms, type WordGroup } from './synonyms.ts';
import { factsOfOtherTiers } from './tier-of-text.ts';
import { isFiller, tokenize } from './tokens.ts';

export interface SearchHit extends FactPage {
  /** Higher is better; only comparable within one answer. */
  readonly score: number;
}

export const maxTextLength = 400;
const maxHits = 20;
/** A text that is a fact's name in full brings that fact to the top; one that holds it among other words, far up. */
const nameBoost = 100;
const heldNameBoost = 3;
/** A text that holds what people call a fact asks for it. */
const calledBoost = 10;
/** A port or an address says more than the words around it. */
const numberBoost = 4;
/** Where the words fit several kinds equally: a rule or a symptom helps more than a source with the word in its title. */
const kindBoost: Partial<Record<FactPageKind, number>> = {
  PORT_RULE: 1.2,
  SYMPTOM: 0.8,
  CHECK: 0.8,
  CONFLICT: 0.3,
  // A page on a tier has a word on everything that its tier can do.
  TIER: 0.3,
  SOURCE: 0.1,
};
/** Words that ask for a kind of page rather than for what is on it. */
const kindByWord: Readonly<Record<string, FactPageKind>> = {
  port: 'PORT_RULE',
  ports: 'PORT_RULE',
  rule: 'PORT_RULE',
  tier: 'TIER',
  tiers: 'TIER',
  sku: 'TIER',
  tag: 'SERVICE_TAG',
  tags: 'SERVICE_TAG',
  subnet: 'SUBNET_RULE',
  host: 'ENDPOINT',
  hosts: 'ENDPOINT',
  changes: 'IP_CHANGE_TRIGGER',
  change: 'IP_CHANGE_TRIGGER',
  changed: 'IP_CHANGE_TRIGGER',
  fails: 'SYMPTOM',
  failed: 'SYMPTOM',
  blank: 'SYMPTOM',
  error: 'SYMPTOM',
};
const kindWordBoost = 2;
/** Facts that have ended rank below those that hold today, unless the text names a year. */
const endedFactor = 0.3;
/** Facts of the other generation of tiers alone, for a text that names a tier. */
const otherTierFactor = 0.2;
/** A text that is one of the texts of a symptom, or holds one, describes it. */
const describedBoost = 5;

const symptomById = new Map(catalog.symptoms.map((symptom) => [symptom.id, symptom]));
const endedKeys: ReadonlySet<string> = new Set(
  (
    [
      ['ENDPOINT', catalog.endpoints],
      ['IP_CHANGE_TRIGGER', catalog.ipChangeTriggers],
      ['SUBNET_RULE', catalog.subnetRules],
      ['NETWORK_FACT', catalog.prerequisites],
      ['NETWORK_FACT', catalog.dnsFacts],
      ['NETWORK_FACT', catalog.routingFacts],
      ['NETWORK_FACT', catalog.limitations],
      ['NETWORK_FACT', catalog.integrations],
    ] as const
  ).flatMap(([kind, facts]) =>
    facts.filter(({ until }) => until !== undefined).map(({ id }) => keyOf(kind, id)),
  ),
);

const indexedPages = () =>
  [...pageByKey].map(([key, { id, title, names, summary, text }]) => ({
    key,
    id,
    title,
    names: [...names, ...(otherNames[key as keyof typeof otherNames] ?? [])].join(' '),
    summary,
    text,
  }));

function newIndex(): MiniSearch {
  const index = new MiniSearch({
    idField: 'key',
    fields: ['id', 'title', 'names', 'summary', 'text'],
    storeFields: [],
    tokenize,
    searchOptions: {
      boost: { title: 4, names: 4, id: 3, summary: 1.5 },
      // A mistyped number is another number; words may be cut short or have a letter wrong.
      fuzzy: (term) => (/\d/.test(term) || term.length < 5 ? false : 0.2),
      prefix: (term) => !/^\d+$/.test(term) && term.length > 2,
    },
  });
  index.addAll(indexedPages());
  return index;
}

/** Made for the first search: it takes a tenth of a second, and many processes never search. */
let index: MiniSearch | undefined;

/** What the text asks for: one group for each word that says something, and those of its synonyms. */
function groupsOf(text: string): readonly WordGroup[] {
  const { rest, groups } = replaceSynonyms(text);
  const terms = [...new Set(rest.split(/[\s,;()[\]{}"'<>?!]+/))].filter(
    // The 2 of "2 regions" says nothing, and every text on a v2 tier has it.
    (word) => word !== '' && !isFiller(word) && !/^\d$/.test(word),
  );
  return [...groups, ...terms.map(tokenize)].filter((group) => group.length > 0);
}

const queryOf = (groups: readonly WordGroup[]): Query => ({
  combineWith: 'OR',
  queries: groups.map((group) => ({ combineWith: 'OR', queries: [...group] })),
});

/** How much of what the text asks for a page has, from 0 to 1; a word for the kind of the page is met by the kind. */
function coverage(
  groups: readonly WordGroup[],
  matched: readonly string[],
  kind: FactPageKind,
): number {
  const matchedTerms = new Set(matched);
  const isMet = (word: string) =>
    matchedTerms.has(word.toLowerCase()) || kindByWord[word.toLowerCase()] === kind;
  return groups.filter((group) => group.some(isMet)).length / groups.length;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const describing = catalog.symptoms.map(({ id, texts }) => ({
  key: keyOf('SYMPTOM', id),
  texts: texts.map(plain),
}));

/** Symptoms of which the text is one of their texts, holds one, or is part of one. */
function keysDescribed(text: string): ReadonlySet<string> {
  const query = plain(text);
  if (query.length < 4) return new Set();
  return new Set(
    describing
      .filter(({ texts }) => texts.some((one) => one.includes(query) || query.includes(one)))
      .map(({ key }) => key),
  );
}

/** Pages of the kinds that the words of the text ask for. */
function kindsOf(text: string): ReadonlySet<FactPageKind> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^a-z]+/)
      .flatMap((word) => kindByWord[word] ?? []),
  );
}

function rank(text: string): readonly { readonly key: string; readonly score: number }[] {
  const groups = groupsOf(text);
  if (groups.length === 0) return [];
  const query = plain(text);
  const phrases = keysOfPhrases(query);
  const named = new Set([...keysOfName(text), ...phrases.named]);
  const held = new Set(keysOfHeldNames(text));
  const called = new Set(phrases.held);
  const kinds = kindsOf(text);
  const described = keysDescribed(text);
  const ofOtherTiers = factsOfOtherTiers(query);
  const isOfYear = /\b20[12]\d\b/.test(text);
  index ??= newIndex();
  return index
    .search(queryOf(groups), {
      boostTerm: (term) => (/^\d[\d.]{2,}$/.test(term) ? numberBoost : 1),
    })
    .map(({ id: key, score, queryTerms }) => {
      const { kind, id, title } = pageByKey.get(key) as FactPage;
      const name =
        named.has(key) || plain(title) === query ? nameBoost : held.has(key) ? heldNameBoost : 1;
      const phrase = called.has(key) ? calledBoost : 1;
      const age = endedKeys.has(key) && !isOfYear ? endedFactor : 1;
      const isOfOtherTier =
        (kind === 'NETWORK_FACT' || kind === 'SUBNET_RULE') && ofOtherTiers.has(id);
      const tier = isOfOtherTier ? otherTierFactor : 1;
      const boost = described.has(key) ? describedBoost : kinds.has(kind) ? kindWordBoost : 1;
      const share = coverage(groups, queryTerms, kind);
      return {
        key,
        score: score * name * phrase * age * tier * boost * (kindBoost[kind] ?? 1) * share ** 2,
      };
    })
    .sort((one, other) => other.score - one.score);
}

function likeliestFact(key: string | undefined, text: string): string | undefined {
  const page = key === undefined ? undefined : pageByKey.get(key);
  if (page?.kind !== 'SYMPTOM') return undefined;
  const ofOtherTiers = factsOfOtherTiers(plain(text));
  const facts = symptomById.get(page.id)?.causes.flatMap((cause) => cause.facts) ?? [];
  const fact = facts.find(({ id }) => !ofOtherTiers.has(id));
  return fact && keyOf(fact.kind, fact.id);
}

/** The best hits for a text, of some kinds where these are named, best first; a long text is cut. */
export function search(text: string, kinds?: readonly FactPageKind[]): SearchHit[] {
  const cut = text.slice(0, maxTextLength);
  const ranked = rank(cut);
  const best = ranked[0]?.score ?? 1;
  const check = checkIdByName.get(cut.trim());
  const exact = [...(check ? [keyOf('CHECK', check)] : []), ...exactKeys(cut)];
  const scores = new Map(ranked.map(({ key, score }) => [key, score]));
  // A symptom leads to what is most likely behind it, which is listed just above.
  const behind = likeliestFact(ranked[0]?.key, cut);
  if (behind !== undefined) scores.set(behind, best + 0.001);
  // What is named exactly is above the rest, in its own order.
  for (const [position, key] of exact.entries()) scores.set(key, best + exact.length - position);
  return [...scores]
    .sort(([, one], [, other]) => other - one)
    .flatMap(([key, score]) => {
      const page = pageByKey.get(key);
      return page && (!kinds || kinds.includes(page.kind)) ? [{ ...page, score }] : [];
    })
    .slice(0, maxHits);
}

/** The symptoms that a text may describe, best first; a long text is cut. */
export function searchSymptoms(text: string): readonly Symptom[] {
  return rank(text.slice(0, maxTextLength))
    .map(({ key }) => pageByKey.get(key) as FactPage)
    .filter(({ kind }) => kind === 'SYMPTOM')
    .flatMap(({ id }) => symptomById.get(id) ?? []);
}
