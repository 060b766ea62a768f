import { cite } from '../../../../data/cite.ts';
import { readSubnetIds } from '../../read/network-security-group.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

const subnet = (name: string) => ({
  id: `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet/subnets/${name}`,
});

const group = (...names: readonly string[]) => ({
  networkSecurityGroup: {
    document: {
      securityRules: [inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')],
      subnets: names.map(subnet),
    },
  },
});

export const sharedNsg: Check = {
  id: 'shared-nsg',
  title: 'Network security group serves other subnets',
  severity: 'INFO',
  summary: 'The network security group of the instance is also attached to other subnets.',
  rationale:
    'Whatever the instance needs is then open in the other subnets, too. A rule that somebody adds for one of those also applies to the instance.',
  avoid: 'one group for all subnets of a virtual network',
  prefer: 'a separate group for the subnet of the instance',
  examples: {
    good: example('a separate group', group('apim')),
    bad: example('two subnets share the group', group('apim', 'machines')),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules', 'INFERRED')],
  run: perLocation(({ location, path }) => {
    const { ids, path: field } = readSubnetIds(location.networkSecurityGroup);
    if (ids.length < 2) return [];
    const names = ids.map((id) => id.split('/').at(-1) ?? id);
    return [
      {
        message: `the network security group serves ${ids.length} subnets: ${listing(names)}`,
        path: `${path}/networkSecurityGroup/document${field}`,
        remediation:
          'use a separate group for the subnet of the instance; the rules of this one apply to all of these subnets',
      },
    ];
  }),
};
