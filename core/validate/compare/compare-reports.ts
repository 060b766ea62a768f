/** What a change of a network opens and closes, packet by packet, and which findings come and go with it. */

import { unknownRegionName } from '../../answers/unknown-region.ts';
import { compareFilters, TooManyParts } from '../../network/compare/compare-filters.ts';
import type { PacketFilter } from '../../network/compare/filter-element.ts';
import type { ConfigReport, Finding } from '../report.ts';
import { changedFindings } from './changed-findings.ts';
import type { LocationFilter } from './location-filter.ts';
import { type PacketSet, packetSetsOf } from './packet-set.ts';

export interface ConfigComparison {
  /** Denied before and allowed after: disjoint boxes, together exactly the difference. */
  readonly opened: readonly PacketSet[];
  /** Allowed before and denied after. */
  readonly closed: readonly PacketSet[];
  /** Packets of which the inputs do not say whether they change. */
  readonly undecided: readonly PacketSet[];
  /** A sentence for each location whose packets were not compared. */
  readonly notCompared: readonly string[];
  readonly appeared: readonly Finding[];
  readonly resolved: readonly Finding[];
  readonly before: ConfigReport;
  readonly after: ConfigReport;
}

/** Both reports are on one deployment, before and after. */
export function compareReports(before: ConfigReport, after: ConfigReport): ConfigComparison {
  const packets = { OPENED: [], CLOSED: [], UNDECIDED: [] } as Record<string, PacketSet[]>;
  const notCompared: string[] = [];
  for (const [old, now, name] of pairsOf(before.filters(), after.filters())) {
    const problem = problemOf(old, now, name);
    if (problem !== undefined || !old?.filter || !now?.filter) {
      notCompared.push(`${name}: ${problem}`);
      continue;
    }
    if (ipv6Rules(old.filter) !== ipv6Rules(now.filter)) {
      notCompared.push(
        `${name}: rules for IPv6 addresses differ, and only IPv4 packets are compared`,
      );
    }
    try {
      const changes = compareFilters(old.filter, now.filter);
      for (const [change, same] of Map.groupBy(changes, (one) => one.change)) {
        packets[change]?.push(...packetSetsOf(same, old, now));
      }
    } catch (error) {
      if (!(error instanceof TooManyParts)) throw error;
      notCompared.push(
        `${name}: the rules before and after divide the packets into too many parts; compare smaller changes`,
      );
    }
  }
  return {
    opened: packets.OPENED ?? [],
    closed: packets.CLOSED ?? [],
    undecided: packets.UNDECIDED ?? [],
    notCompared,
    appeared: changedFindings(after.findings, before.findings),
    resolved: changedFindings(before.findings, after.findings),
    before,
    after,
  };
}

/** The rules that name IPv6 addresses, as they are written. */
const ipv6Rules = ({ elements }: PacketFilter): string =>
  JSON.stringify(
    elements.flatMap(({ id, rules, describe }) =>
      rules
        .filter(({ source, destination }) =>
          [...source, ...destination].some(({ kind }) => kind === 'ipv6'),
        )
        .map((rule) => [id, rule.priority, describe(rule)]),
    ),
  );

type Pair = readonly [LocationFilter | undefined, LocationFilter | undefined, name: string];

/** Locations of one region; an instance with one location each is the same one, wherever it is. */
function pairsOf(before: readonly LocationFilter[], after: readonly LocationFilter[]): Pair[] {
  const [first, second] = [before[0], after[0]];
  const isOpen = [first, second].some((one) => one?.region.name === unknownRegionName);
  if (first && second && before.length === 1 && after.length === 1 && isOpen) {
    const known = first.region.name === unknownRegionName ? second : first;
    return [[first, second, known.region.displayName]];
  }
  const names = new Map(
    [...before, ...after].map(({ region }) => [region.name, region.displayName]),
  );
  return [...names].map(([name, displayName]) => {
    const [old, now] = [before, after].map((all) => all.find(({ region }) => region.name === name));
    return [old, now, displayName];
  });
}

function problemOf(
  before: LocationFilter | undefined,
  after: LocationFilter | undefined,
  name: string,
): string | undefined {
  if (!before) return `the instance has no location in ${name} before the change`;
  if (!after) return `the instance has no location in ${name} after the change`;
  const missing = [...(before.filter ? [] : ['before']), ...(after.filter ? [] : ['after'])];
  if (missing.length === 0) return undefined;
  return `the security group is not in the input ${missing.join(' and ')} the change`;
}
