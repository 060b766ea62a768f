/** The port rules: which there are in each edition, and, where the source texts are at hand, row by row against them. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import type {
  ComputePlatform,
  Direction,
  Necessity,
  PortRuleStatement,
  VirtualNetworkType,
} from '../../data/model.ts';
import { portRules } from '../../data/ports/index.ts';

const statements = portRules.flatMap((rule) => rule.statements);

function statementsIn(edition: string, platform?: ComputePlatform) {
  return statements
    .filter((statement) => statement.edition === edition)
    .filter((statement) => platform === undefined || statement.platforms.includes(platform));
}

function statementOf(id: string, edition: string): PortRuleStatement | undefined {
  return portRules
    .find((rule) => rule.id === id)
    ?.statements.find((statement) => statement.edition === edition);
}

describe('rules', () => {
  it('keep their ids and their order', () => {
    expect(portRules.map((rule) => rule.id)).toEqual([
      'client-traffic',
      'management-endpoint',
      'certificate-validation',
      'storage',
      'entra-id',
      'credential-manager',
      'azure-sql',
      'key-vault',
      'event-hub',
      'azure-monitor',
      'external-cache',
      'internal-cache',
      'rate-limit-counters',
      'load-balancer',
      'traffic-manager',
      'machine-health-probe',
      'key-vault-stv1',
      'git-file-share',
      'health-and-monitoring-extension',
      'load-balancer-stv1',
      'smtp',
      'resource-health',
      'smtp-25',
      'smtp-587',
      'smtp-25028',
      'v2-key-vault',
      'v2-storage',
    ]);
  });
});

describe('statements', () => {
  test.each<[edition: string, platform: ComputePlatform | undefined, rows: number]>([
    ['2019-09-09', undefined, 14],
    ['2019-09-09', 'STV1', 14],
    ['2019-09-09', 'STV2', 0],
    // Fourteen rows; the two that the platforms part over later are stated once for each.
    ['2021-08-06', undefined, 16],
    ['2021-08-06', 'STV1', 14],
    ['2021-08-06', 'STV2', 14],
    ['2023-01-06', undefined, 17],
    ['2023-01-06', 'STV1', 15],
    ['2023-01-06', 'STV2', 14],
    ['2023-11-29', undefined, 19],
    ['2023-11-29', 'STV1', 16],
    ['2023-11-29', 'STV2', 16],
    ['2025-06-17', undefined, 16],
    ['2025-06-17', 'STV1', 0],
    ['2025-06-17', 'STV2', 16],
    ['2025-12-01', undefined, 2],
    ['2026-04-30', undefined, 16],
    ['2026-04-30', 'STV1', 0],
    ['2026-04-30', 'STV2', 16],
  ])('of %s on %s are %i', (edition, platform, rows) => {
    expect(statementsIn(edition, platform)).toHaveLength(rows);
  });
});

describe('figures that documents, templates or readers get wrong', () => {
  test.each<[id: string, edition: string, protocol: string, ports: string]>([
    ['azure-sql', '2026-04-30', 'TCP', '1433'],
    ['rate-limit-counters', '2026-04-30', 'UDP', '4290'],
    ['rate-limit-counters', '2023-01-06', 'UDP', '4290'],
    ['external-cache', '2023-01-06', 'TCP', '6380'],
    ['external-cache', '2026-04-30', 'TCP', '10000'],
    ['azure-monitor', '2026-04-30', 'TCP', '1886,443'],
    ['machine-health-probe', '2026-04-30', 'TCP', '6391'],
    ['certificate-validation', '2026-04-30', 'TCP', '80'],
    ['storage', '2019-09-09', 'TCP', '80,443'],
    ['event-hub', '2019-09-09', 'TCP', '5672'],
    ['resource-health', '2019-09-09', 'TCP', '1886'],
    ['load-balancer', '2023-01-06', 'TCP', '6390'],
    ['load-balancer-stv1', '2023-01-06', 'TCP', '*'],
    ['storage', '2021-08-06', 'TCP', '443'],
    ['event-hub', '2021-08-06', 'TCP', '5671,5672,443'],
    ['azure-monitor', '2021-08-06', 'TCP', '1886,443'],
    ['smtp', '2021-08-06', 'TCP', '25,587,25028'],
    ['rate-limit-counters', '2021-08-06', 'UDP', '4290'],
    ['load-balancer', '2021-08-06', 'TCP', '*'],
    ['load-balancer', '2023-11-29', 'TCP', '6390'],
    ['machine-health-probe', '2023-11-29', 'TCP', '6391'],
    ['external-cache', '2025-06-17', 'TCP', '6380'],
    ['certificate-validation', '2025-06-17', 'TCP', '80'],
  ])('%s of %s is %s %s', (id, edition, protocol, ports) => {
    const statement = statementOf(id, edition);
    expect([statement?.protocol, statement?.destinationPorts.join()]).toEqual([protocol, ports]);
  });

  it('and the v2 rule for Storage, which a newer text drops, is disputed', () => {
    const confidences = statementOf('v2-storage', '2025-12-01')?.citations.map(
      (citation) => citation.confidence,
    );
    expect(new Set(confidences)).toEqual(new Set(['DISPUTED']));
  });
});

const sourceFolder = new URL('../../../shared/sources/', import.meta.url);
const isAtHand = existsSync(sourceFolder);
/** The text of a source; empty while tests are collected where the sources are not at hand. */
const readSource = (file: string) =>
  isAtHand ? readFileSync(new URL(file, sourceFolder), 'utf8') : '';

