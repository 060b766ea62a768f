/** Traffic of API clients into the subnet, from the port tables of the network reference. */

import { asBefore, minimalRules2023, portRule, referenceTiers, stated } from './define.ts';

export const clientTraffic = portRule({
  id: 'client-traffic',
  title: 'Client traffic',
  consequence: 'Clients on the internet reach neither the gateway nor the developer portal.',
  optionalPortsFeature: 'PLAIN_HTTP',
  remarks: [
    {
      text: 'The brackets around port 80 mean: open it only if you want plain HTTP.',
      since: '2021-08-06',
    },
    {
      text: 'In internal mode clients come from the virtual network, so no rule for Internet is needed.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'Internet',
      destination: 'VirtualNetwork',
      destinationPorts: ['80', '443'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL'],
      purpose: 'API clients call the gateway over HTTP and HTTPS.',
    }),
    asBefore('2021-08-06', {
      optionalDestinationPorts: ['80'],
      platforms: ['STV1', 'STV2'],
      destinationPorts: ['443'],
      purpose: 'API clients call the gateway over HTTPS and, if wanted, HTTP.',
    }),
    asBefore('2023-01-06', { necessity: 'REQUIRED' }, minimalRules2023),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});

export const trafficManager = portRule({
  id: 'traffic-manager',
  title: 'Traffic Manager',
  consequence: 'Azure Traffic Manager cannot route clients among the regions of the instance.',
  remarks: [
    {
      text: 'The rule for client traffic, which opens port 443 to Internet, already allows Traffic Manager. This rule matters only if you limit clients to known addresses.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2023-11-29', {
      platforms: ['STV1', 'STV2'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'AzureTrafficManager',
      destination: 'VirtualNetwork',
      destinationPorts: ['443'],
      necessity: 'CONDITIONAL',
      requiredWhen: { text: 'the instance runs in more than one region', isMultiRegion: true },
      virtualNetworkTypes: ['EXTERNAL'],
      purpose: 'Traffic Manager routes clients among the regions of a multi-region instance.',
    }),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});
