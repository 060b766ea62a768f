/** Ways to spoil a copy of the facts, each of which one lint finds. */

import type { Catalog } from '../data/lints/lint.ts';

type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
type Draft = Mutable<Catalog>;
type Element<List> = List extends (infer Each)[] ? Each : never;

const rule = (draft: Draft, id: string) =>
  draft.portRules.find((candidate) => candidate.id === id) as Element<Draft['portRules']>;
const statement = (draft: Draft, id: string) =>
  rule(draft, id).statements.at(-1) as Element<Element<Draft['portRules']>['statements']>;
const region = (draft: Draft, name: string) =>
  draft.regions.find((candidate) => candidate.name === name) as Element<Draft['regions']>;
const endpoint = (draft: Draft) => draft.endpoints[0] as Element<Draft['endpoints']>;
const fact = (draft: Draft) => draft.dnsFacts[0] as Element<Draft['dnsFacts']>;
const citation = (draft: Draft) => fact(draft).citations[0] as object;
const conflict = (draft: Draft) => draft.conflicts[0] as Element<Draft['conflicts']>;
const weekly = (draft: Draft) => draft.serviceTagExtracts.PUBLIC;

const newestEdition = (draft: Draft) =>
  draft.referenceEditions.at(-1) as Element<Draft['referenceEditions']>;

const set = Object.assign;

/** Lets one of the texts of the network reference repeat a section. */
function repeat(draft: Draft, index: number, section: string): void {
  const texts = draft.sources.filter(({ id }) => id.startsWith('vnet-reference-'));
  set(texts.at(index) as object, { repeats: [section] });
}

