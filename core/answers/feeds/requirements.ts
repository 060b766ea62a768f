/** The required rules as lines of text, as of a day: of a tier in a cloud, of one deployment, and of a service tag. */

import { catalog, editions } from '../../../data/index.ts';
import type {
  CloudName,
  ComputePlatform,
  FeatureName,
  IsoDate,
  Necessity,
  PortRule,
  PortRuleStatement,
  Region,
  Tier,
} from '../../../data/model.ts';
import { applicableRules } from '../applicable-rules.ts';
import { printedControlPlaneAddresses } from '../control-plane.ts';
import { v2Tiers } from '../port-table.ts';
import { findSubnetArithmetic } from '../subnet-plan.ts';
import { recommended, type State } from './entries.ts';

const modeNames = { NONE: 'no', EXTERNAL: 'external', INTERNAL: 'internal' } as const;
const directionNames = { INBOUND: 'in', OUTBOUND: 'out' } as const;
const protocolNames = { TCP: 'TCP', UDP: 'UDP', ANY: 'any protocol' } as const;

/** external and internal mode */
const modesText = (modes: readonly (keyof typeof modeNames)[]): string =>
  `${modes.map((mode) => modeNames[mode]).join(' and ')} mode`;

const isOfV2 = ({ tiers }: PortRule) => tiers.some((tier) => v2Tiers.includes(tier));

const v2Dates = catalog.portRules
  .filter(isOfV2)
  .flatMap(({ statements }) => statements.map(({ edition }) => edition));

const inOrder = (dates: readonly IsoDate[]): readonly IsoDate[] => [...new Set(dates)].sort();

/** Each day on which documents may have changed a rule: editions of the reference, and documents on the v2 tiers. */
export const documentDates: readonly IsoDate[] = inOrder([...editions, ...v2Dates]);

const editionOn = (date: IsoDate) => editions.findLast((edition) => edition <= date);

const hasTable = (edition: IsoDate, platform: ComputePlatform): boolean =>
  catalog.portRules.some(({ statements }) =>
    statements.some((row) => row.edition === edition && row.platforms.includes(platform)),
  );

/** The newest platform that an edition has a table for. */
const platformIn = (edition: IsoDate): ComputePlatform =>
  hasTable(edition, 'STV2') ? 'STV2' : 'STV1';

/** The days of the documents on a tier, for a classic tier those with a table for the platform. */
export const datesFor = (tier: Tier, platform: ComputePlatform): readonly IsoDate[] =>
  v2Tiers.includes(tier)
    ? inOrder(v2Dates)
    : editions.filter((edition) => hasTable(edition, platform));

/** Without what does not matter to a rule: in TCP 3443 from ApiManagement to VirtualNetwork */
function linesOf(row: Row): readonly string[] {
  const { protocol, source, destination, destinationPorts, directions } = row;
  const ports = [...new Set(destinationPorts)]
    .map((port) => (port === '*' ? 'any port' : port))
    .join(', ');
  return directions.map(
    (direction) =>
      `${directionNames[direction]} ${protocolNames[protocol]} ${ports} from ${source} to ${destination}`,
  );
}

export const modes = ['EXTERNAL', 'INTERNAL'] as const;

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

export type Mode = (typeof modes)[number];

interface Row extends Omit<PortRuleStatement, 'necessity'> {
  readonly necessity: Necessity;
}

function rowsIn(
  tier: Tier,
  mode: Mode,
  date: IsoDate,
  cloud: CloudName | undefined,
  platform?: ComputePlatform,
  features: readonly FeatureName[] = [],
): readonly Row[] {
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
    platform: platform ?? platformIn(edition),
    isMultiRegion: false,
    edition,
    features,
    ...(cloud && { cloud }),
  }).map(({ rule, statement, necessity }) => {
    const { optionalPortsFeature: feature } = rule;
    const opens = feature !== undefined && features.includes(feature);
    const { optionalDestinationPorts, destinationPorts } = statement;
    return {
      ...statement,
      necessity,
      destinationPorts: opens
        ? [...optionalDestinationPorts, ...destinationPorts]
        : destinationPorts,
    };
  });
}

export interface FeedDeployment {
  readonly region: Region;
  readonly tier: Tier;
  readonly virtualNetworkType: Mode;
  /** Without meaning in the v2 tiers. */
  readonly platform: ComputePlatform;
  readonly features: readonly FeatureName[];
  /** Tags and regional tags whose addresses the owner lists, for firewalls and routes. */
  readonly tags: readonly string[];
}

/** What one deployment must allow as of a day. */
export function deploymentLines(
  { region, tier, virtualNetworkType, platform, features }: FeedDeployment,
  date: IsoDate,
): Omit<State, 'date'> {
  const rows = rowsIn(tier, virtualNetworkType, date, region.cloud, platform, features);
  const linesIf = (isWanted: (necessity: Necessity) => boolean) => [
    ...new Set(
      rows
        .filter(({ necessity }) => isWanted(necessity))
        .flatMap((row) =>
          linesOf(row).map((line) => line + (row.necessity === 'RECOMMENDED' ? recommended : '')),
        ),
    ),
  ];
  return {
    lines: linesIf((necessity) => necessity !== 'OPTIONAL'),
    optional: linesIf((necessity) => necessity === 'OPTIONAL'),
  };
}

/** One line for rows that are the same in several modes. */
function withModes(rows: readonly { readonly row: Row; readonly mode: Mode }[]): readonly string[] {
  const modesOfLine = new Map<string, Set<Mode>>();
  for (const { row, mode } of rows) {
    for (const line of linesOf(row)) {
      const key = `${line}\n${row.necessity === 'RECOMMENDED' ? recommended : ''}`;
      modesOfLine.set(key, (modesOfLine.get(key) ?? new Set()).add(mode));
    }
  }
  return [...modesOfLine].map(([key, of]) => {
    const [line, end] = key.split('\n');
    return `${line} (${modesText([...of])})${end}`;
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
          `${line} (${modesText(row.virtualNetworkTypes)}, ${row.necessity.toLowerCase()}${of})`,
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
