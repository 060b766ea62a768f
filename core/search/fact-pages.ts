/** Every fact and check with its page on the documentation site: what references point to and search goes through. */

import { cite } from '../../data/cite.ts';
import { catalog } from '../../data/index.ts';
import type { Citation, FactKind } from '../../data/model.ts';
import { type RuleStatusSince, ruleStatus } from '../answers/rule-status.ts';
import { checks } from '../validate/checks/index.ts';

export type FactPageKind = FactKind | 'CHECK' | 'CONFLICT' | 'SYMPTOM';

export interface FactPage {
  readonly kind: FactPageKind;
  /** Id of the fact within its kind: a rule's id, a region's name, a tier's value. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Path of the page on the documentation site. */
  readonly path: string;
  /** Where the fact is documented; for a source, the source itself. */
  readonly citations: readonly Citation[];
  /** Words that name the fact: ports, tags, addresses, host names, aliases. */
  readonly names: readonly string[];
  /** What else is said about it. */
  readonly text: string;
  /** Of a port rule, as documents have it today. */
  readonly status?: RuleStatusSince;
}

/** 6381-6383 is found by 6382, too. */
function expandPorts(ports: readonly string[]): string[] {
  return ports.flatMap((port) => {
    const [first, last] = port.split('-').map(Number);
    if (first === undefined || last === undefined || Number.isNaN(last)) return [port];
    return [port, ...Array.from({ length: last - first + 1 }, (_, index) => String(first + index))];
  });
}

/** A fact without names of its own besides its title. */
const unnamed = { names: [], text: '' } as const;

export const factPages: readonly FactPage[] = [
  ...catalog.portRules.map((rule): FactPage => {
    const { id, title, statements, consequence, remarks = [] } = rule;
    const newest = statements.at(-1);
    const status = ruleStatus(rule);
    return {
      kind: 'PORT_RULE',
      id,
      title,
      summary: newest?.purpose ?? title,
      path: `/port-rules/${id}/`,
      citations: newest?.citations ?? [],
      names: statements.flatMap((row) => [
        row.source,
        row.destination,
        row.protocol,
        ...expandPorts([...row.destinationPorts, ...row.optionalDestinationPorts]),
      ]),
      text: [consequence, ...remarks.map(({ text }) => text)].join(' '),
      ...(status && { status }),
    };
  }),
  ...catalog.regions.map(
    (region): FactPage => ({
      kind: 'REGION',
      id: region.name,
      title: region.displayName,
      summary: `Control-plane addresses, service tags and rules for ${region.displayName}.`,
      path: `/regions/${region.name}/`,
      citations: region.citations,
      names: [
        region.name,
        ...region.aliases,
        region.serviceTagSuffix ?? '',
        ...region.controlPlaneAddresses.map(({ address }) => address),
      ],
      text: '',
    }),
  ),
  ...catalog.serviceTags.map(
    ({ name, description, aliases, citations }): FactPage => ({
      kind: 'SERVICE_TAG',
      id: name,
      title: name,
      summary: description,
      path: `/service-tags/${name.toLowerCase()}/`,
      citations,
      names: aliases,
      text: '',
    }),
  ),
  ...catalog.tierProfiles.map(
    ({ tier, displayName, description, skuName, networking, citations }): FactPage => ({
      kind: 'TIER',
      id: tier,
      title: displayName,
      summary: description,
      path: `/tiers/${tier.toLowerCase().replace('_', '-')}/`,
      citations,
      names: [skuName],
      text: `Networking options: ${networking
        .filter(({ isSupported }) => isSupported)
        .map(({ option, note }) => `${option.toLowerCase().replaceAll('_', ' ')} ${note ?? ''}`)
        .join(' ')}`,
    }),
  ),
  ...catalog.endpoints.map(
    ({ id, title, purpose, hostNames, ports, serviceTag, remark, citations }): FactPage => ({
      kind: 'ENDPOINT',
      id,
      title,
      summary: purpose,
      path: `/endpoints/#${id}`,
      citations,
      names: [...hostNames, ...expandPorts(ports), serviceTag ?? ''],
      text: remark ?? '',
    }),
  ),
  ...catalog.ipChangeTriggers.map(
    ({ id, title, description, advice, citations }): FactPage => ({
      ...unnamed,
      kind: 'IP_CHANGE_TRIGGER',
      id,
      title,
      summary: description,
      path: `/ip-changes/#${id}`,
      citations,
      text: advice,
    }),
  ),
  ...catalog.subnetRules.map(
    ({ id, title, requirement, consequence, citations }): FactPage => ({
      ...unnamed,
      kind: 'SUBNET_RULE',
      id,
      title,
      summary: requirement,
      path: `/subnets/#${id}`,
      citations,
      text: consequence,
    }),
  ),
  ...(
    [
      ['prerequisites', catalog.prerequisites],
      ['dns', catalog.dnsFacts],
      ['routing', catalog.routingFacts],
      ['limitations', catalog.limitations],
      ['integrations', catalog.integrations],
    ] as const
  ).flatMap(([page, facts]) =>
    facts.map(
      ({ id, title, statement, citations }): FactPage => ({
        ...unnamed,
        kind: 'NETWORK_FACT',
        id,
        title,
        summary: statement,
        path: `/${page}/#${id}`,
        citations,
      }),
    ),
  ),
  ...catalog.conflicts.map(
    ({ id, title, appliedReading, positions }): FactPage => ({
      ...unnamed,
      kind: 'CONFLICT',
      id,
      title,
      summary: appliedReading,
      path: `/conflicts/#${id}`,
      citations: positions.flatMap(({ citations }) => citations),
      text: positions.map(({ statement }) => statement).join(' '),
    }),
  ),
  ...catalog.symptoms.map(
    ({ id, title, texts, causes }): FactPage => ({
      kind: 'SYMPTOM',
      id,
      title,
      summary: causes[0]?.text ?? title,
      path: `/symptoms/#${id}`,
      citations: causes.flatMap(({ citations }) => citations),
      names: texts,
      text: causes.map(({ text, tellApart }) => `${text} ${tellApart}`).join(' '),
    }),
  ),
  ...checks.map(
    ({ id, title, summary, rationale, avoid, prefer, citations }): FactPage => ({
      ...unnamed,
      kind: 'CHECK',
      id,
      title,
      summary,
      path: `/checks/${id}/`,
      citations,
      text: [rationale, avoid, prefer].join(' '),
    }),
  ),
  ...catalog.sources.map(
    ({ id, title, date }): FactPage => ({
      ...unnamed,
      kind: 'SOURCE',
      id,
      title,
      summary: `Document of ${date}.`,
      path: `/sources/#${id}`,
      citations: [cite(id, 'Title and date')],
      names: [date],
    }),
  ),
];

const keyOf = ({ kind, id }: Pick<FactPage, 'kind' | 'id'>) => `${kind} ${id}`;

const pageByKey = new Map(factPages.map((page) => [keyOf(page), page]));

/** The page of a fact that is known to be there. */
export function pageOf(fact: Pick<FactPage, 'kind' | 'id'>): FactPage {
  const page = pageByKey.get(keyOf(fact));
  if (page === undefined)
    throw new Error(`no fact of the kind ${fact.kind} has the id "${fact.id}"`);
  return page;
}