/** The name of the lint, what is wrong, and how to spoil a copy of the facts in that way. */
export const spoiledFacts: readonly (readonly [
  lint: string,
  what: string,
  spoil: (draft: Draft) => unknown,
])[] = [
  ['ids', 'capitals', (draft) => set(endpoint(draft), { id: 'Entra_Id' })],
  ['ids', 'an id of another topic', (draft) => set(fact(draft), { id: 'v2-no-switch' })],
  ['titles', 'a title twice', (draft) => set(fact(draft), { title: draft.dnsFacts[1]?.title })],
  ['names', 'the name of another', (draft) => region(draft, 'eastus').aliases.push('WESTUS')],
  ['names', 'its own name', (draft) => region(draft, 'eastus').aliases.push('East US')],
  ['known-sources', 'a source that is none', (draft) => set(citation(draft), { source: 'x' })],
  ['cited-sources', 'a new source', (draft) => set(draft.sources[0] as object, { id: 'x' })],
  ['cited-facts', 'no citation', (draft) => set(fact(draft), { citations: [] })],
  ['cited-facts', 'no section', (draft) => set(citation(draft), { section: ' ' })],
  ['cited-facts', 'a place twice', (draft) => fact(draft).citations.push(...fact(draft).citations)],
  ['cited-fields', 'a new field', (draft) => set(region(draft, 'eastus'), { paired: 'westus' })],
  ['sources', 'another order', (draft) => draft.sources.reverse()],
  ['sources', 'another date', (draft) => set(draft.sources[0] as object, { date: '2019-08-28' })],
  ['check-dates', 'before it', (draft) => set(citation(draft), { verifiedOn: '2001-01-01' })],
  ['check-dates', 'no such day', (draft) => set(citation(draft), { verifiedOn: '2027-02-30' })],
  ['validity', 'the end alone', (draft) => set(fact(draft), { until: '2023-01-01' })],
  [
    'validity',
    'the end first',
    (draft) => set(fact(draft), { since: '2024-01-01', until: '2023-01-01' }),
  ],
  ['announced-facts', 'a later day', (draft) => set(fact(draft), { since: '2030-01-01' })],
  [
    'superseded-texts',
    'a newer text',
    (draft) => {
      const page = draft.sources.find(({ id }) => id === 'ip-addresses-2026-09-11');
      draft.sources.push({ ...page, id: 'ip-addresses-2030-01-01', date: '2030-01-01' } as never);
    },
  ],
  ['repeated-sections', 'a first text', (draft) => repeat(draft, 0, 'DNS access')],
  ['repeated-sections', 'a section that nothing cites', (draft) => repeat(draft, -1, 'DNS axes')],
  ['repeated-sections', 'a section left out', (draft) => repeat(draft, -1, 'SMTP Relay')],
  ['document-dates', 'a day of no document', (draft) => set(fact(draft), { since: '2019-09-10' })],
  [
    'availability',
    'a region twice',
    (draft) => draft.regionAvailability.push(...draft.regionAvailability.slice(0, 1)),
  ],
  [
    'features',
    'a need that is no fact',
    (draft) => set(draft.features.at(-1) as object, { needs: ['no-such-fact'] }),
  ],
  ['applicability', 'no tier', (draft) => set(fact(draft), { tiers: [] })],
  ['sentences', 'no period', (draft) => set(fact(draft), { statement: 'A sentence' })],
  ['sentences', 'no date', (draft) => set(fact(draft), { statement: 'By the newest text.' })],
  ['sentences', 'two blanks', (draft) => set(fact(draft), { statement: 'A  sentence.' })],
  ['sentences', 'too long', (draft) => set(fact(draft), { statement: `A${' b'.repeat(150)}.` })],
  [
    'one-place',
    'the statement of another',
    (draft) => set(fact(draft), { statement: draft.limitations[0]?.statement }),
  ],
  ['editions', 'another order', (draft) => rule(draft, 'storage').statements.reverse()],
  [
    'editions',
    'one twice',
    (draft) => rule(draft, 'storage').statements.push(statement(draft, 'storage')),
  ],
  ['editions', 'another', (draft) => set(statement(draft, 'storage'), { edition: '2026-05-01' })],
  ['edition-rows', 'a row forgotten', (draft) => rule(draft, 'storage').statements.pop()],
  ['edition-rows', 'gone, yet stated', (draft) => newestEdition(draft).gone.push('storage')],
  ['edition-rows', 'no such rule', (draft) => newestEdition(draft).gone.push('x')],
  ['edition-rows', 'an edition alone', (draft) => draft.referenceEditions.pop()],
  ['conditions', 'none', (draft) => set(statement(draft, 'storage'), { necessity: 'CONDITIONAL' })],
  ['conditions', 'one too many', (draft) => set(endpoint(draft), { requiredWhen: 'Always.' })],
  [
    'ports',
    'beyond the last',
    (draft) => set(statement(draft, 'storage'), { destinationPorts: ['65536'] }),
  ],
  [
    'ports',
    'not as before',
    (draft) => set(statement(draft, 'event-hub'), { destinationPorts: ['5672', '5671'] }),
  ],
  ['ports', 'another order', (draft) => set(endpoint(draft), { ports: ['443', '80'] })],
  [
    'directions',
    'the other one',
    (draft) => set(statement(draft, 'storage'), { directions: ['INBOUND'] }),
  ],
  [
    'known-tags',
    'a display name',
    (draft) => set(statement(draft, 'storage'), { destination: 'Azure Storage' }),
  ],
  ['known-tags', 'no region', (draft) => set(endpoint(draft), { serviceTag: 'Storage.Atlantis' })],
  ['features', 'a rule without', (draft) => set(rule(draft, 'event-hub'), { feature: undefined })],
  ['host-names', 'an address', (draft) => endpoint(draft).hostNames.push('https://example.com')],
  ['service-tags', 'no tag', (draft) => set(weekly(draft), { tagNames: [] })],
  [
    'service-tags',
    'another feature',
    (draft) => set(draft.clouds[0] as object, { isApiManagementTagRoutable: false }),
  ],
  ['region-tags', 'no source', (draft) => draft.sources.splice(0)],
  [
    'tag-relations',
    'a pair twice',
    (draft) => draft.serviceTagRelations.contained.push({ outer: 'Storage', inner: 'AzureCloud' }),
  ],
  ['canonical-prefixes', 'bits', (draft) => weekly(draft).apiManagement.push('10.0.0.1/24')],
  ['canonical-prefixes', 'zeros', (draft) => weekly(draft).apiManagement.push('010.0.0.0/24')],
  ['canonical-prefixes', 'length', (draft) => weekly(draft).apiManagement.push('2001:db8:0::/64')],
  [
    'regional-prefixes',
    'one of its own',
    (draft) => weekly(draft).apiManagementByRegion.WestEurope?.push('10.0.0.0/24'),
  ],
  ['region-tags', 'a region left out', (draft) => draft.regions.shift()],
  ['region-order', 'another order', (draft) => draft.regions.reverse()],
  [
    'control-plane-addresses',
    'the tag of another region',
    (draft) => set(region(draft, 'eastus'), { serviceTagSuffix: 'WestUS' }),
  ],
  [
    'address-citations',
    'an edition more',
    (draft) => region(draft, 'eastus').controlPlaneAddresses[0]?.editions.push('2023-11-29'),
  ],
  ['tier-matrix', 'a tier left out', (draft) => draft.tierProfiles.pop()],
  ['subnet-arithmetic', 'a row left out', (draft) => draft.subnetArithmetic.pop()],
  ['conflict-positions', 'another order', (draft) => conflict(draft).positions.reverse()],
  [
    'conflict-references',
    'a rule that is not there',
    (draft) => conflict(draft).touches.push({ kind: 'PORT_RULE', id: 'x' }),
  ],
];
