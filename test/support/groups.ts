/** Random network security groups for property tests: few addresses and ports, so that rules meet often. */

import fc from 'fast-check';
import type { Deployment, RuleFields } from '../../core/deployment.ts';
import { goodAddress } from '../../core/validate/checks/kit/public-ip-address.ts';
import { pinned } from './pinned-edition.ts';

export const subnet = '10.0.1.0/29';
export const virtualNetwork = ['10.0.1.0/28', '172.16.4.0/30'];

const remoteTags = [
  'Internet',
  'VirtualNetwork',
  'AzureLoadBalancer',
  'AzureCloud',
  'AzureCloud.westeurope',
  'AzureCloud.northeurope',
  'Storage',
  'Storage.WestEurope',
  'Storage.NorthEurope',
  'Storage.UKSouth',
  'Sql',
  'SQL',
  'Sql.WestEurope',
  'EventHub',
  'EventHub.NorthEurope',
  'ApiManagement',
  'ApiManagement.WestEurope',
  'AzureKeyVault',
  'azurekeyvault.westeurope',
  'AzureMonitor',
  'AzureMonitor.WestEurope',
  'AzureMonitor.Core',
  'AzureConnectors',
  'AzureActiveDirectory',
  'AzureActiveDirectory.ServiceEndpoint',
  'AzureActiveDirectoryDomainServices',
  'AzureTrafficManager',
  'AzureFrontDoor.Backend',
  'AzureFrontDoor.Frontend',
  'GatewayManager',
  'AppService',
  'ServiceBus',
  'VIRTUAL_NETWORK',
];

const remotePrefixes = [
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '10.0.0.0/8',
  '10.0.1.8/29',
  '172.16.4.0/30',
  '168.63.129.16',
  '20.0.0.0/25',
  '20.0.0.0/26',
  '20.0.0.64/27',
  '20.0.0.4/30',
  '20.0.0.9',
  '20.0.0.9-20.0.0.40',
  '52.0.0.0/8',
  '52.0.0.0/25',
  '52.0.0.32/27',
  '52.0.0.96/28',
  '203.0.113.0/24',
];

const localPrefixes = [
  subnet,
  '10.0.1.0/30',
  '10.0.1.4/30',
  '10.0.1.2/31',
  '10.0.1.5',
  '10.0.1.3-10.0.1.6',
  '10.0.0.0/8',
  '10.0.2.0/24',
  '0.0.0.0/0',
];

const alone = (entries: readonly string[]) => fc.constantFrom(...entries).map((entry) => [entry]);
const several = (entries: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...entries), { minLength: 1, maxLength: 3 });

const remote = fc.oneof(
  { weight: 6, arbitrary: alone(remoteTags) },
  { weight: 2, arbitrary: alone(['*']) },
  { weight: 3, arbitrary: several(remotePrefixes) },
);
const local = fc.oneof(
  { weight: 5, arbitrary: alone(['*', 'VirtualNetwork', subnet]) },
  { weight: 2, arbitrary: several(localPrefixes) },
  { weight: 1, arbitrary: alone(remoteTags) },
);
const portList = fc.oneof(
  { weight: 2, arbitrary: fc.constant(['*']) },
  {
    weight: 3,
    arbitrary: several([
      '443',
      '80',
      '1433',
      '3443',
      '6390',
      '6381-6383',
      '6382',
      '4290',
      '445',
      '1886',
      '5671-5672',
      '80-443',
      '0-1500',
      '1024-65535',
    ]),
  },
);
const sourcePortList = fc.oneof(
  { weight: 8, arbitrary: fc.constant(['*']) },
  {
    weight: 1,
    arbitrary: several(['1024-65535', '443', '0-1023', '40000-65535', '1024-39999', '50000']),
  },
);

const direction = fc.constantFrom<RuleFields['direction'][]>('INBOUND', 'OUTBOUND');
const access = fc.constantFrom<RuleFields['access'][]>('ALLOW', 'DENY');
const protocol = fc.constantFrom('Tcp', 'TCP', 'Udp', '*', '*', 'Icmp');

/** One rule that Azure would take; its name is given when the group is put together. */
export const securityRule: fc.Arbitrary<RuleFields> = fc
  .record({
    priority: fc.integer({ min: 100, max: 4096 }),
    direction,
    access,
    protocol,
    far: remote,
    near: local,
    sourcePortRanges: sourcePortList,
    destinationPortRanges: portList,
  })
  .map(({ far, near, ...rule }) => ({
    ...rule,
    name: '',
    sourceAddressPrefixes: rule.direction === 'INBOUND' ? far : near,
    destinationAddressPrefixes: rule.direction === 'INBOUND' ? near : far,
  }));

/** So many rules with different priorities in each direction, named rule-0, rule-1, ... */
export const rulesInNumber = (minLength: number, maxLength: number): fc.Arbitrary<RuleFields[]> =>
  fc
    .uniqueArray(securityRule, {
      minLength,
      maxLength,
      selector: (rule) => `${rule.direction} ${rule.priority}`,
    })
    .map((rules) => rules.map((rule, index) => ({ ...rule, name: `rule-${index}` })));

export const securityRules = rulesInNumber(0, 14);

/** What of a deployment decides which flows there are; the group is added by `deploymentOf`. */
export const frame = fc
  .record({
    virtualNetworkType: fc.constantFrom<Deployment['virtualNetworkType'][]>('EXTERNAL', 'INTERNAL'),
    edition: fc.constantFrom<(Deployment['edition'] | undefined)[]>(undefined, '2023-01-06'),
    platform: fc.constantFrom<Deployment['platform'][]>('STV2', 'STV2', 'STV1'),
    regions: fc.constantFrom<(readonly string[])[]>(
      ['westeurope'],
      ['northeurope'],
      ['uksouth'],
      ['westeurope', 'northeurope'],
      ['uksouth', 'westeurope'],
    ),
  })
  .map(({ edition, platform, ...rest }) => ({
    ...rest,
    platform,
    ...(edition !== undefined && { edition }),
  }));
export type Frame = typeof frame extends fc.Arbitrary<infer T> ? T : never;

export interface NetworkGiven {
  readonly subnet?: string;
  readonly virtualNetwork?: readonly string[];
}

/** A deployment with the same group in each location. */
export function deploymentOf(
  { regions, ...rest }: Frame,
  group: NonNullable<Deployment['locations'][number]['networkSecurityGroup']>,
  input: NetworkGiven = { subnet, virtualNetwork },
): Deployment {
  return pinned({
    tier: 'PREMIUM',
    features: [],
    ...rest,
    locations: regions.map((region) => ({
      publicIpAddress: { ...goodAddress, region },
      region,
      units: 1,
      zones: [],
      dnsServers: [],
      virtualNetworkAddressPrefixes: input.virtualNetwork ?? [],
      networkSecurityGroup: group,
      ...(input.subnet !== undefined && {
        subnet: {
          addressPrefix: input.subnet,
          delegations: [],
          serviceEndpoints: [],
          otherResources: [],
          otherAddresses: 0,
        },
      }),
    })),
  });
}
