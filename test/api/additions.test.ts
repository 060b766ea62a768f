/** What clients filter, count and follow: editions, findings, checks, hits, weekly files, texts of one location. */

import { describe, expect, it, test } from 'vitest';
import { readServiceTagFile } from '../../core/network/service-tags/weekly-file.ts';
import { newestEdition } from '../../data/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { client } from '../support/client.ts';
import { madeUpDownload } from '../support/weekly-files.ts';

const { ask, fail } = client();
const weeklyFiles = [readServiceTagFile(madeUpDownload('PUBLIC'))];

const service = (tier: string, mode: string) => ({
  input: {
    deployment: {
      tier,
      virtualNetworkType: mode,
      locations: [{ region: 'westeurope', subnet: { addressPrefix: '10.0.1.0/27' } }],
    },
  },
});

describe('about', () => {
  it('tells the version, the newest edition and that no weekly file is loaded', async () => {
    const { about } = await ask(
      '{ about { version newestEdition serviceTagFiles { changeNumber } } }',
    );
    expect(about.version).toBe(packageJson.version);
    expect(about.newestEdition).toMatch(/^20\d\d-/);
    expect(about.serviceTagFiles).toEqual([]);
  });

  it('names the weekly files that are loaded, as a look-up does', async () => {
    const loaded = client(weeklyFiles);
    const files = weeklyFiles.map(({ cloud, changeNumber }) => ({
      cloud: { name: cloud },
      changeNumber,
    }));
    const { about, lookupAddress } = await loaded.ask(`{
      about { serviceTagFiles { cloud { name } changeNumber } }
      lookupAddress(address: "203.0.113.7") { searchedFiles { cloud { name } changeNumber } summary }
    }`);
    expect(about.serviceTagFiles).toEqual(files);
    expect(lookupAddress.searchedFiles).toEqual(files);
  });
});

it('a look-up without weekly files says that none was searched', async () => {
  const { lookupAddress } = await ask('{ lookupAddress(address: "203.0.113.7") { summary } }');
  expect(lookupAddress.summary).toMatch(/No weekly service-tag file was searched/);
});

describe('an edition', () => {
  it('leads to its platforms, rows, changes and addresses', async () => {
    const { edition, portRules } = await ask(`{
      edition(date: "2023-01-06") {
        platforms printsAddresses
        portRules { ruleId }
        stv1: portRules(platform: STV1) { ruleId }
        changes { date }
      }
      portRules(edition: "2023-01-06") { ruleId }
    }`);
    expect(edition.platforms).toEqual(['STV1', 'STV2']);
    expect(edition.printsAddresses).toBe(true);
    expect(edition.portRules).toEqual(portRules);
    expect(edition.stv1.length).toBeGreaterThan(0);
    expect(edition.stv1.length).toBeLessThan(portRules.length);
    const dates = edition.changes.map(({ date }: { date: string }) => date);
    expect([...new Set(dates)]).toEqual(['2023-01-06']);
  });

  it('has no rows for a platform that it lacks', async () => {
    const { edition } = await ask(
      '{ edition(date: "2026-04-30") { platforms printsAddresses portRules(platform: STV1) { ruleId } } }',
    );
    expect(edition).toEqual({ platforms: ['STV2'], printsAddresses: false, portRules: [] });
  });
});

describe('a report', () => {
  const mutation = `mutation ($input: ValidateConfigInput!) {
    validateConfig(input: $input) {
      edition
      findings { severity outcome region }
      errors: findings(severity: ERROR) { severity }
      open: findings(outcome: [NEEDS_REVIEW, FAIL]) { outcome }
      here: findings(region: "westeurope") { region }
      named: findings(region: "West Europe") { region }
      elsewhere: findings(region: "northeurope") { region }
      plain: sarif
      placed: sarif(artifact: "infra/my network.json")
    }
  }`;

  test.each([
    ['PREMIUM', 'EXTERNAL', newestEdition],
    ['STANDARD_V2', 'EXTERNAL', null],
    ['BASIC', 'NONE', null],
  ])('of %s in the mode %s has the edition %s', async (tier, mode, edition) => {
    const { validateConfig } = await ask(mutation, service(tier, mode));
    expect(validateConfig.edition).toBe(edition);
  });

  it('gives the findings that are wanted', async () => {
    const { validateConfig: report } = await ask(mutation, service('PREMIUM', 'EXTERNAL'));
    type Row = { severity: string; outcome: string; region: string | null };
    const severe = report.findings.filter(({ severity }: Row) => severity === 'ERROR');
    expect(severe.length).toBeGreaterThan(0);
    expect(report.errors).toHaveLength(severe.length);
    expect(report.open).toHaveLength(
      report.findings.filter(({ outcome }: Row) => outcome !== 'PASS').length,
    );
    expect(report.here.length).toBeGreaterThan(0);
    expect(report.named).toEqual(report.here);
    expect(report.elsewhere).toEqual([]);
  });

  it('has a file as the place of its results where one is named', async () => {
    const { validateConfig: report } = await ask(mutation, service('PREMIUM', 'EXTERNAL'));
    type Log = { runs: { results: { locations: { physicalLocation?: object }[] }[] }[] };
    const places = ({ runs }: Log) =>
      runs.flatMap(({ results }) => results.map(({ locations }) => locations[0]?.physicalLocation));
    expect(places(report.plain).filter(Boolean)).toEqual([]);
    expect(places(report.placed).length).toBeGreaterThan(0);
    for (const place of places(report.placed)) {
      expect(place).toMatchObject({ artifactLocation: { uri: 'infra/my%20network.json' } });
    }
  });
});

