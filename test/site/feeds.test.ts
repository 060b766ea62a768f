/** Feeds and calendars: an entry if and only if the requirements change, by a second computation. */

import { describe, expect, it, test } from 'vitest';
import { entriesOf, recommended } from '../../core/answers/feeds/entries.ts';
import { tierLines } from '../../core/answers/feeds/requirements.ts';
import { textOf, titleOf } from '../../core/answers/feeds/texts.ts';
import { requiredRules } from '../../core/answers/required-rules.ts';
import { catalog, editions } from '../../data/index.ts';
import type { PortRule, PortRuleStatement, Region } from '../../data/model.ts';
import { type Facet, facets } from '../../site/src/feeds/facets.ts';
import { slug } from '../../site/src/lib/sentences.ts';

test.each<[what: string, states: string[], entries: string[]]>([
  ['nothing where nothing changes', ['a b', 'a b', 'b a'], []],
  ['nothing for the first state', ['a'], []],
  ['what comes', ['a', 'a b'], ['1 +b -']],
  ['what goes', ['a b', 'b'], ['1 + -a']],
  ['what comes back', ['a', '', 'a'], ['1 + -a', '2 +a -']],
  ['both', ['a b', 'b c', 'b c', 'c'], ['1 +c -a', '3 + -b']],
])('%s', (_, states, entries) => {
  expect(
    entriesOf(statesOf(states)).map(({ date, added, removed }) => `${date} +${added} -${removed}`),
  ).toEqual(entries);
});

/** Lines that are required, and after a bar those that are optional; a star is for recommended. */
const statesOf = (texts: readonly string[]) =>
  texts.map((text, index) => {
    const lines = (of = '') =>
      of
        .split(' ')
        .filter(Boolean)
        .map((line) => line.replace('*', recommended));
    const [all, optional] = text.split('|');
    return { date: `${index}`, lines: lines(all), optional: lines(optional) };
  });

test.each<[what: string, states: string[], title: string, text: string[]]>([
  [
    'a rule that became optional is not said to go',
    ['a b c*', 'a|b c'],
    'X: 2 now optional',
    ['Only if you use its feature: b', 'Only if you use its feature: c'],
  ],
  ['a rule that is gone may go', ['a b', 'a|c'], 'X: 1 may go', ['May go: b']],
  [
    'each in its line',
    ['a b* c* d', 'a* b c|d'],
    'X: 2 now required, 1 now recommended, 1 now optional',
    [
      'Now only recommended: a',
      'Now required: b',
      'Now required: c',
      'Only if you use its feature: d',
    ],
  ],
])('%s', (_, states, title, text) => {
  const [entry] = entriesOf(statesOf(states));
  if (!entry) throw new Error('no entry');
  expect(titleOf('X', entry)).toBe(title);
  expect(textOf(entry).split('\n').slice(1)).toEqual(text);
});

it('says of no rule that it may go while the port table has it for a feature', () => {
  const premium = facets.find(({ name }) => name === 'premium');
  const entry = premium?.entries.find(({ date }) => date === '2023-01-06');
  expect(entry?.nowOptional.filter((line) => /UDP 4290|6381|EventHub/.test(line))).toHaveLength(5);
  const isInTable = (line: string) =>
    catalog.portRules
      .flatMap(({ statements }) => statements)
      .some(
        (row) =>
          row.edition === '2023-01-06' &&
          row.platforms.includes('STV2') &&
          line.includes(
            ` ${row.destinationPorts.join(', ')} from ${row.source} to ${row.destination} (`,
          ),
      );
  const gone = entry ? textOf(entry).match(/^May go: .*/gm) : [];
  expect(gone).toHaveLength(3);
  expect(gone?.filter(isInTable)).toEqual([]);
});

/** What a statement asks for, without what an entry does not say. */
const essence = ({ id }: PortRule, row: PortRuleStatement, necessity: string) =>
  JSON.stringify([
    row.directions,
    row.protocol,
    row.source,
    row.destination,
    row.destinationPorts,
    id && row.virtualNetworkTypes,
    necessity,
  ]);

/** The newest row of a rule in an edition: that of stv2 where the edition has a table for it. */
const hasStv2 = (edition: string) =>
  catalog.portRules.some(({ statements }) =>
    statements.some((row) => row.edition === edition && row.platforms.includes('STV2')),
  );
const rowsOf = (rule: PortRule, edition: string) =>
  rule.statements.filter(
    (row) => row.edition === edition && row.platforms.includes(hasStv2(edition) ? 'STV2' : 'STV1'),
  );

/** The days on which a set of texts differs from the one before. */
function daysOf(setOn: (edition: string) => Iterable<string>): string[] {
  const sets = editions.map((edition) => [...new Set(setOn(edition))].sort().join('\n'));
  return editions.filter((_, index) => index > 0 && sets[index] !== sets[index - 1]);
}

