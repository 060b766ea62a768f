/** Documented flows of a kind of deployment, which all deployments of it share. */

import { expect, it } from 'vitest';
import { withDefaults } from '../../../../core/deployment.ts';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
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
