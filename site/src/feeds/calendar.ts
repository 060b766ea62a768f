/** A facet as a calendar (RFC 5545): a day for each entry, and for each fact that documents announce, with alarms before. */

import { createHash } from 'node:crypto';
import { catalog } from '../../../data/index.ts';
import { daysOfChecks } from '../lib/facts.ts';
import { type DatedFact, type Facet, facetPage } from './facets.ts';
import { textOf, titleOf } from './texts.ts';

interface Event {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly path: string;
  readonly category: string;
  /** Durations from the beginning of the day. */
  readonly alarms: readonly string[];
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n');

const encoder = new TextEncoder();
const maxBytes = 75;

/** A line of at most 75 bytes; what is longer goes on in lines that begin with a space. */
function folded(line: string): string {
  const parts = [''];
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > maxBytes) {
      parts.push('');
      bytes = 1;
    }
    parts[parts.length - 1] += character;
    bytes += size;
  }
  return parts.join('\r\n ');
}

/** At nine in the morning of the day. */
const thatMorning = 'PT9H';
const beforeThat = ['-P90D', '-P30D', '-P7D'];

const factEvent = (fact: DatedFact): Event => ({
  ...fact,
  category: 'Announced',
  alarms: [...beforeThat, thatMorning],
});

function eventsOf(facet: Facet): readonly Event[] {
  const changes = facet.entries.map((entry) => ({
    id: entry.date,
    date: entry.date,
    title: titleOf(facet, entry),
    text: textOf(entry),
    path: facetPage(facet),
    category: 'Change',
    alarms: [thatMorning],
  }));
  return [...changes, ...facet.facts.map(factEvent)].sort((a, b) => a.date.localeCompare(b.date));
}

const day = (date: string) => date.replaceAll('-', '');

/** The day of the newest check of the data: the same in each build of the same data. */
const revised = `${day(daysOfChecks(catalog).at(-1) ?? '')}T000000Z`;

function eventLines(facet: Facet, event: Event, site: URL | undefined): readonly string[] {
  // Permanent and the same wherever the site is published.
  const uid = createHash('sha256').update(`${facet.kind}/${facet.name}/${event.id}`).digest('hex');
  return [
    'BEGIN:VEVENT',
    `UID:${uid.slice(0, 32)}@apim-network-atlas`,
    `DTSTAMP:${revised}`,
    `LAST-MODIFIED:${revised}`,
    `DTSTART;VALUE=DATE:${day(event.date)}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text)}`,
    ...(site ? [`URL:${new URL(event.path, site).href}`] : []),
    `CATEGORIES:${escaped(event.category)}`,
    'TRANSP:TRANSPARENT',
    ...event.alarms.flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger}`,
      `DESCRIPTION:${escaped(event.title)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** The calendar; without the address of the site its events have no links. */
export function calendarOf(facet: Facet, site: URL | undefined): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//APIM Network Atlas//Feeds//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(`API Management: ${facet.title}`)}`,
    `X-WR-CALNAME:${escaped(`API Management: ${facet.title}`)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...eventsOf(facet).flatMap((event) => eventLines(facet, event, site)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
