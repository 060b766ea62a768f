/** Queries of the facts, of editions and of their sources. */

import { describe, expect, it, test } from 'vitest';
import { networkFacts } from '../../api/schema/fact.ts';
import { printedControlPlaneAddresses } from '../../core/answers/control-plane.ts';
import { catalog, editions } from '../../data/index.ts';
import { cloudNames } from '../../data/model.ts';
import { client } from '../support/client.ts';

const { ask } = client();

describe('editions and sources', () => {
  it('are listed oldest first, each edition with its documents', async () => {
    const { editions: listed, sources } = await ask(
      '{ editions { date sources { id isReferenceEdition } } sources { id title date url } }',
    );
    expect(listed.map(({ date }: { date: string }) => date)).toEqual([...editions].sort());
    expect(listed).toContainEqual({
      date: '2023-01-06',
      sources: [{ id: 'vnet-reference-2023-01-06', isReferenceEdition: true }],
    });
    const dates = sources.map(({ date }: { date: string }) => date);
    expect(dates).toEqual([...dates].sort());
  });
});

async function subnetRuleIds(variables: object): Promise<string[]> {
  const { subnetRules } = await ask(
    `query ($tier: Tier, $mode: VirtualNetworkType) {
      subnetRules(tier: $tier, virtualNetworkType: $mode) { id }
    }`,
    variables,
  );
  return subnetRules.map(({ id }: { id: string }) => id);
}