describe.runIf(isAtHand)('the source text', () => {
  it('of 2019-09-09 has the same rows', () => {
    const [table = [], ...others] = referenceTables(readSource('003_17f3aeac097f7bb3.txt'));
    expect(others).toEqual([]);
    expect(printed(statementsIn('2019-09-09'))).toEqual(
      table
        .map((row) => rowOfReference(row, row.purpose.includes('**') ? 'REQUIRED' : 'RECOMMENDED'))
        .sort(),
    );
  });

  it('of 2023-01-06 has the same rows, platform by platform', () => {
    const tables = referenceTables(readSource('001_6170997d3d619318.txt'));
    const expected = tables.map((table) =>
      table.map((row) => rowOfReference(row, necessityOf2023(row.purpose))).sort(),
    );
    expect([
      printed(statementsIn('2023-01-06', 'STV2')),
      printed(statementsIn('2023-01-06', 'STV1')),
    ]).toEqual(expected);
  });

  const comparison = readSource('domain-notes.md').split('### 1.3')[1]?.split('### 1.4')[0] ?? '';
  const comparisonRows = comparison
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, label = '']) => label in rulesByLabel);

  it.each<[column: number, edition: string, platforms: readonly ComputePlatform[]]>([
    [3, '2021-08-06', ['STV1', 'STV2']],
    [6, '2023-11-29', ['STV1', 'STV2']],
    [7, '2025-06-17', ['STV2']],
  ])('about the editions has in column %i what stands in %s', (column, edition, platforms) => {
    const expected = comparisonRows.flatMap(([, label = '', ...cells]) =>
      platforms.map((platform) => {
        const cell = cellFor(cells, column - 2, platform);
        return `${platform} ${label}: ${isInTable(cell, platform) ? portsInCell(cell) : 'absent'}`;
      }),
    );
    const actual = comparisonRows.flatMap(([, label = '', ...cells]) =>
      platforms.map((platform) => {
        const statement = statementsIn(edition, platform).find((candidate) =>
          portRules.some(
            (rule) => rulesByLabel[label]?.includes(rule.id) && rule.statements.includes(candidate),
          ),
        );
        const isSilent = portsInCell(cellFor(cells, column - 2, platform)) === 'present';
        return `${platform} ${label}: ${statement === undefined ? 'absent' : isSilent ? 'present' : printedPorts(statement)}`;
      }),
    );
    expect(comparisonRows).toHaveLength(Object.keys(rulesByLabel).length);
    expect(actual).toEqual(expected);
  });

  it('about 2026-04-30 has the same rows', () => {
    const notes = readSource('domain-notes.md');
    const section = notes.slice(notes.indexOf('### 1.1'), notes.indexOf('### 1.2'));
    const rows = section.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    expect(rows).toHaveLength(16);
    expect(statementsIn('2026-04-30').map(print)).toEqual(rows.map(rowOfNotes));
  });
});

