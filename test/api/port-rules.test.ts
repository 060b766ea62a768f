/** Queries of the port rules. */

import { describe, expect, it, test } from 'vitest';
import { catalog, editions, newestEdition } from '../../data/index.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

describe('portRules', () => {
  const editionsOf = (rules: { edition: string }[]) => [
    ...new Set(rules.map(({ edition }) => edition)),
  ];

  it('are those of the newest edition, in its order', async () => {
    const { portRules } = await ask('{ portRules { ruleId edition } }');
    expect(editionsOf(portRules)).toEqual([newestEdition]);
    expect(portRules[0].ruleId).toBe('client-traffic');
  });

  it('of STV1 are those of the last edition that has them', async () => {
    const { portRules } = await ask('{ portRules(platform: STV1) { edition platforms } }');
    const last = editions.findLast((edition) =>
      catalog.portRules.some(({ statements }) =>
        statements.some((row) => row.edition === edition && row.platforms.includes('STV1')),
      ),
    );
    expect(editionsOf(portRules)).toEqual([last]);
  });

  it('are those of the edition named', async () => {
    const { portRules } = await ask('{ portRules(edition: "2019-09-09") { ruleId edition } }');
    expect(editionsOf(portRules)).toEqual(['2019-09-09']);
    expect(portRules).toHaveLength(14);
  });

  test.each([
    ['virtualNetworkType: INTERNAL', 'virtualNetworkTypes', 'INTERNAL'],
    ['direction: INBOUND', 'directions', 'INBOUND'],
    ['necessity: OPTIONAL', 'necessity', 'OPTIONAL'],
    ['platform: STV2, edition: "2023-01-06"', 'platforms', 'STV2'],
  ])('are filtered by %s', async (filter, field, value) => {
    const { portRules, all } = await ask(
      `{ portRules(${filter}) { ruleId ${field} } all: portRules { ruleId } }`,
    );
    expect(
      portRules.filter((rule: Record<string, string>) => !rule[field]?.includes(value)),
    ).toEqual([]);
    expect(portRules.length).toBeGreaterThan(0);
    if (!filter.includes('edition')) expect(portRules.length).toBeLessThan(all.length);
  });

  it('take filters given as null for none', async () => {
    const { portRules, all } = await ask(
      '{ portRules(edition: null, platform: null, direction: null) { ruleId } all: portRules { ruleId } }',
    );
    expect(portRules).toEqual(all);
  });

  test.each([
    ['STANDARD_V2', catalog.portRules.filter(({ tiers }) => tiers.includes('STANDARD_V2'))],
    ['BASIC', []],
  ])('of %s are in no edition', async (tier, expected) => {
    const { portRules } = await ask(
      `{ portRules(tier: ${tier}) { ruleId edition statedOn platforms rule { id tiers } } }`,
    );
    expect(portRules).toEqual(
      expected.map(({ id, tiers, statements }) => ({
        ruleId: id,
        edition: null,
        statedOn: statements.at(-1)?.edition,
        platforms: [],
        rule: { id, tiers },
      })),
    );
  });

  it('of a classic tier are the rows for it', async () => {
    const { developer, all } = await ask(
      '{ developer: portRules(tier: DEVELOPER) { ruleId } all: portRules { ruleId tiers } }',
    );
    expect(developer.length).toBeGreaterThan(10);
    expect(developer.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(
      all
        .filter(({ tiers }: { tiers: string[] }) => tiers.includes('DEVELOPER'))
        .map(({ ruleId }: { ruleId: string }) => ruleId),
    );
  });

  test.each([
    ['edition: "2026-01-01"', '2026-01-01', editions],
    ['edition: "2019-09-09", platform: STV2', '2019-09-09', undefined],
    [`edition: "${newestEdition}", platform: STV1`, newestEdition, undefined],
    [`edition: "${newestEdition}", tier: PREMIUM_V2`, newestEdition, null],
  ])('refuse %s', async (filter, input, accepted) => {
    const { extensions } = await fail(`{ portRules(${filter}) { ruleId } }`);
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path: ['edition'], given: input });
    if (accepted === null) return;
    expect(accepted ?? editions).toEqual(expect.arrayContaining(extensions.accepted as string[]));
    expect(extensions.accepted).not.toContain(input);
  });
});

describe('portRule', () => {
  it('is as the newest edition states it, with its history', async () => {
    const { portRule } = await ask(`{
      portRule(id: "storage") {
        edition directions protocol source { name } sourcePorts destination { name }
        destinationPorts optionalDestinationPorts necessity requiredWhen platforms tiers
        history { ruleId title edition destinationPorts }
      }
    }`);
    const { history, ...newest } = portRule;
    expect(newest).toEqual({
      edition: newestEdition,
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: { name: 'VirtualNetwork' },
      sourcePorts: ['*'],
      destination: { name: 'Storage' },
      destinationPorts: ['443'],
      optionalDestinationPorts: [],
      necessity: 'REQUIRED',
      requiredWhen: null,
      platforms: ['STV2'],
      tiers: ['DEVELOPER', 'PREMIUM'],
    });
    expect(history[0]).toEqual({
      ruleId: 'storage',
      title: catalog.portRules.find(({ id }) => id === 'storage')?.title,
      edition: '2019-09-09',
      destinationPorts: ['80', '443'],
    });
    expect(history.at(-1).edition).toBe(newestEdition);
  });

  it('has its bracketed ports and the feature that needs them', async () => {
    const { portRule } = await ask(
      '{ portRule(id: "client-traffic") { destinationPorts optionalDestinationPorts optionalPortsFeature } }',
    );
    expect(portRule).toEqual({
      destinationPorts: ['443'],
      optionalDestinationPorts: ['80'],
      optionalPortsFeature: 'PLAIN_HTTP',
    });
  });

  it('has its condition', async () => {
    const { portRule } = await ask(
      '{ portRule(id: "traffic-manager") { necessity requiredWhen } }',
    );
    expect(portRule.necessity).toBe('CONDITIONAL');
    expect(portRule.requiredWhen).toMatch(/region/);
  });

  it('is found for the v2 tiers, too', async () => {
    const { portRule } = await ask(
      '{ portRule(id: "v2-key-vault") { edition tiers destination { name } } }',
    );
    expect(portRule).toEqual({
      edition: null,
      tiers: ['STANDARD_V2', 'PREMIUM_V2'],
      destination: { name: 'AzureKeyVault' },
    });
  });

  test.each(['nothing', '__proto__', ''])('with the id "%s" is null', async (id) => {
    expect(await ask('query ($id: ID!) { portRule(id: $id) { id } }', { id })).toEqual({
      portRule: null,
    });
  });
});
