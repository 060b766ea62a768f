import { generationOf } from '../../../answers/network-mode.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { exportedIn } from '../kit/example.ts';
import { listing } from '../kit/rule-labels.ts';

const unsupported = noteOf('service-endpoint-policy-unsupported');
const denies = noteOf('service-endpoint-policy-denies-others');

export const serviceEndpointPolicyOnSubnet: Check = {
  id: 'service-endpoint-policy-on-subnet',
  title: 'A service endpoint policy on the subnet',
  severity: 'ERROR',
  summary:
    'The subnet has a service endpoint policy, which API Management does not support, and which denies the storage accounts that the instance uses.',
  rationale:
    'A policy allows only the storage accounts that it lists. The instance stores its configuration in accounts that Microsoft manages and nobody else can list.',
  avoid: 'serviceEndpointPolicies on the subnet of an instance',
  prefer: 'the service endpoint Microsoft.Storage without a policy',
  examples: {
    good: exportedIn('a service endpoint without a policy', {
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
    }),
    bad: exportedIn('a policy on the subnet', {
      serviceEndpoints: [{ service: 'Microsoft.Storage' }],
      serviceEndpointPolicies: [
        { id: "[resourceId('Microsoft.Network/serviceEndpointPolicies', 'contoso')]" },
      ],
    }),
  },
  citations: citationsOf(unsupported, denies),
  run: perLocation((context) => {
    const policies = context.location.subnet?.serviceEndpointPolicies ?? [];
    if (policies.length === 0 || generationOf(context.deployment.tier) !== 'CLASSIC') return [];
    return [
      {
        title: 'A service endpoint policy cuts the instance off from its storage',
        message: `the subnet has the service endpoint policy ${listing(policies.map(lastPart))}, from which only listed storage accounts can be reached; API Management is not supported with one`,
        path: `${context.path}/subnet/serviceEndpointPolicies`,
        remediation: 'take the policy off the subnet of the instance',
      },
    ];
  }),
};

/** The name at the end of an id; anything else as it is. */
const lastPart = (id: string) => (id.startsWith('/') ? (id.split('/').at(-1) ?? id) : id);
