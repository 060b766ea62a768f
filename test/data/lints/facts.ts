/** Views of the catalog that the lints share: all lists, all cited parts and all sentences, of any kind of fact. */

import type { Citation, NetworkFact } from '../../../data/model.ts';
import type { Catalog } from './lint.ts';

/** A fact of any kind. */
export type AnyFact = Readonly<Record<string, unknown>>;

/** Lists that repeat facts of other lists. */
const views = ['serviceEndpoints', 'internalHostNames'];
/** Generated lists, the documents that the facts cite, and what their editions repeat. */
const noFacts = ['sources', 'serviceTagExtracts', 'serviceTagFileChanges', 'referenceEditions'];

/** The lists of facts in the catalog; each fact is in one of them only. */
export function factLists(catalog: Catalog): readonly (readonly [string, readonly AnyFact[]])[] {
  return Object.entries(catalog)
    .filter(([list]) => !views.includes(list) && !noFacts.includes(list))
    .map(([list, facts]) => [list, (Array.isArray(facts) ? facts : [facts]) as AnyFact[]]);
}

export function networkFacts(catalog: Catalog): readonly NetworkFact[] {
  const { prerequisites, dnsFacts, routingFacts, limitations, integrations } = catalog;
  return [...prerequisites, ...dnsFacts, ...routingFacts, ...limitations, ...integrations];
}

/** The name of a fact, or of a part of one, in messages. */
export function nameOf(fact: AnyFact, otherwise: string): string {
  const { tiers, virtualNetworkType } = fact;
  if (virtualNetworkType !== undefined) return `${String(tiers)} ${virtualNetworkType}`;
  return String(
    fact.id ?? fact.name ?? fact.tier ?? fact.address ?? fact.edition ?? fact.option ?? otherwise,
  );
}

interface Part {
  readonly at: string;
  readonly key: string;
  readonly value: unknown;
}

function* partsOf(value: unknown, at: string): Generator<Part> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    yield { at, key, value: part };
    const isNamed = Array.isArray(value) && typeof part === 'object' && part !== null;
    yield* partsOf(part, isNamed ? `${at} ${nameOf(part as AnyFact, key)}` : at);
  }
}

function* partsOfFacts(catalog: Catalog): Generator<Part> {
  for (const [list, facts] of factLists(catalog)) {
    for (const fact of facts) yield* partsOf(fact, nameOf(fact, list));
  }
}

export interface CitedPart {
  readonly at: string;
  readonly citations: readonly Citation[];
}

/** Every list of citations, with the name of its fact or part. */
export function citedParts(catalog: Catalog): readonly CitedPart[] {
  return [...partsOfFacts(catalog)]
    .filter(({ key }) => /citations$/i.test(key))
    .map(({ at, value }) => ({ at, citations: value as readonly Citation[] }));
}

const sentenceKeys = [
  'advice',
  'appliedReading',
  'consequence',
  'description',
  'note',
  'purpose',
  'reason',
  'recommendedPrefixReason',
  'remark',
  'remedy',
  'requirement',
  'requiredWhen',
  'statement',
  'tellApart',
];

export interface Sentences {
  readonly at: string;
  readonly key: string;
  readonly text: string;
}

/** Every text of whole sentences. */
export function sentences(catalog: Catalog): readonly Sentences[] {
  const ofParts = [...partsOfFacts(catalog)].flatMap(({ at, key, value }) =>
    typeof value === 'string' && sentenceKeys.includes(key) ? [{ at, key, text: value }] : [],
  );
  const remarks = catalog.portRules.flatMap(({ id, remarks: all = [] }) =>
    all.map(({ text }) => ({ at: id, key: 'remark', text })),
  );
  const causes = catalog.symptoms.flatMap(({ id, causes: all }) =>
    all.map(({ text }) => ({ at: id, key: 'text', text })),
  );
  return [...ofParts, ...remarks, ...causes];
}

/** Every statement of every port rule. */
export function portStatements(catalog: Catalog) {
  return catalog.portRules.flatMap((rule) =>
    rule.statements.map((statement) => ({
      rule,
      statement,
      at: `${rule.id} ${statement.edition} ${statement.platforms.join('+')}`,
    })),
  );
}

/** The elements that occur earlier in the list, too. */
export function repeated<T>(list: readonly T[]): readonly T[] {
  return list.filter((element, index) => list.indexOf(element) !== index);
}

export function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

export function isAscending(list: readonly (string | number)[]): boolean {
  return list.every((element, index) => index === 0 || (list[index - 1] ?? element) <= element);
}