/** Rows of the notes' comparison and the rules that hold them; its rows on tag spelling and on 2019 alone are left out. */
const rulesByLabel: Readonly<Record<string, readonly string[]>> = {
  'client in': ['client-traffic'],
  'mgmt 3443 in': ['management-endpoint'],
  'Internet 80 out': ['certificate-validation'],
  'Storage out': ['storage'],
  'AAD out': ['entra-id'],
  'Sql 1433 out': ['azure-sql'],
  'KV 443 out': ['key-vault', 'key-vault-stv1'],
  'AzureConnectors 443 out': ['credential-manager'],
  'EventHub out': ['event-hub'],
  'Storage 445 out (Git)': ['git-file-share'],
  '1886 out': ['azure-monitor'],
  'AzureCloud 443, 12000 out': ['health-and-monitoring-extension'],
  'SMTP 25 / 587 / 25028 out': ['smtp'],
  '6380 in/out': ['external-cache'],
  '6381-6383 in/out': ['internal-cache'],
  '4290 UDP in/out': ['rate-limit-counters'],
  'ALB in': ['load-balancer', 'load-balancer-stv1'],
  'ALB 6391 in': ['machine-health-probe'],
  'ATM 443 in': ['traffic-manager'],
};

/** What a row says of an edition: its cell, or the one before where it says "same". */
function cellFor(cells: readonly string[], index: number, platform: ComputePlatform): string {
  const cell = cells[index] ?? '';
  if (cell !== 'same') return cell;
  // The edition of January 2023 has a column for each platform, stv2 first.
  return cellFor(cells, index === 4 ? (platform === 'STV2' ? 2 : 3) : index - 1, platform);
}

function isInTable(cell: string, platform: ComputePlatform): boolean {
  if (/^-?$|removed|gone|absent/.test(cell)) return false;
  const named = cell.match(/stv[12]/g)?.map((name) => name.toUpperCase());
  return named === undefined || named.includes(platform);
}

