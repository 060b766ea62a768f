import { cite } from '../../../../data/cite.ts';
import { endsOf } from '../../../network/near-end.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { quoted } from '../../../quoted.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const asgNeverMatches: Check = {
  id: 'asg-never-matches',
  title: 'Application security group on the side of the instance',
  severity: 'WARNING',
  summary:
    'A rule names an application security group where the instance should be, so it never matches the instance.',
  rationale:
    'Members of an application security group are network interfaces of your own. An instance has none: Azure keeps its interfaces, and they cannot join a group. The rule may apply to other resources in the subnet, but it does nothing for the instance. A rule that names such a group on its far side leaves traffic of the virtual network undecided, because the input does not say which interfaces are members or which virtual network they are in.',
  avoid: 'an inbound rule with destinationApplicationSecurityGroups for the management endpoint',
  prefer: 'VirtualNetwork or the prefix of the subnet on the side of the instance',
  examples: {
    good: example('the subnet as destination', {
      networkSecurityGroup: { document: groupOf({ destinationAddressPrefix: '10.0.1.0/27' }) },
    }),
    bad: example('an application security group as destination', {
      networkSecurityGroup: {
        document: groupOf({ destinationApplicationSecurityGroups: [{ id: 'gateways' }] }),
      },
    }),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules', 'INFERRED')],
  run: perLocation(({ rules = [], location: { subnet } }) =>
    rules.filter(matchesNothing).map((rule) => ({
      message: `rule ${quoted(rule.name)} (${rule.priority}) names an application security group as its ${rule.direction === 'INBOUND' ? 'destination' : 'source'}; the instance is never a member of one, so this rule never matches its traffic`,
      path: rule.path,
      ...((subnet?.otherResources.length || subnet?.otherAddresses) && {
        severity: 'INFO' as const,
      }),
      remediation: 'use VirtualNetwork or the prefix of the subnet instead',
    })),
  ),
};

function matchesNothing(rule: SecurityRule): boolean {
  if (rule.direction === undefined) return false;
  const { near } = endsOf(rule);
  return near.length > 0 && near.every(({ kind }) => kind === 'application-security-group');
}

function groupOf(destination: object) {
  return {
    securityRules: [
      {
        name: 'AllowManagement',
        properties: {
          priority: 100,
          direction: 'Inbound',
          access: 'Allow',
          protocol: 'Tcp',
          sourceAddressPrefix: 'ApiManagement',
          sourcePortRange: '*',
          destinationPortRange: '3443',
          ...destination,
        },
      },
    ],
  };
}
