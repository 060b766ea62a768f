/** Outbound traffic to Azure Event Hubs, from the port tables of the network reference. */

import { asBefore, portRule, referenceTiers, stated } from './define.ts';

export const eventHub = portRule({
  id: 'event-hub',
  title: 'Azure Event Hubs',
  consequence: 'Policies cannot log to Azure Event Hubs, and monitoring through Event Hubs stops.',
  feature: 'EVENT_HUB_LOGGING',
  remarks: [
    {
      text: 'The tag is EventHub; the table for stv1 prints the display name Azure Event Hubs, which a security rule does not accept.',
      since: '2023-01-06',
      until: '2023-11-29',
    },
    {
      text: "A rule may use the tag of the instance's region instead; additional locations then need the tag of the primary region, too.",
      since: '2021-08-06',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'EventHub',
      destinationPorts: ['5672'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Policies log to Azure Event Hubs; the monitoring agent sends there, too.',
    }),
    asBefore('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      destinationPorts: ['5671', '5672', '443'],
    }),
    asBefore('2023-01-06', {
      necessity: 'OPTIONAL',
      purpose:
        'Policies log to Azure Event Hubs; Azure Monitor on stv2 and the monitoring agent on stv1 send there, too.',
    }),
    asBefore('2025-06-17', {
      platforms: ['STV2'],
      purpose: 'Policies log to Azure Event Hubs; Azure Monitor sends there, too.',
    }),
  ],
});