describe('tiers, endpoints, triggers, subnet rules, facts and checks', () => {
  it('tiers know what they support', async () => {
    const { tiers } = await ask(
      '{ tiers { name skuName maxUnits supportsMultiRegion networking { option isSupported } } }',
    );
    const multiRegion = tiers.filter(
      (tier: { supportsMultiRegion: boolean }) => tier.supportsMultiRegion,
    );
    expect(multiRegion.map(({ name }: { name: string }) => name)).toEqual(['PREMIUM']);
    expect(tiers).toHaveLength(8);
    const consumption = tiers.find(({ name }: { name: string }) => name === 'CONSUMPTION');
    expect(consumption.maxUnits).toBeNull();
    expect(
      consumption.networking.filter((way: { isSupported: boolean }) => way.isSupported),
    ).toEqual([]);
  });

  test.each(cloudNames)('endpoints(cloud: %s) are of that cloud', async (cloud) => {
    const { endpoints } = await ask(
      'query ($cloud: CloudName) { endpoints(cloud: $cloud) { id clouds } }',
      { cloud },
    );
    expect(endpoints.length).toBeGreaterThan(0);
    expect(endpoints.filter(({ clouds }: { clouds: string[] }) => !clouds.includes(cloud))).toEqual(
      [],
    );
  });

  it('endpoints name hosts, ports and the tag that covers them', async () => {
    const { endpoints } = await ask(
      '{ endpoints { id hostNames protocol ports serviceTag { name } } }',
    );
    expect(endpoints).toContainEqual({
      id: 'entra-id',
      hostNames: expect.arrayContaining(['login.microsoftonline.com']),
      protocol: 'TCP',
      ports: ['443'],
      serviceTag: { name: 'AzureActiveDirectory' },
    });
  });

  it('ipChangeTriggers are filtered by tier', async () => {
    const { all, premium, consumption } = await ask(`{
      all: ipChangeTriggers { id affectsPublicAddress }
      premium: ipChangeTriggers(tier: PREMIUM) { id }
      consumption: ipChangeTriggers(tier: CONSUMPTION) { id }
    }`);
    expect(all).toHaveLength(catalog.ipChangeTriggers.filter(({ until }) => !until).length);
    expect(premium).toContainEqual({ id: 'availability-zones-changed' });
    expect(consumption).toEqual([]);
  });

  it('subnetRules are filtered by tier and mode', async () => {
    const { all, some } = await ask(`{
      all: subnetRules { id }
      some: subnetRules(tier: PREMIUM_V2, virtualNetworkType: INTERNAL) {
        id tiers virtualNetworkTypes
      }
    }`);
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(all.length);
    const offenders = some.filter(
      (rule: { tiers: string[]; virtualNetworkTypes: string[] }) =>
        !rule.tiers.includes('PREMIUM_V2') || !rule.virtualNetworkTypes.includes('INTERNAL'),
    );
    expect(offenders).toEqual([]);
  });

  test.each([
    ['STANDARD_V2', 'INTERNAL'],
    ['BASIC', 'EXTERNAL'],
    ['CONSUMPTION', 'INTERNAL'],
    ['CONSUMPTION', 'NONE'],
  ])('there are no subnet rules for %s in the mode %s', async (tier, mode) => {
    expect(await subnetRuleIds({ tier, mode })).toEqual([]);
  });

  test.each([
    ['STANDARD_V2', 'EXTERNAL', 'PREMIUM_V2', 'EXTERNAL'],
    ['DEVELOPER', 'NONE', 'BASIC', 'NONE'],
  ])('the subnet rules for %s in the mode %s are those for %s in the mode %s', async (...names) => {
    const [tier, mode, otherTier, otherMode] = names;
    const ids = await subnetRuleIds({ tier, mode });
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(await subnetRuleIds({ tier: otherTier, mode: otherMode }));
  });

  test.each(['PREREQUISITE', 'DNS', 'ROUTING', 'LIMITATION'])(
    'facts(topic: %s) are there',
    async (topic) => {
      const { facts } = await ask(
        'query ($topic: FactTopic!) { facts(topic: $topic) { id title statement tiers since until } }',
        { topic },
      );
      expect(facts.length).toBeGreaterThan(0);
    },
  );

  it('checks have ids of their own', async () => {
    const { checks } = await ask('{ checks { id title severity description rationale } }');
    const ids = checks.map(({ id }: { id: string }) => id);
    expect(ids).toContain('required-flow-denied');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('today and ever', () => {
  test.each([
    ['endpoints', catalog.endpoints.length],
    ['ipChangeTriggers', catalog.ipChangeTriggers.length],
    ['subnetRules', catalog.subnetRules.length],
    ['facts', networkFacts.length],
    ['controlPlaneAddresses', printedControlPlaneAddresses.length],
  ])('%s hold today unless those that ended are wanted, too', async (list, count) => {
    const { today, ever } = await ask(`{
      today: ${list} { ...Times }
      ever: ${list}(includeEnded: true) { ...Times }
    }
    fragment Times on Dated { since until isCurrent }`);
    expect(ever).toHaveLength(count);
    const isCurrent = (item: { readonly isCurrent: boolean }) => item.isCurrent;
    expect(today).toEqual(ever.filter(isCurrent));
    expect(today.length).toBeLessThan(count);
    const times = ever as { readonly until: string | null; readonly isCurrent: boolean }[];
    expect(times.filter((time) => time.isCurrent !== (time.until === null))).toEqual([]);
  });

  test.each([
    ['2024-08-31', ['stv1-retired-other-clouds', 'trusted-service-connectivity-retired']],
    ['2026-03-14', ['trusted-service-connectivity-retired']],
    ['2026-03-15', []],
  ])('retirements after %s', async (day, ids) => {
    const { facts } = await ask(
      'query ($day: Date!) { facts(topic: LIMITATION, effectiveAfter: $day) { id effectiveOn } }',
      { day },
    );
    expect(facts.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(ids));
    const early = facts.filter((fact: { effectiveOn: string }) => fact.effectiveOn <= day);
    expect(early).toEqual([]);
    if (ids.length === 0) expect(facts).toEqual([]);
  });

  it('a printed address begins and ends with the editions that print it', async () => {
    const { controlPlaneAddresses } = await ask(
      '{ controlPlaneAddresses(includeEnded: true) { address editions since until isCurrent } }',
    );
    expect(controlPlaneAddresses).toContainEqual({
      address: '23.96.224.175',
      editions: ['2019-09-09'],
      since: '2019-09-09',
      until: '2019-09-09',
      isCurrent: false,
    });
  });
});
