/** Random paths for property tests: admin rules, a group, routes and a firewall, and the deployments that have them. */

import fc from 'fast-check';
import type { AdminRule, Deployment, RuleFields } from '../../core/deployment.ts';
import {
  application,
  applicationRule,
  firewall,
  firewallAddress,
  network,
  networkRule,
} from './firewalls.ts';
import { deploymentOf, securityRule, securityRules, subnet } from './groups.ts';
import type { NaiveAdminRule, NaivePath, NaiveRoute } from './naive-path.ts';
import { gateway } from './peerings.ts';

export const adminRules: fc.Arbitrary<readonly NaiveAdminRule[]> = fc
  .uniqueArray(
    fc.record({
      action: fc.constantFrom('ALLOW' as const, 'ALWAYS_ALLOW' as const, 'DENY' as const),
      rule: securityRule,
    }),
    { maxLength: 4, selector: ({ rule }) => rule.priority },
  )
  .map((all) =>
    all.map(({ action, rule }, index) => ({ action, rule: { ...rule, name: `admin-${index}` } })),
  );

const hops = fc.constantFrom(
  { nextHopType: 'None' as const },
  { nextHopType: 'Internet' as const },
  { nextHopType: 'VirtualAppliance' as const, nextHopIpAddress: firewallAddress },
  { nextHopType: 'VirtualAppliance' as const, nextHopIpAddress: firewallAddress },
  { nextHopType: 'VirtualAppliance' as const, nextHopIpAddress: '10.0.9.9' },
);

const routes: fc.Arbitrary<readonly NaiveRoute[]> = fc
  .uniqueArray(
    fc.record({
      addressPrefix: fc.constantFrom(
        '0.0.0.0/0',
        '0.0.0.0/0',
        '20.0.0.0/26',
        '52.0.0.0/8',
        '203.0.113.0/24',
        '10.0.1.8/29',
        '10.9.0.0/16',
        '192.168.0.0/16',
      ),
      hop: hops,
    }),
    { maxLength: 4, selector: ({ addressPrefix }) => addressPrefix },
  )
  .map((all) =>
    all.map(({ addressPrefix, hop }, index) => ({ name: `route-${index}`, addressPrefix, ...hop })),
  );

const action = fc.constantFrom('ALLOW' as const, 'DENY' as const);
const far = fc.uniqueArray(
  fc.constantFrom('*', '20.0.0.0/25', '20.0.0.64/27', '52.0.0.0/8', '203.0.113.9', '10.9.9.0/24'),
  { minLength: 1, maxLength: 2 },
);
const ports = fc.constantFrom(['*'], ['443'], ['80', '1433'], ['1-1024']);
const protocols = fc.constantFrom(['ANY'], ['TCP'], ['UDP', 'TCP'], ['ICMP']);
const hosts = fc.constantFrom(['*'], ['a.contoso.com'], ['*.contoso.com']);

const collections = fc
  .array(
    fc.oneof(
      fc
        .tuple(action, far, ports, protocols)
        .map(([does, to, on, of]) =>
          network(`N-${does}`, does, networkRule(to, on, { protocols: of, sources: [subnet] })),
        ),
      fc
        .tuple(action, hosts)
        .map(([does, names]) =>
          application(`A-${does}`, does, applicationRule(names, { sources: [subnet] })),
        ),
    ),
    { maxLength: 4 },
  )
  .map((all) => all.map((one, index) => ({ ...one, name: `${one.name}-${index}` })));

export const paths: fc.Arbitrary<NaivePath> = fc.record({
  rules: securityRules,
  admin: adminRules,
  routes,
  hasGateway: fc.constantFrom(false, false, true),
  firewall: collections.map((all) => firewall(all)),
});

const side = (entries: readonly string[]) => ({
  singular: undefined,
  plural: entries,
  applicationSecurityGroups: [],
});

export const toAdminRule = ({ action: does, rule }: NaiveAdminRule): AdminRule => ({
  action: does,
  doubt: '',
  rule: {
    name: rule.name,
    description: undefined,
    priority: rule.priority,
    direction: rule.direction,
    access: 'Allow',
    protocol: rule.protocol,
    source: side(rule.sourceAddressPrefixes),
    sourcePorts: { singular: undefined, plural: rule.sourcePortRanges },
    destination: side(rule.destinationAddressPrefixes),
    destinationPorts: { singular: undefined, plural: rule.destinationPortRanges },
    path: `/admin/${rule.name}`,
    fieldsPath: `/admin/${rule.name}`,
    isDefault: false,
    listsHoldTags: true,
  },
});

const frame = {
  virtualNetworkType: 'EXTERNAL',
  platform: 'STV2',
  regions: ['westeurope'],
} as const;

export function deploymentOnPath(path: NaivePath): Deployment {
  const deployment = deploymentOf(frame, { securityRules: path.rules as RuleFields[] });
  return {
    ...deployment,
    firewalls: [path.firewall],
    locations: deployment.locations.map((location) => ({
      ...location,
      adminRules: path.admin.map(toAdminRule),
      routeTable: { routes: path.routes },
      ...(path.hasGateway && { routeSources: [gateway] }),
    })),
  };
}
