/** Outbound traffic to the SMTP relay, from the port tables of 2019 and 2021, the last that print it. */

import { cite } from '../cite.ts';
import type { PortRule } from '../model.ts';
import { portRule, referenceTiers, stated } from './define.ts';

/** The table of 2019 has one row per port, alike in everything else. */
function relayRow(id: string, port: string): PortRule {
  return portRule({
    id,
    title: `SMTP relay, port ${port}`,
    consequence: `The service cannot send e-mail through the relay on port ${port}.`,
    feature: 'EMAIL_NOTIFICATIONS',
    remarks: [
      {
        text: 'In 2021 one row has all three ports of the relay; the edition of January 2023 no longer has it.',
      },
    ],
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
  });
}

export const smtp = portRule({
  id: 'smtp',
  title: 'SMTP relay',
  consequence: 'The service cannot send e-mail through the relay.',
  feature: 'EMAIL_NOTIFICATIONS',
  remarks: [
    {
      text: 'One row instead of the three of 2019. The edition of January 2023 no longer has it, but texts on forced tunneling still name the relay.',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated(
      '2021-08-06',
      {
        platforms: ['STV1', 'STV2'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'Internet',
        destinationPorts: ['25', '587', '25028'],
        necessity: 'RECOMMENDED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The service sends e-mail through the SMTP relay.',
      },
      cite('vnet-reference-2021-08-06', 'SMTP relay'),
    ),
  ],
});

export const smtp25 = relayRow('smtp-25', '25');
export const smtp587 = relayRow('smtp-587', '587');
export const smtp25028 = relayRow('smtp-25028', '25028');
