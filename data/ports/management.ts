/** Control-plane traffic into the subnet, from the port tables of the network reference. */

import { asBefore, minimalRules2023, portRule, referenceTiers, stated } from './define.ts';

export const managementEndpoint = portRule({
  id: 'management-endpoint',
  title: 'Management endpoint',
  consequence:
    'The Azure portal, Azure Resource Manager and PowerShell cannot manage the instance: calls fail with the error ManagementApiRequestFailed, which names port 3443.',
  remarks: [
    {
      text: 'The tag ApiManagement covers the control plane only, not gateways or clients, and it is enough: AzureCloud is far too wide for this port. Internal mode needs the rule, too.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      destinationPorts: ['3443'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
    }),
    asBefore('2021-08-06', { platforms: ['STV1', 'STV2'] }),
    asBefore('2023-01-06', { necessity: 'REQUIRED' }, minimalRules2023),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});
