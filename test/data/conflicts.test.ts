/** The conflicts between documents: which there are, and that the facts follow the readings they apply. */

import { describe, expect, it } from 'vitest';
import { catalog, findRegion, portRuleById } from '../../data/index.ts';

const { conflicts } = catalog;

it('keep their ids', () => {
  expect(conflicts.map(({ id }) => id)).toEqual([
    'load-balancer-developer',
    'key-vault-by-platform',
    'azure-monitor-necessity',
    'port-12000',
    'managed-redis-port',
    'v2-security-rules',
    'credential-manager-in-china',
    'captcha-hosts',
    'developer-portal-publishing',
    'metrics-hosts-by-cloud',
    'internal-host-names-lost',
    'south-africa-address',
    'india-region-names',
    'public-ip-address',
    'shared-subnet',
    'premium-unit-limit',
    'external-load-balancer-address',
    'network-lock-duration',
    'standard-v2-availability-zones',
    'premium-v2-features',
    'region-availability-south-india',
    'forced-tunneling-service-endpoints',
    'management-route-by-tag-in-china',
    'retirement-dates',
    'key-vault-trusted-services',
    'legacy-portal-host-name',
  ]);
});

describe('the readings applied are those of the data', () => {
  const newest = (id: string) => portRuleById.get(id)?.statements.at(-1);

  it.each([
    ['managed-redis-port', newest('external-cache')?.destinationPorts, ['10000']],
    ['port-12000', newest('azure-monitor')?.destinationPorts, ['1886', '443']],
    ['azure-monitor-necessity', newest('azure-monitor')?.necessity, 'REQUIRED'],
    ['key-vault-by-platform', newest('key-vault')?.necessity, 'REQUIRED'],
    ['key-vault-by-platform, stv1', newest('key-vault-stv1')?.necessity, 'OPTIONAL'],
    ['v2-security-rules', newest('v2-key-vault')?.necessity, 'REQUIRED'],
    ['v2-security-rules, Storage', newest('v2-storage')?.necessity, 'RECOMMENDED'],
    ['load-balancer-developer', newest('load-balancer')?.necessity, 'REQUIRED'],
    [
      'load-balancer-developer, stv1',
      newest('load-balancer-stv1')?.requiredWhen?.tiers,
      ['PREMIUM'],
    ],
    [
      'premium-unit-limit',
      catalog.tierProfiles.find(({ tier }) => tier === 'PREMIUM')?.maxUnits,
      31,
    ],
    [
      'standard-v2-availability-zones',
      catalog.tierProfiles.find(({ tier }) => tier === 'STANDARD_V2')?.supportsAvailabilityZones,
      false,
    ],
    ['india-region-names', findRegion('India Central')?.name, 'jioindiacentral'],
    [
      'south-africa-address',
      findRegion('southafricawest')?.controlPlaneAddresses.map(({ address }) => address),
      ['102.133.0.79'],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });
});
