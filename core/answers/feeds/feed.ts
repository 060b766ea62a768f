/** A feed as Atom and as a calendar: what the feeds of regions, tags, tiers and deployments have in common. */

import { catalog } from '../../../data/index.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { atomXml } from '../../render/atom.ts';
import { calendarText } from '../../render/calendar.ts';
import type { DatedFact } from './announced.ts';
import type { FeedEntry } from './entries.ts';
import { textOf, titleOf } from './texts.ts';

export interface Feed {
  /** Permanent: regions/westeurope. */
  readonly id: string;
  readonly title: string;
  /** What its lines are. */
  readonly about: string;
  /** What its reader should know in advance, as sentences. */
  readonly notes?: readonly string[];
  /** Day on which it begins. */
  readonly since: string;
  /** Path of the page about it. */
  readonly page: string;
  readonly entries: readonly FeedEntry[];
  readonly facts: readonly DatedFact[];
}

/** The feed as Atom; `self` is its path. Without the address of the site its links are relative. */
export function feedAtom(feed: Feed, self: string, site: URL | undefined): string {
  const { id, title, about, notes = [], since, page, entries } = feed;
  return atomXml(
    {
      id: `feeds/${id}`,
      title: `API Management: ${title}`,
      subtitle: [`What changes for ${title}: ${about}.`, ...notes].join(' '),
      date: since,
      self,
      page,
      entries: entries.map((entry) => ({
        id: entry.id,
        title: titleOf(title, entry),
        date: entry.date,
        path: page,
        text: textOf(entry),
      })),
    },
    site,
    packageJson.version,
  );
}

let revised: string | undefined;

/** The day of the newest check of a fact. */
function newestCheck(): string {
  revised ??= [...JSON.stringify(catalog).matchAll(/"verifiedOn":"([\d-]+)"/g)]
    .map(([, day]) => day ?? '')
    .sort()
    .at(-1);
  return revised ?? '';
}

/** The days of the entries, and those that documents announce, with alarms before. */
export function feedCalendar(feed: Feed, site: URL | undefined): string {
  const { id, title, page, entries, facts } = feed;
  return calendarText(
    {
      id,
      title: `API Management: ${title}`,
      revised: newestCheck(),
      events: [
        ...entries.map((entry) => ({
          id: entry.id,
          date: entry.date,
          title: titleOf(title, entry),
          text: textOf(entry),
          path: page,
          category: 'Change',
          isAnnounced: false,
        })),
        ...facts.map((fact) => ({ ...fact, category: 'Announced', isAnnounced: true })),
      ],
    },
    site,
  );
}
