import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const asgAndPrefix: Check = {
  id: 'asg-and-prefix',
  title: 'Application security group and prefix on one side',
  severity: 'ERROR',
  summary: 'One side of a rule names both application security groups and address prefixes.',
  rationale:
    'Each side of a rule has either prefixes or application security groups. Azure refuses a rule with both on one side, and the whole group with it.',
  avoid: 'sourceAddressPrefix together with sourceApplicationSecurityGroups',
  prefer: 'one rule for the prefixes and another for the application security groups',
  examples: {
    good: example('application security groups alone', {
      networkSecurityGroup: { document: groupOf({}) },
    }),
    bad: example('a prefix and an application security group', {
      networkSecurityGroup: { document: groupOf({ sourceAddressPrefix: '10.0.0.0/16' }) },
    }),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('asg-and-prefix'),
};

function groupOf(more: object) {
  return {
    securityRules: [
      {
        name: 'AllowClients',
        properties: {
          priority: 100,
          direction: 'Inbound',
          access: 'Allow',
          protocol: 'Tcp',
          sourceApplicationSecurityGroups: [{ id: 'clients' }],
          sourcePortRange: '*',
          destinationAddressPrefix: 'VirtualNetwork',
          destinationPortRange: '443',
          ...more,
        },
      },
    ],
  };
}
