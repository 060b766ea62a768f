/** The feed of one deployment, replayed over all editions and weekly files against a second computation: every change, and nothing else. */

import { describe, expect, it, test } from 'vitest';
import { deploymentFeed } from '../../../../core/answers/feeds/deployment-feed.ts';
import { readFeedQuery } from '../../../../core/answers/feeds/read-query.ts';
import { deploymentLines } from '../../../../core/answers/feeds/requirements.ts';
import { regionalTagsOf } from '../../../../core/answers/feeds/tags.ts';
import { textOf } from '../../../../core/answers/feeds/texts.ts';
import { requiredRules } from '../../../../core/answers/required-rules.ts';
import { changedTags } from '../../../../core/network/service-tags/compare-files.ts';
import { readServiceTagFile } from '../../../../core/network/service-tags/weekly-file.ts';
import { catalog, editions, findRegion } from '../../../../data/index.ts';
import type { IsoDate, PortRule, Region } from '../../../../data/model.ts';
import { randomFrom } from '../../../support/world.ts';

const read = (query: string) => readFeedQuery(new URLSearchParams(query));

const featureChoices = [
  '',
  'monitoring,external-cache',
  'plain-http,internal-cache,event-hub-logging',
];
const combinations = ['westeurope', 'usgovvirginia', 'chinanorth2'].flatMap((region) =>
  ['developer', 'premium'].flatMap((tier) =>
    ['external', 'internal'].flatMap((mode) =>
      ['stv1', 'stv2'].flatMap((platform) =>
        featureChoices.map(
          (features) =>
            `region=${region}&tier=${tier}&mode=${mode}&platform=${platform}&features=${features}`,
        ),
      ),
    ),
  ),
);

/** What a row asks of the deployment, by the fields of the row alone. */
function asked(rule: PortRule, edition: IsoDate, query: string): readonly string[] {
  const { region, tier, virtualNetworkType, platform, features } = read(query);
  if (!rule.tiers.includes(tier) || rule.cloudsWithout?.includes(region.cloud)) return [];
  const uses = (feature: PortRule['feature']) =>
    feature !== undefined && features.includes(feature);
  const isInUse = [rule.feature, ...(rule.otherFeatures ?? [])].some(uses);
  return rule.statements
    .filter((row) => row.edition === edition && row.platforms.includes(platform))
    .filter((row) => row.virtualNetworkTypes.includes(virtualNetworkType))
    .flatMap((row) => {
      const { tiers, isMultiRegion } = row.requiredWhen ?? {};
      const holds = (tiers?.includes(tier) ?? true) && !isMultiRegion;
      const isNeeded = row.necessity === 'REQUIRED' || (row.necessity === 'CONDITIONAL' && holds);
      if (!isNeeded && !isInUse && row.necessity !== 'RECOMMENDED') return [];
      const ports = [
        ...(uses(rule.optionalPortsFeature) ? row.optionalDestinationPorts : []),
        ...row.destinationPorts,
      ];
      const weight = isNeeded || isInUse ? 'required' : 'recommended';
      return row.directions.map((direction) =>
        JSON.stringify([direction, row.protocol, row.source, row.destination, ports, weight]),
      );
    });
}

const hasTable = (edition: IsoDate, platform: string) =>
  catalog.portRules.some(({ statements }) =>
    statements.some(
      (row) => row.edition === edition && row.platforms.some((one) => one === platform),
    ),
  );

/** The addresses that documents print for the region, and those marked Global for its cloud. */
function printed({ name, cloud }: Region, edition: IsoDate): readonly string[] {
  const last = '2023-01-06';
  return catalog.regions
    .filter((one) => one.cloud === cloud)
    .flatMap((one) =>
      one.controlPlaneAddresses.filter(({ scope }) => one.name === name || scope === 'CLOUD'),
    )
    .concat(
      cloud === 'PUBLIC'
        ? catalog.addressesOfNoRegion.filter(({ scope }) => scope === 'CLOUD')
        : [],
    )
    .filter(({ editions: of }) => of.includes(edition > last ? last : edition))
    .map(({ address }) => address);
}

