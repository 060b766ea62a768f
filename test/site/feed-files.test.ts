/** The built feeds and calendars: they parse, and have what the requirements and the announced days say. */

import { parseAtomFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { feedCalendar } from '../../core/answers/feeds/feed.ts';
import { catalog } from '../../data/index.ts';
import { facets, feedPath } from '../../site/src/feeds/facets.ts';
import { buildTimeout, ensureBuilt } from '../support/built.ts';
import { isBuilt, textAt } from './built-site-files.ts';

/** The newest day in `verifiedOn`, at whatever depth. */
function newestDay(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const own = (value as { verifiedOn?: string }).verifiedOn ?? '';
  return Object.values(value).reduce((newest, one) => {
    const day = newestDay(one);
    return day > newest ? day : newest;
  }, own);
}
const newestCheck = `${newestDay(catalog)}T00:00:00Z`;

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
      expect(isBuilt(`${facet.page}index.html`)).toBe(true);
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
      // A method would need an organizer in each event (RFC 5546).
      expect(calendar.hasProperty('method')).toBe(false);
      for (const name of ['dtstamp', 'last-modified']) {
        const days = events.map(({ component }) => component.getFirstPropertyValue(name));
        expect(new Set(days.map(String)), name).toEqual(new Set(days.length ? [newestCheck] : []));
      }
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
    const ids = announced(region);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(ids.includes('stv1-retired')).toBe(region === 'westeurope');
    expect(ids.includes('stv1-retired-other-clouds')).toBe(region !== 'westeurope');
    expect(ids.filter((id) => id.startsWith('control-plane-address'))).toEqual([]);
    expect(ids).toContain('git-repository-retired');
  }
  expect(announced('premium')).toContain('control-plane-addresses-changed-march-2023');
});

it('links a calendar to the site where it has an address', () => {
  const [facet] = facets;
  if (!facet) throw new Error('no facets');
  const text = feedCalendar(facet, new URL('https://atlas.example'));
  expect(text.replaceAll('\r\n ', '')).toContain(`URL:https://atlas.example${facet.page}`);
  expect(feedCalendar(facet, undefined)).not.toContain('URL:');
});
