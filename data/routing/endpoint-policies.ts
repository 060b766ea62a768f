/** Service endpoint policies, which limit the storage accounts that a subnet reaches, from their overview. */

import { citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const cite = citeOn('2026-11-29');
const overview = 'service-endpoint-policies-2023-04-06';

export const endpointPolicyFacts: readonly NetworkFact[] = [
  {
    id: 'service-endpoint-policy-unsupported',
    title: 'No service endpoint policy for API Management',
    statement:
      'Service endpoint policies do not support managed services in a subnet of their own, and the overview names API Management among these.',
    ...injected,
    citations: [cite(overview, 'Limitations')],
  },
  {
    id: 'service-endpoint-policy-denies-others',
    title: 'A service endpoint policy denies all other storage accounts',
    statement:
      'From a subnet with a service endpoint policy only the storage accounts that the policy lists can be reached, in every region; accounts that a managed service keeps for itself cannot be listed.',
    ...injected,
    citations: [cite(overview, 'Configuration'), cite(overview, 'Troubleshooting scenarios')],
  },
];