it('checks are filtered by severity', async () => {
  const { all, some } = await ask(
    '{ all: checks { severity } some: checks(severity: [ERROR]) { severity } }',
  );
  const severe = all.filter(({ severity }: { severity: string }) => severity === 'ERROR');
  expect(some).toEqual(severe);
  expect(some.length).toBeLessThan(all.length);
});

describe('search', () => {
  it('gives hits of the kinds that are wanted, and so many', async () => {
    const { all, rules, checks, two } = await ask(`{
      all: search(text: "storage") { fact { kind id } }
      rules: search(text: "storage", kinds: [PORT_RULE]) { fact { kind id } }
      checks: search(text: "subnet", kinds: [CHECK]) { fact { kind } }
      two: search(text: "storage", first: 2) { fact { kind id } }
    }`);
    const ofRules = all.filter((hit: { fact: { kind: string } }) => hit.fact.kind === 'PORT_RULE');
    expect(ofRules.length).toBeGreaterThan(0);
    expect(rules.slice(0, ofRules.length)).toEqual(ofRules);
    // Better hits of other kinds take no place.
    expect(checks.length).toBeGreaterThan(3);
    expect(checks.every((hit: { fact: { kind: string } }) => hit.fact.kind === 'CHECK')).toBe(true);
    expect(two).toEqual(all.slice(0, 2));
  });

  test.each([0, -1, 21])('refuses %i hits', async (first) => {
    const { extensions } = await fail(
      'query ($first: Int!) { search(text: "x", first: $first) { score } }',
      {
        first,
      },
    );
    expect(extensions.path).toEqual(['first']);
  });
});

it('the rules of one location are a text of their own', async () => {
  const { requiredRules } = await ask(`{
    requiredRules(input: { region: "westeurope", additionalRegions: ["northeurope"], tier: PREMIUM
      virtualNetworkType: INTERNAL, useRegionalTags: true }) {
      locations { region { name } render(format: CSV) }
    }
  }`);
  const [west, north] = requiredRules.locations;
  expect(west.render).toContain('Storage.WestEurope');
  expect(west.render).not.toContain('Storage.NorthEurope');
  expect(north.render).toContain('Storage.NorthEurope');
});

describe('serviceTagContains with a prefix', () => {
  const query = `query ($outer: String!, $inner: String!) {
    serviceTagContains(outer: $outer, inner: $inner) { relation fraction innerAddresses }
  }`;

  it('is undecided without a weekly file', async () => {
    const { serviceTagContains } = await ask(query, { outer: 'Storage', inner: '13.69.64.0/18' });
    expect(serviceTagContains).toEqual({
      relation: 'UNKNOWN',
      fraction: null,
      innerAddresses: null,
    });
  });

  it('is measured with one', async () => {
    const { serviceTagContains } = await client(weeklyFiles).ask(query, {
      outer: 'Storage.WestEurope',
      inner: '203.0.113.0/24',
    });
    expect(serviceTagContains).toEqual({ relation: 'DISJOINT', fraction: 0, innerAddresses: 256 });
  });

  it('refuses host bits, with the prefix that is meant', async () => {
    const { extensions } = await fail(query, { outer: 'Storage', inner: '13.69.64.1/18' });
    expect(extensions.nearest).toEqual(['13.69.64.0/18']);
  });
});
