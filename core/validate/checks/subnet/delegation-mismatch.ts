import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { requiredDelegation } from '../kit/delegation.ts';
import { example } from '../kit/example.ts';

export const delegationMismatch: Check = {
  id: 'delegation-mismatch',
  title: 'Subnet without the required delegation',
  severity: 'ERROR',
  summary: 'The subnet of a v2 instance does not have the delegation that its mode requires.',
  rationale:
    'Integration and injection in the v2 tiers need different delegations. Azure refuses each with the delegation of the other or with none.',
  avoid: 'Microsoft.Web/hostingEnvironments for outbound integration',
  prefer:
    'Microsoft.Web/serverFarms for outbound integration, Microsoft.Web/hostingEnvironments for injection',
  examples: {
    good: example(
      'delegated to App Service plans',
      { subnet: { addressPrefix: '10.0.1.0/24', delegations: ['Microsoft.Web/serverFarms'] } },
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
    ),
    bad: example(
      'delegated to App Service Environments',
      {
        subnet: {
          addressPrefix: '10.0.1.0/24',
          delegations: ['Microsoft.Web/hostingEnvironments'],
        },
      },
      { tier: 'STANDARD_V2', virtualNetworkType: 'EXTERNAL' },
    ),
  },
  citations: [
    cite('integrate-vnet-outbound-2026-08-26', 'Subnet delegation'),
    cite('inject-vnet-v2-2025-10-08', 'Subnet delegation'),
  ],
  run: perLocation((location) => {
    const required = requiredDelegation(location);
    const { subnet } = location.location;
    if (!required || !subnet || subnet.hasOpenDelegations) return [];
    const delegations = subnet.delegations;
    if (delegations.length === 1 && delegations[0]?.toLowerCase() === required.toLowerCase())
      return [];
    return [
      {
        message: `the subnet is delegated to ${delegations.join(', ') || 'nothing'}, but this tier and mode need ${required}`,
        path: `${location.path}/subnet/delegations`,
        remediation: `delegate the subnet to ${required} and to nothing else`,
      },
    ];
  }),
};
