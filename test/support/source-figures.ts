/** The figures that the source documents print, read from their texts: rows of port tables, addresses, hosts. */

import { findRegion } from '../../data/index.ts';
import type { CloudName, ComputePlatform } from '../../data/model.ts';
import {
  necessityOf2023,
  type PrintedRow,
  referenceTables,
  rowOfNotes,
  rowOfReference,
} from './printed-rows.ts';

/** What test/fixtures/figures.json holds. */
export interface Figures {
  /** Printed rows by edition, or by edition and platform, sorted; those of 2026-04-30 in the order of the table. */
  readonly portTables: Readonly<Record<string, readonly string[]>>;
  /** "STV2 Storage out: 443" by edition, for the editions that are known from a comparison. */
  readonly comparedPorts: Readonly<Record<string, readonly string[]>>;
  /** "PUBLIC westeurope REGION 51.145.179.78", sorted. */
  readonly addresses2023: readonly string[];
  /** "PUBLIC 51.145.179.78", sorted. */
  readonly addresses2019: readonly string[];
  readonly metricsHosts2023: readonly string[];
  readonly metricsHosts2019: readonly string[];
  /** Every host that the edition prints, by edition. */
  readonly hosts: Readonly<Record<string, readonly string[]>>;
}

/** The texts of the documents, in the order of their editions, and the notes that compare editions. */
export interface SourceTexts {
  readonly of2019: string;
  readonly of2023: string;
  readonly notes: string;
}

export function figuresIn({ of2019, of2023, notes }: SourceTexts): Figures {
  const [table2019 = []] = referenceTables(of2019);
  const [stv2 = [], stv1 = []] = referenceTables(of2023);
  const rowsOf2023 = (table: readonly PrintedRow[]) =>
    table.map((row) => rowOfReference(row, necessityOf2023(row.purpose))).sort();
  return {
    portTables: {
      '2019-09-09': table2019
        .map((row) => rowOfReference(row, row.purpose.includes('**') ? 'REQUIRED' : 'RECOMMENDED'))
        .sort(),
      '2023-01-06 STV2': rowsOf2023(stv2),
      '2023-01-06 STV1': rowsOf2023(stv1),
      '2026-04-30': notes
        .slice(notes.indexOf('### 1.1'), notes.indexOf('### 1.2'))
        .split('\n')
        .filter((line) => /^\| \d+ \|/.test(line))
        .map(rowOfNotes),
    },
    comparedPorts: comparedPortsIn(notes),
    addresses2023: addresses2023(of2023),
    addresses2019: addresses2019(of2019),
    metricsHosts2023: (of2023.match(/^- [a-z0-9.-]+\.[a-z]+$/gm) ?? []).map((line) =>
      line.slice(2),
    ),
    metricsHosts2019: metricsHosts2019(of2019),
    hosts: { '2019-09-09': hostsIn(of2019), '2023-01-06': hostsIn(of2023) },
  };
}

function comparedPortsIn(notes: string): Figures['comparedPorts'] {
  const comparison = notes.split('### 1.3')[1]?.split('### 1.4')[0] ?? '';
  const rows = comparison
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, label = '']) => label in rulesByLabel);
  return Object.fromEntries(
    comparedEditions.map(({ edition, column, platforms }) => [
      edition,
      rows.flatMap(([, label = '', ...cells]) =>
        platforms.map((platform) => {
          const cell = cellFor(cells, column - 2, platform);
          const ports = isInTable(cell, platform) ? portsInCell(cell) : 'absent';
          return `${platform} ${label}: ${ports}`;
        }),
      ),
    ]),
  );
}

const clouds: Readonly<Record<string, CloudName>> = {
  'Azure Public': 'PUBLIC',
  'Azure Government': 'US_GOVERNMENT',
  'Azure China': 'CHINA',
  'Microsoft Azure operated by 21Vianet': 'CHINA',
};

function addresses2023(text: string): string[] {
  const environments = Object.keys(clouds).join('|');
  const row = new RegExp(`^(${environments}) \\| (.+?)( \\(Global\\))? \\| ([\\d., ]+) \\|$`, 'gm');
  return [...text.matchAll(row)]
    .map(([, environment = '', name = '', global, addresses = '']) => {
      const scope = global === undefined ? 'REGION' : 'CLOUD';
      return `${clouds[environment]} ${findRegion(name)?.name} ${scope} ${addresses}`;
    })
    .sort();
}

function addresses2019(text: string): string[] {
  return [...text.matchAll(/^\s*\| (Azure \w+) +\| ([\d./, ]*\/32) *\|/gm)]
    .flatMap(([, environment = '', list = '']) =>
      list.split(', ').map((prefix) => `${clouds[environment]} ${prefix.replace('/32', '')}`),
    )
    .sort();
}

function metricsHosts2019(text: string): string[] {
  const rows = text.match(/^.*msftcloudes\.com.*$|^.*metrics\.nsatc\.net.*$/gm) ?? [];
  return [...rows.join('\n').matchAll(/<li>(.*?)<\/li>/g)].map(([, cell = '']) =>
    cell.replace(/^`azure region`/, '<region>').replace(/ where .*$/, ''),
  );
}

function hostsIn(text: string): string[] {
  const sentences = text.replace(/\([^)]*\)|https?:\S+/g, '');
  const hosts = sentences.match(/\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|cn|us)\b/g) ?? [];
  return [...new Set(hosts)].map((name) => name.replace(/^eastus2\./, '')).sort();
}

/** Editions that the notes compare, with the columns of the comparison. */
export const comparedEditions: readonly {
  readonly column: number;
  readonly edition: string;
  readonly platforms: readonly ComputePlatform[];
}[] = [
  { column: 3, edition: '2021-08-06', platforms: ['STV1', 'STV2'] },
  { column: 6, edition: '2023-11-29', platforms: ['STV1', 'STV2'] },
  { column: 7, edition: '2025-06-17', platforms: ['STV2'] },
];

/** Labels of the comparison's rows, and the rules for them; its rows on tag spelling and on 2019 alone are left out. */
export const rulesByLabel: Readonly<Record<string, readonly string[]>> = {
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
