/**
 * What changed from one edition of the network reference to the next, computed from the statements and addresses of
 * each.
 */

import { catalog, editions, sourceById } from '../../data/index.ts';
import {
  type Citation,
  type ComputePlatform,
  computePlatforms,
  type IsoDate,
  type PortRule,
  type PortRuleStatement,
} from '../../data/model.ts';
import { citationsOf } from '../notes.ts';
import { compareStatements, rulesThatCover } from './changes/compare-statements.ts';
import {
  type Wording,
  wordAdded,
  wordAddressesAdded,
  wordAddressesRemoved,
  wordDifference,
  wordPlatformAdded,
  wordPlatformRemoved,
  wordRemoved,
} from './changes/wording.ts';
import { type PrintedControlPlaneAddress, printedControlPlaneAddresses } from './control-plane.ts';
import type { StatedRule } from './port-table.ts';

export const changeKinds = [
  'ADDED',
  'REMOVED',
  'WIDENED',
  'NARROWED',
  'RENAMED',
  'NECESSITY_CHANGED',
  'CHANGED',
  'PLATFORM_ADDED',
  'PLATFORM_REMOVED',
  'ADDRESS_ADDED',
  'ADDRESS_REMOVED',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface EditionChange extends Wording {
  /** Permanent: date, rule (or platform, or nothing) and kind. */
  readonly id: string;
  /** The later edition. */
  readonly date: IsoDate;
  /** The earlier edition: the last before it that has a table for the platform, or, for addresses, the last of all. */
  readonly since: IsoDate;
  readonly kind: ChangeKind;
  /** Platforms on which it holds alike. */
  readonly platforms: readonly ComputePlatform[];
  /** Null for platforms and addresses. */
  readonly rule: PortRule | null;
  /** Null where the earlier edition has no such row. */
  readonly before: PortRuleStatement | null;
  /** Null where the later edition has no such row. */
  readonly after: PortRuleStatement | null;
  /** The addresses that were added or removed; empty for other kinds. */
  readonly addresses: readonly PrintedControlPlaneAddress[];
  readonly citations: readonly Citation[];
}

export interface AddressComparison {
  readonly kept: readonly PrintedControlPlaneAddress[];
  /** Printed by the first edition alone. */
  readonly removed: readonly PrintedControlPlaneAddress[];
  /** Printed by the second edition alone. */
  readonly added: readonly PrintedControlPlaneAddress[];
}

/** The control-plane addresses of two editions, compared one by one. */
export function compareAddresses(first: IsoDate, second: IsoDate): AddressComparison {
  const printed = (isInFirst: boolean, isInSecond: boolean) =>
    printedControlPlaneAddresses.filter(
      (address) =>
        address.editions.includes(first) === isInFirst &&
        address.editions.includes(second) === isInSecond,
    );
  return { kept: printed(true, true), removed: printed(true, false), added: printed(false, true) };
}

type Draft = Omit<EditionChange, 'id' | 'platforms'> & { readonly platforms: ComputePlatform[] };

function rowsOf(edition: IsoDate, platform: ComputePlatform): readonly StatedRule[] {
  return catalog.portRules.flatMap((rule) =>
    rule.statements
      .filter((row) => row.edition === edition && row.platforms.includes(platform))
      .map((statement) => ({ rule, statement })),
  );
}

const editionsOf = (platform: ComputePlatform) =>
  editions.filter((edition) => rowsOf(edition, platform).length > 0);

function pairsOf(dates: readonly IsoDate[]): readonly (readonly [IsoDate, IsoDate])[] {
  return dates.slice(1).map((date, index) => [dates[index] as IsoDate, date]);
}

function rowChanges(since: IsoDate, date: IsoDate, platform: ComputePlatform): readonly Draft[] {
  const [earlier, later] = [rowsOf(since, platform), rowsOf(date, platform)];
  return catalog.portRules.flatMap((rule): readonly Draft[] => {
    const before = earlier.find((row) => row.rule === rule);
    const after = later.find((row) => row.rule === rule);
    const drafts = (kind: ChangeKind, wording: Wording): readonly Draft[] => [
      {
        date,
        since,
        kind,
        platforms: [platform],
        rule,
        before: before?.statement ?? null,
        after: after?.statement ?? null,
        addresses: [],
        ...wording,
        citations: citationsOf(...[before, after].flatMap((row) => row?.statement ?? [])),
      },
    ];
    if (before === undefined) {
      if (after === undefined) return [];
      return drafts('ADDED', wordAdded(after, rulesThatCover(after.statement, earlier)));
    }
    if (after === undefined) {
      return drafts('REMOVED', wordRemoved(before, rulesThatCover(before.statement, later)));
    }
    const difference = compareStatements(before.statement, after.statement);
    if (difference === null) return [];
    return drafts(difference, wordDifference(difference, before, after.statement));
  });
}

/** Changes of the same rows on both platforms are one. */
function merge(drafts: readonly Draft[]): readonly Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const twin = merged.find(
      (other) =>
        other.since === draft.since &&
        other.kind === draft.kind &&
        other.rule === draft.rule &&
        other.before === draft.before &&
        other.after === draft.after &&
        other.action === draft.action,
    );
    if (twin === undefined) merged.push(draft);
    else twin.platforms.push(...draft.platforms);
  }
  return merged;
}

