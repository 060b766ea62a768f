/** A calendar (RFC 5545) of whole days, each with alarms. */

export interface CalendarEvent {
  /** Permanent and unique: with the calendar's own id it is the UID. */
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  /** Path of the page about it. */
  readonly path: string;
  readonly category: string;
  /** Whether it is known long before, so that the alarms begin 90 days ahead. */
  readonly isAnnounced: boolean;
}

export interface Calendar {
  /** regions/westeurope; permanent and the same wherever the site is published. */
  readonly id: string;
  readonly title: string;
  /** Day of the newest check of the data: the same in each build of the same data. */
  readonly revised: string;
  readonly events: readonly CalendarEvent[];
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

const day = (date: string) => date.replaceAll('-', '');

function eventLines(
  id: string,
  revised: string,
  event: CalendarEvent,
  site: URL | undefined,
): readonly string[] {
  const alarms = event.isAnnounced ? [...beforeThat, thatMorning] : [thatMorning];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${id}/${event.id}`)}@apim-network-atlas`,
    `DTSTAMP:${revised}`,
    `LAST-MODIFIED:${revised}`,
    `DTSTART;VALUE=DATE:${day(event.date)}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text)}`,
    ...(site ? [`URL:${new URL(event.path, site).href}`] : []),
    `CATEGORIES:${escaped(event.category)}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger}`,
      `DESCRIPTION:${escaped(event.title)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** The calendar in the order of its days; without the address of the site its events have no links. */
export function calendarText(
  { id, title, revised, events }: Calendar,
  site: URL | undefined,
): string {
  const stamp = `${day(revised)}T000000Z`;
  const inOrder = events.toSorted((a, b) => a.date.localeCompare(b.date));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//APIM Network Atlas//Feeds//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...inOrder.flatMap((event) => eventLines(id, stamp, event, site)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
