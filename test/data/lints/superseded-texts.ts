import type { Citation, Source } from '../../../data/model.ts';
import { type AnyFact, factLists, nameOf } from './facts.ts';
import type { Catalog, Lint } from './lint.ts';

/** The name of a source without its date. */
const nameOfDocument = ({ id }: Source) => id.replace(/-\d{4}(-\d{2}-\d{2})?$/, '');

/** Whether two sources are texts of one document: one name, one address. The network reference has moved once. */
export function isSameDocument(one: Source, other: Source): boolean {
  const name = nameOfDocument(one);
  return name === nameOfDocument(other) && (one.url === other.url || name === 'vnet-reference');
}

export function citationsIn(part: unknown): readonly Citation[] {
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

/** Sections that later texts of the document leave out, or that have moved to another document. */
export const leftOut: Readonly<Record<string, readonly string[]>> = {
  // Until 2021 the tables were part of the page on external mode.
  'vnet-reference-2019-09-09': [
    'Custom DNS server setup',
    'Enable VNET connectivity using the Azure portal',
    'Force tunneling traffic',
    'Force tunneling: service endpoints',
    'How to use API Management with virtual networks',
    'Limitations',
    'SMTP Relay',
    'Troubleshooting',
  ],
  // Since November 2023 the section names the service tag, and no address.
  'vnet-reference-2023-01-06': ['Control plane IP addresses'],
  // The page on network resources for injection and the pages on the modes have them.
  'virtual-network-concepts-2023': [
    'DNS',
    'Examples',
    'Limitations',
    'Network resource requirements for injection',
    'Subnet size',
  ],
};

/** Facts about something past, and notes that newer texts include from a file that is not stored. */
const past: Readonly<Record<string, readonly string[]>> = {
  'vnet-reference-2019-09-09': ['features EMAIL_NOTIFICATIONS'],
  'vnet-reference-2023-01-06': [
    'serviceTags AzureCloud',
    'serviceTags AzureEventGrid',
    'features GIT_REPOSITORY',
  ],
  'vnet-reference-2023-11-29': ['conflicts key-vault-by-platform'],
  'ip-addresses-2024-05-21': ['prerequisites public-ip-may-differ'],
  'virtual-network-concepts-2023': ['limitations private-endpoint-excludes-injection'],
};

const lineFor = (name: string, text: string) => `${name}: rests on ${text}, which has a newer text`;

interface Cited {
  readonly source: Source;
  readonly section: string;
}

/** The newest text of each document, the newest of all first. */
function newestOf(cited: readonly Cited[]): Source[] {
  const texts = [...new Set(cited.map(({ source }) => source))].sort((one, other) =>
    other.date.localeCompare(one.date),
  );
  return texts.filter(
    (text, index) => texts.findIndex((one) => isSameDocument(one, text)) === index,
  );
}

const newerTexts = (text: Source, sources: readonly Source[]) =>
  sources.filter((one) => one.date > text.date && isSameDocument(one, text));

/** Of a conflict the last text counts: its positions are those of their dates. */
function lastOf(cited: readonly Cited[]): readonly Cited[] {
  const [last] = newestOf(cited);
  return cited.filter(({ source }) => source === last);
}

/** A newer text that the fact cites stands for the older ones: the fact was compared with it. */
function isSuperseded(
  { source, section }: Cited,
  cited: readonly Cited[],
  newer: readonly Source[],
) {
  if (leftOut[source.id]?.includes(section)) return false;
  return newer.some(
    (text) =>
      !text.repeats?.includes(section) &&
      !cited.some((one) => one.source.date >= text.date && isSameDocument(one.source, text)),
  );
}

export const supersededTexts: Lint = {
  name: 'superseded-texts',
  description:
    'Of each document that a fact without an end cites, it cites the newest text that has the section, or all newer texts repeat each section that it cites; of a conflict, whose positions are those of their dates, the last text counts.',
  offenders: (catalog) => {
    const sources = new Map(catalog.sources.map((source) => [source.id, source]));
    return openFacts(catalog).flatMap(([name, fact]) => {
      const cited = citationsIn(fact).flatMap(({ source: id, section }): Cited[] => {
        const source = sources.get(id);
        return source ? [{ source, section }] : [];
      });
      const counted = name.startsWith('conflicts ') ? lastOf(cited) : cited;
      const superseded = counted.filter((one) =>
        isSuperseded(one, cited, newerTexts(one.source, catalog.sources)),
      );
      return newestOf(superseded).map(({ id }) => lineFor(name, id));
    });
  },
  exceptions: Object.entries(past).flatMap(([text, names]) =>
    names.map((name) => lineFor(name, text)),
  ),
};