const noRow = { rule: null, before: null, after: null };

function platformChanges(since: IsoDate, date: IsoDate): readonly Draft[] {
  return computePlatforms.flatMap((platform): readonly Draft[] => {
    const [earlier, later] = [rowsOf(since, platform), rowsOf(date, platform)];
    if ((earlier.length === 0) === (later.length === 0)) return [];
    const isNew = earlier.length === 0;
    const name = platform.toLowerCase();
    const [first] = [...earlier, ...later];
    return [
      {
        date,
        since,
        kind: isNew ? 'PLATFORM_ADDED' : 'PLATFORM_REMOVED',
        platforms: [platform],
        ...noRow,
        addresses: [],
        ...(isNew
          ? wordPlatformAdded(name, later.length)
          : wordPlatformRemoved(name, earlier.length, since)),
        citations: first?.statement.citations.slice(0, 1) ?? [],
      },
    ];
  });
}

function addressChanges(since: IsoDate, date: IsoDate): readonly Draft[] {
  const { kept, removed, added } = compareAddresses(since, date);
  const platforms = computePlatforms.filter((platform) => rowsOf(date, platform).length > 0);
  const drafts = (
    kind: ChangeKind,
    addresses: readonly PrintedControlPlaneAddress[],
    printedIn: IsoDate,
    wording: Wording,
  ): readonly Draft[] =>
    addresses.length === 0
      ? []
      : [
          {
            date,
            since,
            kind,
            platforms: [...platforms],
            ...noRow,
            addresses,
            ...wording,
            citations: citationsOf(...addresses).filter(
              ({ source }) => sourceById.get(source)?.date === printedIn,
            ),
          },
        ];
  return [
    ...drafts('ADDRESS_ADDED', added, date, wordAddressesAdded(added.length, kept.length)),
    ...drafts('ADDRESS_REMOVED', removed, since, wordAddressesRemoved(removed.length, kept.length)),
  ];
}

function idOf({ date, kind, rule, platforms }: Draft): string {
  const subject = rule?.id ?? (kind.startsWith('PLATFORM') ? platforms[0]?.toLowerCase() : '');
  return [date, subject, kind.toLowerCase().replaceAll('_', '-')].filter(Boolean).join('-');
}

/** Rows in the order of the catalog, then platforms and addresses. */
function rankOf({ rule }: Draft): number {
  return rule === null ? catalog.portRules.length : catalog.portRules.indexOf(rule);
}

const everyChange: readonly EditionChange[] = [
  ...merge(
    computePlatforms.flatMap((platform) =>
      pairsOf(editionsOf(platform)).flatMap(([since, date]) => rowChanges(since, date, platform)),
    ),
  ),
  ...pairsOf(editions).flatMap(([since, date]) => platformChanges(since, date)),
  ...pairsOf(editions).flatMap(([since, date]) => addressChanges(since, date)),
]
  .map((draft) => ({ ...draft, id: idOf(draft) }))
  .sort((a, b) => a.date.localeCompare(b.date) || rankOf(a) - rankOf(b));

/**
 * The changes that came after the edition `since`, up to the edition `until`, oldest first; all of them without bounds.
 */
export function changesBetween(since?: IsoDate, until?: IsoDate): readonly EditionChange[] {
  return everyChange.filter(
    ({ date }) => (since === undefined || date > since) && (until === undefined || date <= until),
  );
}
