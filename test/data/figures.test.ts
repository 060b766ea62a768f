/** The data against the figures that the source documents print; the figures against the documents, where they are. */

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../data/index.ts';
import type { ComputePlatform } from '../../data/model.ts';
import { addressesOfNoRegion } from '../../data/regions/public.ts';
import { print, printedPorts } from '../support/printed-rows.ts';
import {
  comparedEditions,
  type Figures,
  figuresIn,
  rulesByLabel,
} from '../support/source-figures.ts';

const figures = JSON.parse(
  readFileSync(new URL('../fixtures/figures.json', import.meta.url), 'utf8'),
) as Figures;

const statementsIn = (edition: string, platform?: ComputePlatform) =>
  catalog.portRules
    .flatMap((rule) => rule.statements)
    .filter((statement) => statement.edition === edition)
    .filter((statement) => platform === undefined || statement.platforms.includes(platform));

describe('the port table', () => {
  it.each<[edition: string, platform: ComputePlatform | undefined, rows: number]>([
    ['2019-09-09', undefined, 14],
    ['2023-01-06', 'STV2', 14],
    ['2023-01-06', 'STV1', 15],
  ])('of %s %s has the rows that the document prints', (edition, platform, count) => {
    const rows = figures.portTables[[edition, platform].filter(Boolean).join(' ')];
    expect(rows).toHaveLength(count);
    expect(statementsIn(edition, platform).map(print).sort()).toEqual(rows);
  });

  it('of 2026-04-30 has the 16 rows of the document, in its order', () => {
    const rows = figures.portTables['2026-04-30'];
    expect(rows).toHaveLength(16);
    expect(statementsIn('2026-04-30').map(print)).toEqual(rows);
  });

  it.each(comparedEditions)('of $edition has the ports that the documents print', (compared) => {
    const { edition, platforms } = compared;
    const rows = figures.comparedPorts[edition] ?? [];
    const ours = Object.entries(rulesByLabel).flatMap(([label, ids]) =>
      platforms.map((platform) => {
        const statement = statementsIn(edition, platform).find((candidate) =>
          catalog.portRules.some(
            (rule) => ids.includes(rule.id) && rule.statements.includes(candidate),
          ),
        );
        const row = `${platform} ${label}`;
        const isSilent = rows.includes(`${row}: present`);
        if (statement === undefined) return `${row}: absent`;
        return `${row}: ${isSilent ? 'present' : printedPorts(statement)}`;
      }),
    );
    expect(rows).toHaveLength(Object.keys(rulesByLabel).length * platforms.length);
    expect(ours.sort()).toEqual([...rows].sort());
  });
});

describe('control-plane addresses', () => {
  const rows = catalog.regions.flatMap((region) =>
    region.controlPlaneAddresses.map((entry) => ({ region, ...entry })),
  );
  const inEdition = (edition: string) =>
    rows.filter(({ editions }) => (editions as readonly string[]).includes(edition));

  it('of 2023-01-06 are the 60 rows of the document', () => {
    const byRow = Map.groupBy(
      inEdition('2023-01-06'),
      ({ region, scope }) => `${region.cloud} ${region.name} ${scope}`,
    );
    const ours = [...byRow].map(
      ([row, entries]) => `${row} ${entries.map(({ address }) => address).join(', ')}`,
    );
    expect(figures.addresses2023).toHaveLength(60);
    expect(ours.sort()).toEqual(figures.addresses2023);
  });

  it('of 2019-09-09 are those that the document lists by cloud', () => {
    const ours = [
      ...inEdition('2019-09-09').map(({ region, address }) => `${region.cloud} ${address}`),
      ...addressesOfNoRegion.map(({ address }) => `PUBLIC ${address}`),
    ];
    expect(figures.addresses2019).toHaveLength(50);
    expect(ours.sort()).toEqual(figures.addresses2019);
  });
});

describe('hosts', () => {
  const hostsOf = (...ids: string[]) =>
    ids.flatMap(
      (id) => catalog.endpoints.find((endpoint) => endpoint.id === id)?.hostNames ?? [id],
    );

  it('of metrics are those of 2023-01-06, in its order', () => {
    expect(hostsOf('metrics-public', 'metrics-us-government', 'metrics-china')).toEqual(
      figures.metricsHosts2023,
    );
  });

  it('of metrics before are those of 2019-09-09, in its order', () => {
    expect(
      hostsOf('metrics-2019-public', 'metrics-2019-us-government', 'metrics-2019-china'),
    ).toEqual(figures.metricsHosts2019);
  });

  it.each(Object.entries(figures.hosts))('that %s prints are all in the data', (date, printed) => {
    const known = new Set(
      catalog.endpoints
        .filter(({ since }) => since <= date)
        .flatMap(({ hostNames }) => hostNames)
        .map((name) => name.replace(/^(\*|<region>)\./, '')),
    );
    expect(printed.length).toBeGreaterThan(10);
    expect(printed.filter((name) => !known.has(name))).toEqual([]);
  });
});

const folder = new URL('../../../shared/sources/', import.meta.url);

it.each([folder].filter((url) => existsSync(url)))('the figures are those of %s', () => {
  const text = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  expect(
    figuresIn({
      of2019: text('003_17f3aeac097f7bb3.txt'),
      of2023: text('001_6170997d3d619318.txt'),
      notes: text('domain-notes.md'),
    }),
  ).toEqual(figures);
});