const replayed = combinations.flatMap((query) => [
  query,
  `${query}&tags=Storage`,
  `${query}&tags=ApiManagement`,
]);

describe('replayed over all editions', () => {
  test.each(replayed)('%s', (query) => {
    const { platform, region, tags } = read(query);
    const hasAddresses = !tags.includes('Storage');
    const dates = editions.filter((edition) => hasTable(edition, platform));
    const sets = dates.map((edition) =>
      [
        ...new Set(catalog.portRules.flatMap((rule) => asked(rule, edition, query))),
        ...(hasAddresses ? printed(region, edition) : []),
      ]
        .sort()
        .join('\n'),
    );
    const days = dates.filter((_, index) => index > 0 && sets[index] !== sets[index - 1]);
    expect(deploymentFeed(read(query), []).entries.map(({ date }) => date)).toEqual(days);
  });

  it('has entries for most of them, and none that only words differ', () => {
    const counts = combinations.map((query) => deploymentFeed(read(query)).entries.length);
    expect(Math.max(...counts)).toBeLessThan(editions.length);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(counts.length / 2);
  });

  it.each(combinations.filter((query) => query.endsWith('features=')))(
    'says what the rules to deploy say: %s',
    (query) => {
      const deployment = read(query);
      for (const edition of editions.filter((one) => hasTable(one, deployment.platform))) {
        const { lines } = deploymentLines(deployment, edition);
        const [rules] = requiredRules({ ...deployment, region: deployment.region.name, edition });
        const ports = rules?.securityRules.map(
          (rule) =>
            `${rule.destinationPortRanges.map((port) => port.replace(/^\*$/, 'any port')).join(', ')} from ${rule.sourceAddressPrefixes} to ${rule.destinationAddressPrefixes}`,
        );
        const written = lines.map((line) =>
          line.replace(/^\w+ (?:any protocol|\w+) |, recommended$/g, ''),
        );
        expect(new Set(written)).toEqual(new Set(ports));
      }
    },
  );

  it.each(['standard-v2', 'premium-v2'])(
    '%s begins with the first document on the v2 tiers',
    (tier) => {
      const { entries, since } = deploymentFeed(
        read(`region=westeurope&tier=${tier}&mode=external`),
      );
      expect(entries).toEqual([]);
      expect(since).toBe('2025-12-01');
    },
  );
});

const names = [
  'ApiManagement',
  'ApiManagement.WestEurope',
  'Storage',
  'Storage.WestEurope',
  'Storage.NorthEurope',
  'Sql',
];
const pool = Array.from({ length: 8 }, (_, index) => `20.0.0.${index * 4}/30`);

