/** Deployments whose default route leads to an Azure Firewall, and firewalls in few words. */

import { type DeploymentInput, withDefaults } from '../../core/deployment.ts';
import type {
  FirewallApplicationRule,
  FirewallCollection,
  FirewallNetworkRule,
  InputFirewall,
} from '../../core/firewall.ts';
import { inbound, securityRules } from '../../core/validate/checks/kit/example.ts';
import type { ConfigReport } from '../../core/validate/report.ts';
import { validate } from '../../core/validate/validate.ts';

export const subnet = '10.0.1.0/27';
export const firewallAddress = '10.0.2.4';

export const networkRule = (
  destinations: readonly string[],
  ports: readonly string[],
  more: Partial<FirewallNetworkRule> = {},
): FirewallNetworkRule => ({
  name: 'rule',
  path: '/document/rule',
  protocols: ['TCP'],
  sources: [subnet],
  destinations,
  hostNames: [],
  ports,
  ...more,
});

export const applicationRule = (
  hostNames: readonly string[],
  more: Partial<FirewallApplicationRule> = {},
): FirewallApplicationRule => ({
  name: 'rule',
  path: '/document/rule',
  protocols: ['HTTPS:443'],
  sources: [subnet],
  hostNames,
  otherTargets: [],
  ...more,
});

type Action = FirewallCollection['action'];

export const network = (
  name: string,
  action: Action,
  ...rules: readonly FirewallNetworkRule[]
): FirewallCollection => ({ kind: 'NETWORK', name, action, isPlaced: true, rules });

export const application = (
  name: string,
  action: Action,
  ...rules: readonly FirewallApplicationRule[]
): FirewallCollection => ({ kind: 'APPLICATION', name, action, isPlaced: true, rules });

export const firewall = (
  collections: readonly FirewallCollection[],
  more: Partial<InputFirewall> = {},
): InputFirewall => ({
  name: 'hub',
  path: '/document/hub',
  privateAddresses: [firewallAddress],
  subnetPrefixes: [],
  hasDnsProxy: true,
  collections,
  ...more,
});

/** Everything leaves by the firewall but replies to the control plane. */
export const tunneledTo = (
  firewalls: readonly InputFirewall[],
  routes: readonly (readonly [prefix: string, hop: string, address?: string])[] = [
    ['0.0.0.0/0', 'VirtualAppliance', firewallAddress],
  ],
): DeploymentInput => ({
  tier: 'PREMIUM',
  virtualNetworkType: 'INTERNAL',
  firewalls,
  locations: [
    {
      region: 'westeurope',
      subnet: { addressPrefix: subnet },
      ...securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
      routeTable: {
        routes: [...routes, ['ApiManagement', 'Internet'] as const].map(
          ([addressPrefix, nextHopType, nextHopIpAddress], index) => ({
            name: `route${index}`,
            addressPrefix,
            nextHopType,
            ...(nextHopIpAddress !== undefined && { nextHopIpAddress }),
          }),
        ),
      },
    },
  ],
});

export const reportOf = (deployment: DeploymentInput): ConfigReport =>
  validate(withDefaults(deployment), { serviceTagFiles: [], whatIf: 'NONE' });

/** "DENIED Deny/rule" for each element after the security group that a flow comes to; the reason where it is not known. */
export const stepsOf = (report: ConfigReport, key: string): readonly string[] =>
  (report.flows.find((flow) => flow.key === key)?.steps() ?? [])
    .slice(1)
    .map(({ element, outcome, decidedBy, reason }) =>
      [element === 'FIREWALL' ? '' : element, outcome, decidedBy ?? reason]
        .filter((part) => part !== '')
        .join(' '),
    );
