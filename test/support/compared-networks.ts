/** Two states of a small network, compared; and packets in words. */

import { type LocationInput, withDefaults } from '../../core/deployment.ts';
import type { InputFirewall } from '../../core/firewall.ts';
import { shippedServiceTagFiles } from '../../core/network/service-tags/shipped-files.ts';
import { compareReports } from '../../core/validate/compare/compare-reports.ts';
import type { PacketSet } from '../../core/validate/compare/packet-set.ts';
import { validateInput } from '../../core/validate/validate-input.ts';

export type Rule = readonly [
  name: string,
  priority: number,
  direction: 'INBOUND' | 'OUTBOUND',
  access: 'ALLOW' | 'DENY',
  protocol: string,
  source: string | readonly string[],
  destination: string | readonly string[],
  ports: string | readonly string[],
];

const listOf = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : value);

export const toRule = ([
  name,
  priority,
  direction,
  access,
  protocol,
  source,
  destination,
  ports,
]: Rule) => ({
  name,
  priority,
  direction,
  access,
  protocol,
  sourceAddressPrefixes: listOf(source),
  sourcePortRanges: ['*'],
  destinationAddressPrefixes: listOf(destination),
  destinationPortRanges: listOf(ports),
});

export const management = [
  'INBOUND',
  'ALLOW',
  'Tcp',
  'ApiManagement',
  'VirtualNetwork',
  '3443',
] as const;
export const documented: readonly Rule[] = [
  ['management', 100, ...management],
  ['probe', 110, 'INBOUND', 'ALLOW', 'Tcp', 'AzureLoadBalancer', 'VirtualNetwork', '6390'],
  ['clients', 120, 'INBOUND', 'ALLOW', 'Tcp', 'Internet', 'VirtualNetwork', ['80', '443']],
];
export const denyOutbound: Rule = ['deny', 4000, 'OUTBOUND', 'DENY', '*', '*', '*', '*'];
export const ssh: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/24', '*', '22'];

interface Network {
  readonly rules?: readonly Rule[];
  /** Empty if it is unknown. */
  readonly subnet?: string;
  readonly space?: readonly string[];
  readonly regions?: readonly string[];
  readonly firewalls?: readonly InputFirewall[];
  /** Security admin rules and routes. */
  readonly more?: Partial<LocationInput>;
}

const reportOn = ({
  rules,
  subnet = '10.0.1.0/27',
  regions = ['westeurope'],
  space = ['10.0.0.0/16'],
  firewalls = [],
  more = {},
}: Network) =>
  validateInput(
    {
      deployment: withDefaults({
        tier: 'PREMIUM',
        virtualNetworkType: 'EXTERNAL',
        firewalls,
        locations: regions.map((region) => ({
          region,
          ...(subnet !== '' && { subnet: { addressPrefix: subnet } }),
          virtualNetworkAddressPrefixes: space,
          ...(rules && { networkSecurityGroup: { securityRules: rules.map(toRule) } }),
          ...more,
        })),
      }),
    },
    { serviceTagFiles: shippedServiceTagFiles, whatIf: 'NONE' },
  );

export const compare = (before: Network, after: Network) =>
  compareReports(reportOn(before), reportOn(after));

export const words = ({ direction, protocols, tags, ...set }: PacketSet) => {
  const [far, ports] = [
    direction === 'INBOUND' ? set.sourcePrefixes : set.destinationPrefixes,
    set.destinationPorts,
  ];
  return `${direction} ${protocols} ${tags.join('+') || far} ${ports}: ${set.decidedBefore} -> ${set.decidedAfter}`;
};

export const rest = documented.slice(1);
