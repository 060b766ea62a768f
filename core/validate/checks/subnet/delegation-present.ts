import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { requiredDelegation } from '../kit/delegation.ts';
import { example } from '../kit/example.ts';

export const delegationPresent: Check = {
  id: 'delegation-present',
  title: 'Subnet delegated to a service',
  severity: 'ERROR',
  summary: 'The subnet of a Developer or Premium instance has a delegation, but must have none.',
  rationale:
    'Injection in the classic tiers places virtual machines into an ordinary subnet. Any delegation, including Microsoft.ApiManagement, reserves the subnet for something else, and the deployment fails.',
  avoid: 'delegations: [Microsoft.ApiManagement/service]',
  prefer: 'delegations: []',
  examples: {
    good: example('no delegation', { subnet: { addressPrefix: '10.0.1.0/27' } }),
    bad: example('delegated to the service itself', {
      subnet: { addressPrefix: '10.0.1.0/27', delegations: ['Microsoft.ApiManagement/service'] },
    }),
  },
  citations: [
    cite('internal-mode-2023', 'Prerequisites'),
    cite('virtual-network-concepts-2023', 'Network resource requirements for injection'),
  ],
  run: perLocation((location) =>
    requiredDelegation(location) === null
      ? (location.location.subnet?.delegations ?? []).map((delegation, index) => ({
          message: `the subnet is delegated to ${delegation}, but this tier needs a subnet without delegation`,
          path: `${location.path}/subnet/delegations/${index}`,
          remediation: 'remove the delegation of the subnet',
        }))
      : [],
  ),
};
