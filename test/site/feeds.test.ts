/** Feeds and calendars: an entry if and only if the requirements change, by a second computation; and both parse. */

import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { requiredRules } from '../../core/answers/required-rules.ts';
import { catalog, editions } from '../../data/index.ts';
import type { PortRule, PortRuleStatement } from '../../data/model.ts';
import { calendarOf } from '../../site/src/feeds/calendar.ts';
import { entriesOf } from '../../site/src/feeds/entries.ts';
import { type Facet, facetPage, facets, feedPath } from '../../site/src/feeds/facets.ts';
import { slug } from '../../site/src/lib/sentences.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { isBuilt, textAt } from './built-site-files.ts';

test.each<[what: string, states: string[], entries: string[]]>([
  ['nothing where nothing changes', ['a b', 'a b', 'b a'], []],
  ['nothing for the first state', ['a'], []],
  ['what comes', ['a', 'a b'], ['1 +b -']],
  ['what goes', ['a b', 'b'], ['1 + -a']],
  ['what comes back', ['a', '', 'a'], ['1 + -a', '2 +a -']],
  ['both', ['a b', 'b c', 'b c', 'c'], ['1 +c -a', '3 + -b']],
])('%s', (_, states, entries) => {
  const lines = (text: string) => text.split(' ').filter(Boolean);
  const found = entriesOf(states.map((text, index) => ({ date: `${index}`, lines: lines(text) })));
  expect(found.map(({ date, added, removed }) => `${date} +${added} -${removed}`)).toEqual(entries);
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
        ...region.controlPlaneAddresses
          .filter((one) =>
            (one.editions as string[]).includes(edition > lastPrinted ? lastPrinted : edition),
          )
          .map(({ address }) => address),
      ]);
      expect(facet && inEditions(facet)).toEqual(days);
    },
  );

  it('needs no entry for a weekly file, since required rules name tags and no addresses', () => {
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

describe('the built files', () => {
  beforeAll(() => ensureBuilt('site'), buildTimeout);

  test.each(facets.map((facet) => [feedPath(facet, 'atom'), facet] as const))(
    '%s',
    (path, facet) => {
      const feed = parseAtomFeed(textAt(path));
      expect(feed.id).toBe(`tag:apim-network-atlas,2026:feeds/${facet.kind}/${facet.name}`);
      expect(feed.entries?.map(({ updated }) => String(updated).slice(0, 10)) ?? []).toEqual(
        facet.entries.map(({ date }) => date).toReversed(),
      );
      const ids = feed.entries?.map(({ id }) => id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      expect(isBuilt(`${facetPage(facet)}index.html`)).toBe(true);
    },
  );

  test.each(facets.map((facet) => [feedPath(facet, 'ics'), facet] as const))(
    '%s',
    (path, facet) => {
      const text = textAt(path);
      const calendar = new ICAL.Component(ICAL.parse(text));
      const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
      expect(events.map(({ startDate }) => String(startDate))).toEqual(
        [...facet.entries, ...facet.facts].map(({ date }) => date).sort(),
      );
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
      for (const fact of facet.facts) {
        const event = events.find(({ summary }) => summary === fact.title);
        expect(event?.description).toBe(fact.text);
        const alarms = event?.component.getAllSubcomponents('valarm') ?? [];
        expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual([
          '-P90D',
          '-P30D',
          '-P7D',
          'PT9H',
        ]);
      }
      const lines = text.split('\r\n');
      expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    },
  );
});

it('announces to a region what concerns its cloud, and no address of another region', () => {
  const announced = (name: string) =>
    facets.find((facet) => facet.name === name)?.facts.map(({ id }) => id) ?? [];
  const known = new Set(
    Object.values(catalog)
      .flat()
      .map((fact) => (fact as { id?: string }).id),
  );
  for (const region of ['westeurope', 'usgovvirginia', 'chinanorth2']) {
    const found = announced(region);
    expect(found.filter((id) => !known.has(id))).toEqual([]);
    expect(found.includes('stv1-retired')).toBe(region === 'westeurope');
    expect(found.includes('stv1-retired-other-clouds')).toBe(region !== 'westeurope');
    expect(found.filter((id) => id.startsWith('control-plane-address'))).toEqual([]);
    expect(found).toContain('git-repository-retired');
  }
  expect(announced('premium')).toContain('control-plane-addresses-changed-march-2023');
});

it('links a calendar to the site where it has an address', () => {
  const [facet] = facets;
  if (!facet) throw new Error('no facets');
  const text = calendarOf(facet, new URL('https://atlas.example'));
  expect(text.replaceAll('\r\n ', '')).toContain(`URL:https://atlas.example${facetPage(facet)}`);
  expect(calendarOf(facet, undefined)).not.toContain('URL:');
});