describe('replayed over weekly files', () => {
  const random = randomFrom(19);
  const weeks = Array.from({ length: 40 }, (_, week) => ({
    date: `2030-${String(1 + Math.floor(week / 28)).padStart(2, '0')}-${String(1 + (week % 28)).padStart(2, '0')}` as IsoDate,
    // Most weeks leave most tags as they are.
    tags: new Map<string, readonly string[]>(),
  }));
  for (const [index, { tags }] of weeks.entries()) {
    for (const name of names) {
      const before = weeks[index - 1]?.tags.get(name);
      const isSame = before !== undefined && random(100) < 75;
      tags.set(name, isSame ? before : pool.filter(() => random(2) === 0));
    }
  }
  const files = weeks.map(({ date, tags }, index) =>
    readServiceTagFile(
      {
        changeNumber: index + 1,
        cloud: 'Public',
        values: [...tags].map(([name, addressPrefixes]) => ({
          name,
          id: name,
          properties: { region: '', addressPrefixes, networkFeatures: [] },
        })),
      },
      `ServiceTags_Public_${date.replaceAll('-', '')}.json`,
    ),
  );
  const changes = weeks.slice(1).flatMap(({ date }, index) => {
    const [before, after] = [files[index], files[index + 1]];
    if (!before || !after) throw new Error('no file');
    const tags = changedTags(before, after, names);
    const since = weeks[index]?.date as IsoDate;
    return tags.length === 0
      ? []
      : [{ cloud: 'PUBLIC' as const, date, changeNumber: index + 2, comparedWith: since, tags }];
  });

  test.each([
    ['', []],
    ...names.map((name) => [name, [name]] as const),
    ['Storage.WestEurope,Sql', ['Storage.WestEurope', 'Sql']],
    [names.join(','), names],
  ] as const)('with the addresses of %s', (tags, followed) => {
    const days = weeks
      .slice(1)
      .filter(({ tags: is }, index) =>
        followed.some((name) => String(is.get(name)) !== String(weeks[index]?.tags.get(name))),
      )
      .map(({ date }) => date);
    const deployment = read(`region=westeurope&tier=premium&mode=internal&tags=${tags}`);
    const entries = deploymentFeed(deployment, changes).entries.filter(
      ({ by }) => by === 'SERVICE_TAG_FILE',
    );
    expect(entries.map(({ date }) => date)).toEqual(days);
    expect(days.length > 0).toBe(followed.length > 0);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { date, added, removed } of entries) {
      const at = weeks.findIndex((week) => week.date === date);
      const of = (index: number) =>
        followed.flatMap((name) =>
          (weeks[index]?.tags.get(name) ?? []).map((prefix) => `${prefix} ${name}`),
        );
      const addresses = (lines: readonly string[]) =>
        lines.flatMap((line) => {
          const [, first = '', last = '', length = '', name = ''] =
            /^(.+\.)(\d+)\/(\d+) \((.+)\)$/.exec(line) ?? [];
          return Array.from(
            { length: 2 ** (32 - Number(length)) / 4 },
            (_, index) => `${first}${Number(last) + index * 4}/30 ${name}`,
          );
        });
      expect(addresses(added).sort()).toEqual(
        of(at)
          .filter((one) => !of(at - 1).includes(one))
          .sort(),
      );
      expect(addresses(removed).sort()).toEqual(
        of(at - 1)
          .filter((one) => !of(at).includes(one))
          .sort(),
      );
    }
  });

  it('has an id for each of two files of one day', () => {
    const date = '2030-03-01' as IsoDate;
    const tags = [{ name: 'Sql', added: ['20.0.0.0/30'], removed: [] }];
    const sameDay = [7, 8].map((changeNumber) => ({
      cloud: 'PUBLIC' as const,
      date,
      changeNumber,
      comparedWith: '2030-02-22' as IsoDate,
      tags,
    }));
    const deployment = read('region=westeurope&tier=premium&mode=internal&tags=Sql');
    const ids = deploymentFeed(deployment, sameDay)
      .entries.filter(({ by }) => by === 'SERVICE_TAG_FILE')
      .map(({ id }) => id);
    expect(ids).toEqual(['service-tags-public-2030-03-01-7', 'service-tags-public-2030-03-01-8']);
  });

  it('leaves the files of other clouds to their regions', () => {
    const china = read('region=chinanorth2&tier=premium&mode=internal&tags=Storage');
    expect(deploymentFeed(china, changes).entries.filter(({ by }) => by !== 'DOCUMENTS')).toEqual(
      [],
    );
  });

  it('says in each entry that rules by tag need no change', () => {
    const feed = deploymentFeed(
      read('region=westeurope&tier=premium&mode=internal&tags=Sql'),
      changes,
    );
    const [entry] = feed.entries.filter(({ by }) => by === 'SERVICE_TAG_FILE');
    if (!entry) throw new Error('no entry');
    expect(textOf(entry)).toMatch(/name the tag need no change/);
    expect(textOf(entry)).toMatch(/^(?:Add|May go): 20\.0\.0\.\d+\/\d+ \(Sql\)$/m);
  });
});

it('has the regional tags of a region that rules need, and those of no other region', () => {
  const [own, other] = ['westeurope', 'chinaeast2'].map((name) =>
    regionalTagsOf(findRegion(name) as Region),
  );
  expect(own?.toSorted()).toEqual(
    ['ApiManagement', 'AzureKeyVault', 'AzureMonitor', 'Sql', 'Storage'].map(
      (tag) => `${tag}.WestEurope`,
    ),
  );
  expect(other).toContain('Storage.ChinaEast2');
});
