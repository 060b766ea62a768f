/** Port ranges of security rules as interval sets. */

import { fromIntervals, type IntervalSet, interval } from './interval-set.ts';

export const everyPort: IntervalSet = interval(0, 65_535);

/** Ports from which clients connect; a rule with a lower source port matches no real client. */
export const ephemeralPorts: IntervalSet = interval(1024, 65_535);

/** Reads *, 443 or 6381-6383; undefined if the text is not a port range. */
export function parsePortRange(text: string): IntervalSet | undefined {
  if (text === '*') return everyPort;
  if (/^\d{1,5}$/.test(text)) {
    const port = Number(text);
    return port <= 65_535 ? [port, port] : undefined;
  }
  const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : Number(match[2]);
  return first <= last && last <= 65_535 ? interval(first, last) : undefined;
}

/** The union of port ranges that are known to be well-formed. */
export function portSet(ranges: readonly string[]): IntervalSet {
  return fromIntervals(
    ranges.map((text) => {
      const set = parsePortRange(text);
      if (!set) throw new TypeError(`not a port range: ${text}`);
      return [set[0] as number, set[1] as number] as const;
    }),
  );
}