const isV2 = ({ tiers }: PortRule) => tiers.some((tier) => tier.endsWith('_V2'));
const inEditions = (facet: Facet) =>
  facet.entries.map(({ date }) => date).filter((date) => (editions as string[]).includes(date));

/** The addresses that documents print for a region, and those marked Global for its cloud. */
const printedFor = ({ name, cloud }: Region) => [
  ...catalog.regions
    .filter((one) => one.cloud === cloud)
    .flatMap((one) =>
      one.controlPlaneAddresses.filter(({ scope }) => one.name === name || scope === 'CLOUD'),
    ),
  ...(cloud === 'PUBLIC' ? catalog.addressesOfNoRegion : []),
];

describe('replayed over all editions', () => {
  const classic = catalog.portRules.filter((rule) => !isV2(rule));

  test.each(catalog.serviceTags.map(({ name }) => name))('the tag %s', (name) => {
    const facet = facets.find((one) => one.kind === 'service-tags' && one.name === slug(name));
    const days = daysOf((edition) =>
      classic.flatMap((rule) =>
        rowsOf(rule, edition)
          .filter(({ source, destination }) => [source, destination].includes(name))
          .map((row) => essence(rule, row, row.necessity)),
      ),
    );
    expect(facet ? inEditions(facet) : []).toEqual(days);
  });

  const lastPrinted = '2023-01-06';

  test.each(catalog.regions.map((region) => [region.name, region] as const))(
    '%s',
    (name, region) => {
      const facet = facets.find((one) => one.kind === 'regions' && one.name === name);
      const days = daysOf((edition) => [
        ...classic
          .filter(({ cloudsWithout = [] }) => !cloudsWithout.includes(region.cloud))
          .filter(({ tiers }) => tiers.includes('PREMIUM'))
          .flatMap((rule) =>
            rowsOf(rule, edition)
              .map((row) => {
                const isNeeded =
                  row.requiredWhen?.tiers?.includes('PREMIUM') ?? !row.requiredWhen?.isMultiRegion;
                const { necessity } = row;
                return [
                  row,
                  necessity === 'CONDITIONAL' ? (isNeeded ? 'REQUIRED' : 'OPTIONAL') : necessity,
                ] as const;
              })
              .filter(([, necessity]) => necessity !== 'OPTIONAL')
              .map(([row, necessity]) => essence(rule, row, necessity)),
          ),
        ...printedFor(region)
          .filter((one) =>
            (one.editions as string[]).includes(edition > lastPrinted ? lastPrinted : edition),
          )
          .map(({ address }) => address),
      ]);
      expect(facet && inEditions(facet)).toEqual(days);
    },
  );

  const v2 = catalog.tierProfiles.map(({ tier }) => tier).filter((tier) => tier.endsWith('_V2'));

  test.each(v2)('%s', (tier) => {
    const statements = catalog.portRules
      .filter((rule) => isV2(rule) && rule.tiers.includes(tier))
      .flatMap((rule) => rule.statements);
    const documents = [...new Set(statements.map(({ edition }) => edition))].sort();
    const facet = facets.find((one) => one.kind === 'tiers' && one.name === slug(tier));
    // The first document is where the feed begins.
    expect(facet?.entries.map(({ date }) => date)).toEqual(documents.slice(1));
    expect(facet?.facts.length).toBeGreaterThan(0);
  });

  test.each([
    ['STANDARD_V2', ['external']],
    ['PREMIUM_V2', ['external', 'internal']],
    ['PREMIUM', ['external', 'internal']],
    ['BASIC_V2', []],
  ] as const)('%s has rules in its modes alone', (tier, modes) => {
    const { lines } = tierLines(tier, '2026-04-30');
    const named = new Set(lines.flatMap((line) => line.match(/\b(?:ex|in)ternal\b/g) ?? []));
    expect([...named].sort()).toEqual(modes);
    expect(tierLines(tier, '2026-04-30').lines.length > 0).toBe(modes.length > 0);
  });

  it('says of no tag that the first document on the v2 tiers changed its rows', () => {
    const ofV2 = facets
      .filter(({ kind }) => kind === 'service-tags')
      .flatMap(({ entries }) => entries.flatMap(({ added }) => added))
      .filter((line) => line.includes('in the v2 tiers'));
    expect(ofV2).toEqual([]);
  });

  it('need no change for a weekly file where rules name tags: they have no addresses', () => {
    const prefixes = catalog.regions.flatMap(({ name }) =>
      requiredRules({ region: name, tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' }).flatMap(
        ({ securityRules }) =>
          securityRules.flatMap((rule) => [
            ...rule.sourceAddressPrefixes,
            ...rule.destinationAddressPrefixes,
          ]),
      ),
    );
    expect(prefixes.filter((prefix) => /\d+\.|:/.test(prefix))).toEqual([]);
  });
});
