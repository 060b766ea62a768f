/** The deployment that the styles of each language write, and what is said of it field by field. */

import { withDefaults } from '../../core/deployment.ts';
import type { ConfigReport } from '../../core/validate/report.ts';
import { validate } from '../../core/validate/validate.ts';
import type { Sample, SampleRule } from './terraform-sample.ts';

export const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const rule = (
  name: string,
  priority: number,
  direction: SampleRule['direction'],
  [source, destination]: readonly [string, string],
  ports: readonly string[],
  access: SampleRule['access'] = 'Allow',
  protocol = 'Tcp',
): SampleRule => ({ name, priority, direction, access, protocol, source, destination, ports });

export const sample: Sample = {
  subnetPrefix: '10.20.1.0/24',
  type: 'Internal',
  route: { name: 'default', prefix: '0.0.0.0/0', hop: 'Internet' },
  rules: [
    rule('management', 100, 'Inbound', ['ApiManagement', 'VirtualNetwork'], ['3443']),
    rule('probe', 110, 'Inbound', ['AzureLoadBalancer', 'VirtualNetwork'], ['6390']),
    rule('partners', 120, 'Inbound', ['10.1.0.0/16', '10.20.1.0/24'], ['443', '8443']),
    rule('deny-all', 4000, 'Inbound', ['*', '*'], ['*'], 'Deny', '*'),
    rule('storage', 100, 'Outbound', ['VirtualNetwork', 'Storage'], ['443']),
    rule('sql', 110, 'Outbound', ['VirtualNetwork', 'Sql'], ['1443']),
    rule('monitor', 120, 'Outbound', ['VirtualNetwork', 'AzureMonitor'], ['443', '1886']),
    rule('deny-internet', 4001, 'Outbound', ['*', 'Internet'], ['*'], 'Deny', '*'),
  ],
};

/** The report on the sample given field by field. */
export function fieldByField({ rules, subnetPrefix, type, route }: Sample): ConfigReport {
  const securityRules = rules.map(({ source, destination, ports, ...one }) => ({
    ...one,
    direction: one.direction === 'Inbound' ? ('INBOUND' as const) : ('OUTBOUND' as const),
    access: one.access === 'Allow' ? ('ALLOW' as const) : ('DENY' as const),
    sourceAddressPrefixes: [source],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: [destination],
    destinationPortRanges: ports,
  }));
  const deployment = withDefaults({
    tier: 'PREMIUM',
    virtualNetworkType: type === 'Internal' ? 'INTERNAL' : 'EXTERNAL',
    locations: [
      {
        region: 'West Europe',
        units: 2,
        subnet: { addressPrefix: subnetPrefix, serviceEndpoints: ['Microsoft.Storage'] },
        networkSecurityGroup: { securityRules },
        ...(route && {
          routeTable: {
            routes: [{ name: route.name, addressPrefix: route.prefix, nextHopType: route.hop }],
          },
        }),
        dnsServers: ['10.20.0.4'],
        virtualNetworkAddressPrefixes: ['10.20.0.0/16'],
      },
    ],
  });
  return validate(deployment, options);
}

/** What a report says, without the places, which differ. */
export const said = ({ verdict, flows, findings }: ConfigReport) => ({
  verdict,
  flows: flows.map(({ key, outcome, decidedBy }) => ({ key, outcome, decidedBy })),
  findings: findings
    .map(({ checkId, message }) => ({ checkId, message }))
    .sort((a, b) => (a.message < b.message ? -1 : 1)),
});
