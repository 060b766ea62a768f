import { cite } from '../../../../data/cite.ts';
import { type Check, problems } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';

export const invalidAddressPrefix: Check = {
  id: 'invalid-address-prefix',
  title: 'Address prefix that Azure refuses',
  severity: 'ERROR',
  summary: 'A source or destination is not an address, a prefix, a service tag or *.',
  rationale:
    'Resource Manager answers SecurityRuleInvalidAddressPrefix and the deployment stops. Until you fix the value, the rule protects and allows nothing.',
  avoid: 'KeyVault, Virtual Network, 10.0.1.7/24',
  prefer: 'AzureKeyVault, VirtualNetwork, 10.0.1.0/24',
  examples: {
    good: example(
      'a service tag',
      securityRules(outbound('AllowKeyVault', 100, 'ALLOW', 'AzureKeyVault', '443')),
    ),
    bad: example(
      'the name of the service instead of its tag',
      securityRules(outbound('AllowKeyVault', 100, 'ALLOW', 'KeyVault', '443')),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: problems('invalid-address-prefix'),
};
