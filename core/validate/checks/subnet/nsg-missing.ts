import { cite } from '../../../../data/cite.ts';
import { hasGroupElsewhere } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';

export const nsgMissing: Check = {
  id: 'nsg-missing',
  title: 'No network security group on the subnet',
  severity: 'ERROR',
  summary:
    'The subnet has no network security group, but the stv2 platform and the v2 tiers require one.',
  rationale:
    'Inbound traffic reaches an stv2 instance through a Standard load balancer, which is closed until a security group allows something. The service refuses the deployment with NetworkSecurityGroupNotFound.',
  avoid: 'a subnet without a network security group',
  prefer: 'a network security group on the subnet that allows the required rows',
  examples: {
    good: example(
      'a group',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
    ),
    bad: example('no group', { subnet: { addressPrefix: '10.0.1.0/27' } }),
  },
  citations: [
    cite('internal-mode-2023', 'Prerequisites'),
    cite('vnet-reference-2023-01-06', 'Required ports'),
  ],
  run: perLocation(({ rules, deployment, location, flows, path }) =>
    rules === undefined && !hasGroupElsewhere(location) && deployment.platform === 'STV2'
      ? [
          {
            message:
              'the subnet has no network security group; Azure refuses the deployment with NetworkSecurityGroupNotFound',
            path: `${path}/networkSecurityGroup`,
            flows: flows.filter(
              ({ necessity, evaluation }) =>
                necessity === 'REQUIRED' && evaluation.outcome === 'DENIED',
            ),
            remediation: 'attach a network security group with the required rules to the subnet',
          },
        ]
      : [],
  ),
};
