/** The required rules as lines of text, as of a day: of a tier in a cloud, and of a service tag. */

import { applicableRules } from '../../../core/answers/applicable-rules.ts';
import { printedControlPlaneAddresses } from '../../../core/answers/control-plane.ts';
import { v2Tiers } from '../../../core/answers/port-table.ts';
import { findSubnetArithmetic } from '../../../core/answers/subnet-plan.ts';
import { catalog, editions } from '../../../data/index.ts';
import type {
  CloudName,
  ComputePlatform,
  IsoDate,
  PortRule,
  PortRuleStatement,
  Region,
  Tier,
} from '../../../data/model.ts';
import { labelOf, labelsOf } from '../lib/labels.ts';
import { recommended, type State } from './entries.ts';

const isOfV2 = ({ tiers }: PortRule) => tiers.some((tier) => v2Tiers.includes(tier));

/** Each day on which documents may have changed a rule: editions of the reference, and documents on the v2 tiers. */
export const documentDates: readonly IsoDate[] = [
  ...new Set([
    ...editions,
    ...catalog.portRules
      .filter(isOfV2)
      .flatMap(({ statements }) => statements.map((s) => s.edition)),
  ]),
].sort();

const editionOn = (date: IsoDate) => editions.findLast((edition) => edition <= date);

/** The newest platform that an edition has a table for. */
function platformIn(edition: IsoDate): ComputePlatform {
  const rows = catalog.portRules.flatMap(({ statements }) => statements);
  const isThere = rows.some((row) => row.edition === edition && row.platforms.includes('STV2'));
  return isThere ? 'STV2' : 'STV1';
}

/** Without what does not matter to a rule: in TCP 3443 from ApiManagement to VirtualNetwork */
function linesOf(row: PortRuleStatement): readonly string[] {
  const { protocol, source, destination, destinationPorts, directions } = row;
  const ports = destinationPorts.map((port) => (port === '*' ? 'any port' : port)).join(', ');
  return directions.map(
    (direction) =>
      `${labelOf(direction)} ${labelOf(protocol)} ${ports} from ${source} to ${destination}`,
  );
}

const modes = ['EXTERNAL', 'INTERNAL'] as const;

/** What an instance of the tier must allow as of a day, in each mode that it has, and what only a feature in use needs. */
export function tierLines(tier: Tier, date: IsoDate, cloud?: CloudName): Omit<State, 'date'> {
  const rows = modes
    .filter((mode) => findSubnetArithmetic(tier, mode) !== undefined)
    .flatMap((mode) => rowsIn(tier, mode, date, cloud).map((row) => ({ row, mode })));
  return {
    lines: withModes(rows.filter(({ row }) => row.necessity !== 'OPTIONAL')),
    optional: withModes(rows.filter(({ row }) => row.necessity === 'OPTIONAL')),
  };
}

type Mode = (typeof modes)[number];

function rowsIn(
  tier: Tier,
  mode: Mode,
  date: IsoDate,
  cloud: CloudName | undefined,
): readonly PortRuleStatement[] {
  if (v2Tiers.includes(tier)) {
    return catalog.portRules
      .filter(({ tiers }) => tiers.includes(tier))
      .flatMap((rule) => v2RowsOn(rule, date))
      .filter(({ virtualNetworkTypes }) => virtualNetworkTypes.includes(mode));
  }
  const edition = editionOn(date);
  if (edition === undefined) return [];
  return applicableRules({
    tier,
    virtualNetworkType: mode,
    platform: platformIn(edition),
    isMultiRegion: false,
    edition,
    features: [],
    ...(cloud && { cloud }),
  }).map(({ statement, necessity }) => ({ ...statement, necessity }));
}

/** One line for rows that are the same in several modes. */
function withModes(
  rows: readonly { readonly row: PortRuleStatement; readonly mode: Mode }[],
): readonly string[] {
  const modesOfLine = new Map<string, Set<Mode>>();
  for (const { row, mode } of rows) {
    for (const line of linesOf(row)) {
      const key = `${line}\n${row.necessity === 'RECOMMENDED' ? recommended : ''}`;
      modesOfLine.set(key, (modesOfLine.get(key) ?? new Set()).add(mode));
    }
  }
  return [...modesOfLine].map(([key, of]) => {
    const [line, end] = key.split('\n');
    return `${line} (${labelsOf([...of])} mode)${end}`;
  });
}

/** Nothing is known of the days before the first document on the v2 tiers, so that it changes nothing. */
function v2RowsOn({ statements }: PortRule, date: IsoDate): readonly PortRuleStatement[] {
  const row = statements.findLast(({ edition }) => edition <= date) ?? statements[0];
  return row ? [row] : [];
}

/** Every row with the tag as of a day, also optional ones, which say so. */
export function tagLines(tag: string, date: IsoDate): readonly string[] {
  const edition = editionOn(date);
  const platform = edition && platformIn(edition);
  const rows = catalog.portRules.flatMap((rule) =>
    isOfV2(rule)
      ? v2RowsOn(rule, date).map((row) => ({ row, of: ' in the v2 tiers' }))
      : rule.statements
          .filter((row) => row.edition === edition && row.platforms.some((one) => one === platform))
          .map((row) => ({ row, of: '' })),
  );
  return rows
    .filter(({ row }) => row.source === tag || row.destination === tag)
    .flatMap(({ row, of }) =>
      linesOf(row).map(
        (line) =>
          `${line} (${labelsOf(row.virtualNetworkTypes)} mode, ${labelOf(row.necessity)}${of})`,
      ),
    );
}

/** The last edition that prints addresses; from then on the service tag has them, and what it printed still counts. */
const lastWithAddresses = printedControlPlaneAddresses
  .flatMap((one) => one.editions)
  .sort()
  .at(-1);

/** The control-plane addresses that documents print for the region and for its whole cloud, for firewalls and routes. */
export function addressLines({ name, cloud }: Region, date: IsoDate): readonly string[] {
  const edition = editionOn(date);
  const read =
    edition && lastWithAddresses && edition > lastWithAddresses ? lastWithAddresses : edition;
  return printedControlPlaneAddresses
    .filter(
      ({ region, scope, cloud: of }) =>
        region?.name === name || (scope === 'CLOUD' && of === cloud),
    )
    .filter(({ editions: of }) => read && of.includes(read))
    .map(({ address }) => `control-plane address ${address}`);
}