/** The ports that a cell begins with, if any. */
function portsInCell(cell: string): string {
  const ports = /^[*[\d][\d*[\], :-]*/.exec(
    cell.replace(/\*\*/g, '').replace(/^AzureMonitor /, ''),
  );
  return ports === null
    ? 'present'
    : ports[0]
        .replace(/^\*:/, '')
        .replace(/[\s,]+$/, '')
        .replace(/,\s*/g, ', ');
}

function printedPorts({ destinationPorts, optionalDestinationPorts }: PortRuleStatement): string {
  return [...optionalDestinationPorts.map((port) => `[${port}]`), ...destinationPorts].join(', ');
}

interface PrintedRow {
  ports: string;
  directions: string;
  protocol: string;
  tags: string;
  purpose: string;
  modes: string;
}

/** The port tables of an edition that prints "* / ports" in the first column, in the order of the text. */
function referenceTables(text: string): PrintedRow[][] {
  const tables: PrintedRow[][] = [];
  for (const line of text.split('\n')) {
    if (/Source \/ Destination Port\(s\)/.test(line)) tables.push([]);
    if (!/^\|? ?\* \/ /.test(line)) continue;
    const cells = line.replace(/^\||\|\s*$/g, '').split('|');
    const [ports = '', directions = '', protocol = '', tags = '', purpose = '', modes = ''] =
      cells.map((cell) => cell.trim());
    tables.at(-1)?.push({ ports, directions, protocol, tags, purpose, modes });
  }
  return tables;
}

function necessityOf2023(purpose: string): Necessity {
  if (purpose.includes('required for Premium SKU')) return 'CONDITIONAL';
  return purpose.includes('(optional)') ? 'OPTIONAL' : 'REQUIRED';
}

const tagSpellings: Readonly<Record<string, string>> = {
  INTERNET: 'Internet',
  VIRTUAL_NETWORK: 'VirtualNetwork',
  AZURE_LOAD_BALANCER: 'AzureLoadBalancer',
  SQL: 'Sql',
  'Azure Event Hubs': 'EventHub',
  VN: 'VirtualNetwork',
  ALB: 'AzureLoadBalancer',
  AAD: 'AzureActiveDirectory',
  ATM: 'AzureTrafficManager',
};
const todaysTag = (spelling: string) => tagSpellings[spelling.trim()] ?? spelling.trim();

const directionsByCell: Readonly<Record<string, readonly Direction[]>> = {
  Inbound: ['INBOUND'],
  Outbound: ['OUTBOUND'],
  'Inbound & Outbound': ['INBOUND', 'OUTBOUND'],
  In: ['INBOUND'],
  Out: ['OUTBOUND'],
  'In+Out': ['INBOUND', 'OUTBOUND'],
};
const modesByCell: Readonly<Record<string, readonly VirtualNetworkType[]>> = {
  External: ['EXTERNAL'],
  'External only': ['EXTERNAL'],
  'External & Internal': ['EXTERNAL', 'INTERNAL'],
  ext: ['EXTERNAL'],
  'ext only': ['EXTERNAL'],
  'ext+int': ['EXTERNAL', 'INTERNAL'],
};

/** Ports of a cell as "[80], 443" or "6381 - 6383", the plain ones and those in brackets. */
function portsOf(cell: string) {
  const ports = cell.replace(/\s*-\s*/g, '-').split(/,\s*/);
  return {
    destinationPorts: ports.filter((port) => !port.startsWith('[')),
    optionalDestinationPorts: ports
      .filter((port) => port.startsWith('['))
      .map((port) => port.slice(1, -1)),
  };
}

function print(
  row: Pick<
    PortRuleStatement,
    | 'directions'
    | 'protocol'
    | 'source'
    | 'destination'
    | 'destinationPorts'
    | 'optionalDestinationPorts'
    | 'virtualNetworkTypes'
    | 'necessity'
  >,
): string {
  return [
    row.directions.join('+'),
    row.protocol,
    `${row.source} to ${row.destination}`,
    [...row.destinationPorts, ...row.optionalDestinationPorts.map((port) => `[${port}]`)].join(),
    row.virtualNetworkTypes.join('+'),
    row.necessity,
  ].join(' | ');
}

const printed = (rows: readonly PortRuleStatement[]) => rows.map(print).sort();

function rowOfReference(row: PrintedRow, necessity: Necessity): string {
  const [source = '', destination = ''] = row.tags.split(' / ').map(todaysTag);
  return print({
    directions: directionsByCell[row.directions] ?? [],
    protocol: row.protocol as PortRuleStatement['protocol'],
    source,
    destination,
    ...portsOf(row.ports.replace(/^\* \/ /, '')),
    virtualNetworkTypes: modesByCell[row.modes] ?? [],
    necessity,
  });
}

/** A row "| 1 | In | Internet | VN | [80], 443 | TCP | purpose | need | mode |"; remarks in round brackets are cut. */
function rowOfNotes(line: string): string {
  const cells = line.split('|').map((cell) => cell.replace(/\*\*|\(.*\)/g, '').trim());
  const [, , directions = '', source = '', destination = '', ports = '', protocol = ''] = cells;
  const [need = '', modes = ''] = cells.slice(8);
  return print({
    directions: directionsByCell[directions] ?? [],
    protocol: protocol as PortRuleStatement['protocol'],
    source: todaysTag(source),
    destination: todaysTag(destination),
    ...portsOf(ports),
    virtualNetworkTypes: modesByCell[modes] ?? [],
    necessity: (need.includes('when') ? 'CONDITIONAL' : need.toUpperCase()) as Necessity,
  });
}
