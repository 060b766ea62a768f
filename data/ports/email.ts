/** Outbound traffic to the SMTP relay, from the port table of 2019, the only edition here that prints it. */

import { cite } from '../cite.ts';
import type { PortRule } from '../model.ts';
import { referenceTiers, stated } from './define.ts';

/** The table has one row per port, alike in everything else. */
function relayRow(id: string, port: string): PortRule {
  return {
    id,
    title: `SMTP relay, port ${port}`,
    consequence: `The service cannot hand e-mail to the relay on port ${port}.`,
    feature: 'EMAIL_NOTIFICATIONS',
    remark: 'Gone from the table by January 2023.',
    tiers: referenceTiers,
    statements: [
      stated(
        '2019-09-09',
        {
          platforms: ['STV1'],
          directions: ['OUTBOUND'],
          protocol: 'TCP',
          source: 'VirtualNetwork',
          destination: 'Internet',
          destinationPorts: [port],
          necessity: 'RECOMMENDED',
          virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
          purpose: 'The service sends e-mail through the SMTP relay.',
        },
        cite('vnet-reference-2019-09-09', 'SMTP Relay'),
      ),
    ],
  };
}

export const smtp25 = relayRow('smtp-25', '25');
export const smtp587 = relayRow('smtp-587', '587');
export const smtp25028 = relayRow('smtp-25028', '25028');
