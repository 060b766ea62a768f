/** Full-text search over every fact and check: ports, tags, regions, addresses, host names, pasted error texts. */

import MiniSearch from 'minisearch';
import { catalog, findRegion, findServiceTag } from '../../data/index.ts';
import type { FactKind } from '../../data/model.ts';
import { checks } from '../validate/checks/index.ts';

export type SearchHitKind = FactKind | 'CHECK' | 'CONFLICT';

export interface SearchHit {
  readonly kind: SearchHitKind;
  /** Id of the fact within its kind: a rule's id, a region's name, a tier's value. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Path of the page on the documentation site. */
  readonly path: string;
  /** Higher is better; only comparable within one answer. */
  readonly score: number;
}

interface Entry extends Omit<SearchHit, 'score'> {
  readonly key: string;
  /** Words that name the fact: ports, tags, addresses, host names, aliases. */
  readonly names: string;
  readonly text: string;
}

export const maxTextLength = 400;
const maxHits = 20;
/** A text that is a fact's name in full brings that fact to the top. */
const nameBoost = 100;

/** 6381-6383 is found by 6382, too. */
function expandPorts(ports: readonly string[]): string[] {
  return ports.flatMap((port) => {
    const [first, last] = port.split('-').map(Number);
    if (first === undefined || last === undefined || Number.isNaN(last)) return [port];
    return [port, ...Array.from({ length: last - first + 1 }, (_, index) => String(first + index))];
  });
}

function entry(
  kind: SearchHitKind,
  id: string,
  title: string,
  summary: string,
  path: string,
  names: readonly string[],
  text = '',
): Entry {
  return { key: `${kind} ${id}`, kind, id, title, summary, path, names: names.join(' '), text };
}

const entries: readonly Entry[] = [
  ...catalog.portRules.map((rule) => {
    const newest = rule.statements.at(-1);
    return entry(
      'PORT_RULE',
      rule.id,
      rule.title,
      newest?.purpose ?? rule.title,
      `/port-rules/${rule.id}/`,
      rule.statements.flatMap((row) => [
        row.source,
        row.destination,
        row.protocol,
        ...expandPorts([...row.destinationPorts, ...row.optionalDestinationPorts]),
      ]),
      [rule.consequence, rule.remark].join(' '),
    );
  }),
  ...catalog.regions.map((region) =>
    entry(
      'REGION',
      region.name,
      region.displayName,
      `Control-plane addresses, service tags and rules for ${region.displayName}.`,
      `/regions/${region.name}/`,
      [
        region.name,
        ...region.aliases,
        region.serviceTagSuffix ?? '',
        ...region.controlPlaneAddresses.map(({ address }) => address),
      ],
    ),
  ),
  ...catalog.serviceTags.map((tag) =>
    entry(
      'SERVICE_TAG',
      tag.name,
      tag.name,
      tag.description,
      `/service-tags/${tag.name.toLowerCase()}/`,
      tag.aliases,
    ),
  ),
  ...catalog.tierProfiles.map((tier) =>
    entry(
      'TIER',
      tier.tier,
      tier.displayName,
      tier.description,
      `/tiers/${tier.tier.toLowerCase().replace('_', '-')}/`,
      [tier.skuName],
    ),
  ),
  ...catalog.endpoints.map((endpoint) =>
    entry(
      'ENDPOINT',
      endpoint.id,
      endpoint.title,
      endpoint.purpose,
      `/endpoints/#${endpoint.id}`,
      [...endpoint.hostNames, ...expandPorts(endpoint.ports), endpoint.serviceTag ?? ''],
      endpoint.remark,
    ),
  ),
  ...catalog.ipChangeTriggers.map((trigger) =>
    entry(
      'IP_CHANGE_TRIGGER',
      trigger.id,
      trigger.title,
      trigger.description,
      `/ip-changes/#${trigger.id}`,
      [],
      trigger.advice,
    ),
  ),
  ...catalog.subnetRules.map((rule) =>
    entry(
      'SUBNET_RULE',
      rule.id,
      rule.title,
      rule.requirement,
      `/subnets/#${rule.id}`,
      [],
      rule.consequence,
    ),
  ),
  ...(
    [
      ['prerequisites', catalog.prerequisites],
      ['dns', catalog.dnsFacts],
      ['routing', catalog.routingFacts],
      ['limitations', catalog.limitations],
    ] as const
  ).flatMap(([page, facts]) =>
    facts.map((fact) =>
      entry('NETWORK_FACT', fact.id, fact.title, fact.statement, `/${page}/#${fact.id}`, []),
    ),
  ),
  ...catalog.conflicts.map((conflict) =>
    entry(
      'CONFLICT',
      conflict.id,
      conflict.title,
      conflict.appliedReading,
      `/conflicts/#${conflict.id}`,
      [],
      conflict.positions.map(({ statement }) => statement).join(' '),
    ),
  ),
  ...checks.map((check) =>
    entry(
      'CHECK',
      check.id,
      check.title,
      check.summary,
      `/checks/${check.id}/`,
      [],
      [check.rationale, check.avoid, check.prefer].join(' '),
    ),
  ),
  ...catalog.sources.map((source) =>
    entry(
      'SOURCE',
      source.id,
      source.title,
      `Document of ${source.date}.`,
      `/sources/#${source.id}`,
      [source.date],
    ),
  ),
];

/** Words as they are typed, and the parts of names that hold dots, hyphens, colons or capitals. */
function tokenize(text: string): string[] {
  return text
    .split(/[\s,;()[\]{}"'<>]+/)
    .flatMap((word) => {
      const parts = word.split(/[.:/_=-]+/);
      const humps = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
      return [...new Set([word, ...parts, ...humps])];
    })
    .filter((word) => word.length > 0);
}

const index = new MiniSearch<Entry>({
  idField: 'key',
  fields: ['id', 'title', 'names', 'summary', 'text'],
  tokenize,
  searchOptions: {
    boost: { title: 4, names: 4, id: 3, summary: 1.5 },
    // A mistyped number is another number; words may be cut short or have a letter wrong.
    fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : 0.2),
    prefix: (term) => !/^\d+$/.test(term) && term.length > 2,
  },
});
index.addAll(entries);

const entryByKey = new Map(entries.map((found) => [found.key, found]));

/** The best hits for a text, best first; a long text is cut. */
export function search(text: string): SearchHit[] {
  const named = new Set([
    `REGION ${findRegion(text)?.name}`,
    `SERVICE_TAG ${findServiceTag(text)?.name}`,
    `PORT_RULE ${text}`,
    `CHECK ${text}`,
  ]);
  return index
    .search(text.slice(0, maxTextLength), {
      boostDocument: (key) => (named.has(key) ? nameBoost : 1),
    })
    .slice(0, maxHits)
    .flatMap((result) => {
      const found = entryByKey.get(result.id);
      if (!found) return [];
      const { kind, id, title, summary, path } = found;
      return [{ kind, id, title, summary, path, score: result.score }];
    });
}
