/** The regions: their names, addresses, and ids in the stored service-tag extracts. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog, findRegion } from '../../data/index.ts';
import { type CloudName, cloudNames } from '../../data/model.ts';
import { publicRegions } from '../../data/regions/public.ts';
import { fileClouds, findOfficial } from '../support/weekly-files.ts';

const { regions, serviceTagExtracts: extracts } = catalog;

type Ids = Readonly<Record<string, string>>;
/** Ids that weekly files of the three clouds print for the regional tags of ApiManagement, by suffix. */
const printedIds = JSON.parse(
  readFileSync(new URL('../fixtures/region-ids.json', import.meta.url), 'utf8'),
) as Readonly<Record<CloudName, Ids>>;
const rows = regions.flatMap((region) =>
  region.controlPlaneAddresses.map((entry) => ({ region, ...entry })),
);
const inEdition = (edition: string) =>
  rows.filter((row) => row.editions.includes(edition as never));

describe('names', () => {
  it.each([
    ['westeurope', 'westeurope'],
    ['West Europe', 'westeurope'],
    ['Central India', 'centralindia'],
    ['India Central', 'jioindiacentral'],
    ['India West', 'jioindiawest'],
    ['West India', 'westindia'],
    ['USGov Virginia', 'usgovvirginia'],
    ['USDoD Central', 'usdodcentral'],
    ['norwaye', 'norwayeast'],
    ['centralfrance', 'francecentral'],
    ['chilec', 'chilecentral'],
    ['usstagec', 'southcentralusstg'],
    ['Atlantis', undefined],
  ])('%s is %s', (input, name) => {
    expect(findRegion(input)?.name).toBe(name);
  });
});

describe('addresses', () => {
  it.each([
    ['PUBLIC', 69, 54, 48, 44],
    ['US_GOVERNMENT', 6, 8, 8, 2],
    ['CHINA', 6, 6, 6, 2],
  ] as const)(
    '%s: %i regions, %i addresses of 2023, %i of 2021, %i of 2019',
    (cloud, ...counts) => {
      const of = (edition: string) =>
        inEdition(edition).filter((row) => row.region.cloud === cloud);
      expect([
        regions.filter((region) => region.cloud === cloud).length,
        of('2023-01-06').length,
        of('2021-08-06').length,
        of('2019-09-09').length,
      ]).toEqual(counts);
    },
  );

  it('of 2021 are those of 2023 without the new second ones, and two global ones', () => {
    const listOf = (edition: string) => inEdition(edition).map(({ address }) => address);
    const added = [
      '20.48.201.76',
      '191.238.73.14',
      '20.52.94.112',
      '102.37.166.220',
      '20.194.74.240',
      '20.192.45.112',
      '20.97.32.190',
      '51.107.246.176',
    ];
    expect([...listOf('2021-08-06'), ...added].sort()).toEqual(
      [...listOf('2023-01-06'), '104.214.19.224', '52.162.110.80'].sort(),
    );
  });

  it('of the whole cloud are those that a table marks (Global), the first two in 2021 alone', () => {
    const global = rows.filter((row) => row.scope === 'CLOUD');
    expect(global.map((row) => [row.region.name, row.address])).toEqual([
      ['northcentralus', '52.162.110.80'],
      ['southcentralus', '104.214.19.224'],
      ['usgovtexas', '52.127.34.192'],
      ['usgovvirginia', '52.127.42.160'],
      ['chinaeast', '139.217.171.176'],
      ['chinanorth', '139.217.51.16'],
    ]);
  });

  it('of 2023 are inferred for the two regions that the table calls by another name', () => {
    const inferred = inEdition('2023-01-06').filter((row) =>
      row.citations.some(
        ({ source, confidence }) =>
          source === 'vnet-reference-2023-01-06' && confidence !== 'DOCUMENTED',
      ),
    );
    expect(inferred.map((row) => row.region.name)).toEqual(['jioindiacentral', 'jioindiawest']);
  });
});

describe.each(cloudNames)('the regions of %s', (cloud) => {
  const ours: Ids = Object.fromEntries(
    regions
      .filter((region) => region.cloud === cloud)
      .flatMap(({ serviceTagSuffix: suffix, serviceTagRegion: id }) =>
        suffix && id ? [[suffix, id]] : [],
      ),
  );

  it('have the ids that a weekly file prints', () => {
    expect(ours).toMatchObject(printedIds[cloud]);
  });

  const fileName = `ServiceTags_${fileClouds[cloud]}_${extracts[cloud].date.replaceAll('-', '')}.json`;
  it.each(findOfficial(fileName))('are those of $name', ({ read }) => {
    const printed = read()
      .values.filter(({ name }) => name.startsWith('ApiManagement.'))
      .map(({ name, properties }) => [name.replace('ApiManagement.', ''), properties.region]);
    expect(ours).toEqual(Object.fromEntries(printed));
  });
});

it('West Europe is one row like any other', () => {
  expect(publicRegions.find((region) => region.name === 'westeurope')).toMatchObject({
    displayName: 'West Europe',
    aliases: [],
    serviceTagSuffix: 'WestEurope',
    serviceTagRegion: 'westeurope',
    controlPlaneAddresses: [
      {
        address: '51.145.179.78',
        scope: 'REGION',
        editions: ['2019-09-09', '2021-08-06', '2023-01-06'],
      },
    ],
  });
});
