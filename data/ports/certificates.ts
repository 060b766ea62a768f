/** Outbound traffic that certificates need, from the port tables of the network reference since 2025. */

import { portRule, referenceTiers, stated } from './define.ts';

export const certificateValidation = portRule({
  id: 'certificate-validation',
  title: 'Certificate validation',
  consequence:
    'The service cannot validate or manage certificates, whether Microsoft or the customer manages them.',
  remarks: [
    {
      text: 'The row is new in 2025: older rule sets that deny outbound internet traffic do not have it. Port 443 is disputed: other sections of the reference ask for it to several internet hosts, but the table has no such row, and a later proposal to add one is open.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2025-06-17', {
      platforms: ['STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Internet',
      destinationPorts: ['80'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service checks and manages certificates, its own and those of the customer.',
    }),
  ],
});
