import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const asgAndPrefix: Check = {
  id: 'asg-and-prefix',
  title: 'Application security group and prefix on one side',
  severity: 'ERROR',
  summary: 'A side of a rule names application security groups and address prefixes together.',
  rationale:
    'Each side of a rule is given by prefixes or by application security groups. Azure refuses a rule with both on one side, and the group with it.',
  avoid: 'sourceAddressPrefix beside sourceApplicationSecurityGroups',
  prefer: 'a rule for the prefixes and another one for the application security groups',
  examples: {
    good: example('application security groups alone', {
      networkSecurityGroup: { document: groupOf({}) },
    }),
    bad: example('a prefix beside them', {
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
