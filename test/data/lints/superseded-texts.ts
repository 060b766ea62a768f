import type { Citation, Source } from '../../../data/model.ts';
import { type AnyFact, factLists, nameOf } from './facts.ts';
import type { Catalog, Lint } from './lint.ts';

/** The name of a source without its date. */
const nameOfDocument = ({ id }: Source) => id.replace(/-\d{4}(-\d{2}-\d{2})?$/, '');

/** Whether two sources are texts of one document: one name, one address. The network reference has moved once. */
function isSameDocument(one: Source, other: Source): boolean {
  const name = nameOfDocument(one);
  return name === nameOfDocument(other) && (one.url === other.url || name === 'vnet-reference');
}

function citationsIn(part: unknown): readonly Citation[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    /citations$/i.test(key) ? (value as readonly Citation[]) : citationsIn(value),
  );
}

/** Facts that claim to hold today. Port rules of the reference and control-plane addresses name their editions themselves. */
function openFacts(catalog: Catalog): readonly (readonly [string, AnyFact])[] {
  const editions = catalog.referenceEditions.map(({ date }) => date);
  const isOfReference = (id: unknown) =>
    catalog.portRules.some(
      (rule) => rule.id === id && rule.statements.some(({ edition }) => editions.includes(edition)),
    );
  return factLists(catalog)
    .filter(([list]) => list !== 'regions' && list !== 'addressesOfNoRegion')
    .flatMap(([list, facts]) =>
      facts.map((fact) => [`${list} ${nameOf(fact, list)}`, fact] as const),
    )
    .filter(([, fact]) => fact.until === undefined && !isOfReference(fact.id));
}

/** Facts about something that later texts leave out: the SMTP relay, and the platform of a rule. */
const past = {
  'vnet-reference-2019-09-09': ['features EMAIL_NOTIFICATIONS'],
  'vnet-reference-2023-11-29': ['conflicts key-vault-by-platform'],
};

const lineFor = (name: string, text: string) => `${name}: rests on ${text}, which has a newer text`;

export const supersededTexts: Lint = {
  name: 'superseded-texts',
  description:
    'The last text that a fact without an end cites is the newest of its document; exceptions are about something past.',
  offenders: (catalog) => {
    const sources = new Map(catalog.sources.map((source) => [source.id, source]));
    return openFacts(catalog).flatMap(([name, fact]) => {
      const cited = citationsIn(fact).flatMap(({ source }) => sources.get(source) ?? []);
      const last = cited.toSorted((one, other) => one.date.localeCompare(other.date)).at(-1);
      const hasNewerText = catalog.sources.some(
        (source) => last && source.date > last.date && isSameDocument(source, last),
      );
      return last && hasNewerText ? [lineFor(name, last.id)] : [];
    });
  },
  exceptions: Object.entries(past).flatMap(([text, names]) =>
    names.map((name) => lineFor(name, text)),
  ),
};
