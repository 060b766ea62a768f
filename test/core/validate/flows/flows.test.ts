/** Documented flows of a kind of deployment, which all deployments of it share. */

import { expect, it } from 'vitest';
import { unknownRegion } from '../../../../core/answers/unknown-region.ts';
import { withDefaults } from '../../../../core/deployment.ts';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
import { withoutGroup } from '../../../../core/validate/flows/evaluated-flow.ts';
import { documentedFlows } from '../../../../core/validate/flows/flows.ts';
import { findRegion } from '../../../../data/index.ts';
import type { FeatureName, Region } from '../../../../data/model.ts';

const region = findRegion('westeurope') as Region;

const flowsOf = (features: readonly FeatureName[]) =>
  documentedFlows(
    withDefaults({
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      features,
      locations: [{ region: region.name }],
    }),
    region,
    region,
    new ServiceTagIndex('PUBLIC'),
  );

it.each<[what: string, features: FeatureName[], isSame: boolean]>([
  ['the same features', ['MONITORING', 'EXTERNAL_CACHE'], true],
  ['them in another order', ['EXTERNAL_CACHE', 'MONITORING'], true],
  [
    'each of them often',
    Array.from({ length: 999 }, () => ['MONITORING', 'EXTERNAL_CACHE'] as const).flat(),
    true,
  ],
  ['one of them', ['EXTERNAL_CACHE'], false],
  ['a further one', ['MONITORING', 'EXTERNAL_CACHE', 'PLAIN_HTTP'], false],
])('a deployment with %s', (_, features, isSame) => {
  const flows = flowsOf(['MONITORING', 'EXTERNAL_CACHE']);
  expect(flows.length).toBeGreaterThan(0);
  expect(flowsOf(features) === flows).toBe(isSame);
});

const north = findRegion('northeurope') as Region;
const external = (...regions: readonly string[]) =>
  withDefaults({
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    locations: regions.map((name) => ({ region: name })),
  });
const tags = new ServiceTagIndex('PUBLIC');

it.each([
  [['westeurope'], 'OPTIONAL'],
  [['westeurope', 'northeurope'], 'REQUIRED'],
] as const)('in %j Traffic Manager is %s', (regions, necessity) => {
  const flows = documentedFlows(external(...regions), region, region, tags);
  const flow = flows.find(({ id }) => id === 'inbound-443-AzureTrafficManager');
  expect(flow?.necessity).toBe(necessity);
});

it.each([
  ['the primary one', region, ['Sql.WestEurope']],
  ['a further one', north, ['Sql.NorthEurope', 'Sql.WestEurope']],
  ['one without a name', unknownRegion('PUBLIC'), ['Sql']],
])('in %s databases are at the tags of the location and of the primary one', (_, own, names) => {
  const flows = documentedFlows(external('westeurope', 'northeurope'), own, region, tags);
  const flow = flows.find(({ id }) => id === 'outbound-1433-Sql');
  expect(flow?.remote.map(({ name }) => name)).toEqual(names);
});

it.each([
  ['STV2', 'inbound-3443-ApiManagement', 'DENIED'],
  ['STV2', 'outbound-1433-Sql', 'ALLOWED'],
  ['STV1', 'inbound-3443-ApiManagement', 'ALLOWED'],
] as const)('without a group on %s %s is %s', (platform, id, outcome) => {
  const deployment = { ...external('westeurope'), platform };
  const flow = documentedFlows(deployment, region, region, tags).find((one) => one.id === id);
  expect(flow && withoutGroup(deployment)(flow).evaluation.outcome).toBe(outcome);
});
