/** What becomes of an own flow: the usual promises, each in networks that keep it, break it, or leave it open. */

import { describe, expect, it } from 'vitest';
import { denyOutbound, documented, type Rule } from '../../../support/compared-networks.ts';
import { judgedFlow, type OwnNetwork, type Promised } from '../../../support/own-flows.ts';

type Row = readonly [about: string, network: OwnNetwork, outcome: string, message: string];

const frontDoor: Rule = [
  'frontDoor',
  120,
  'INBOUND',
  'ALLOW',
  'Tcp',
  'AzureFrontDoor.Backend',
  'VirtualNetwork',
  '443',
];
const management = documented.slice(0, 2);
const partner: Rule = ['partner', 130, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/24', '*', '443'];
const ssh: Rule = ['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/24', '*', '22'];
const denyInbound: Rule = ['denyAll', 4096, 'INBOUND', 'DENY', '*', '*', '*', '*'];
const zeroTrust: readonly Rule[] = [
  ['https', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '10.0.1.0/27', '10.0.2.0/24', '443'],
  denyOutbound,
];

const promises: readonly (readonly [name: string, promised: Promised, rows: readonly Row[]])[] = [
  [
    'only Front Door may reach 443 from the Internet',
    {
      only: [{ from: ['AzureFrontDoor.Backend'], ports: ['443'] }],
      of: [{ from: ['Internet'], ports: ['443'] }],
    },
    [
      ['only it is allowed', { rules: [...management, frontDoor] }, 'HOLDS', 'nothing else passes'],
      [
        'so is everybody',
        { rules: documented },
        'BROKEN',
        'inbound TCP 443 from Internet without AzureFrontDoor.Backend passes by rule clients (priority 120), for example 203.0.113.10:50000 -> 10.0.1.4:443 tcp',
      ],
      [
        'so is a partner',
        { rules: [frontDoor, partner] },
        'BROKEN',
        'inbound TCP 443 from 203.0.113.0/24 passes by rule partner (priority 130), for example 203.0.113.10:50000 -> 10.0.1.4:443 tcp',
      ],
      [
        'so is the partner, who may be Front Door for all that is known',
        { rules: [frontDoor, partner], hasWeeklyFile: false },
        'UNDECIDED',
        'inbound TCP 443 from 203.0.113.0/24 may pass by rule partner (priority 130), for example 203.0.113.10:50000 -> 10.0.1.4:443 tcp; it depends on whether AzureFrontDoor.Backend contains the far address',
      ],
    ],
  ],
  [
    'only Front Door, the network and the probe may reach 443',
    {
      only: [{ from: ['AzureFrontDoor.Backend', 'VirtualNetwork', 'AzureLoadBalancer'] }],
      of: [{ from: ['*'], ports: ['443'] }],
    },
    [
      ['by tags', { rules: [...management, frontDoor] }, 'HOLDS', 'nothing else passes'],
      [
        'and a private address that may be in a peer of the network',
        { rules: [frontDoor, ['old', 140, 'INBOUND', 'ALLOW', '*', '10.9.0.0/16', '*', '443']] },
        'UNDECIDED',
        'inbound traffic 443 from 10.9.0.0/16 may pass by rule old (priority 140), for example 10.9.0.0:50000 -> 10.0.1.4:443 tcp; it depends on whether VirtualNetwork contains the far address',
      ],
    ],
  ],
  [
    'nothing from the Internet but 443',
    { only: [{ from: ['Internet'], ports: ['443'] }], of: [{ from: ['Internet'] }] },
    [
      [
        'all else is denied by default',
        { rules: [frontDoor, partner] },
        'HOLDS',
        'nothing else passes',
      ],
      [
        '80 is open, and 22 and management',
        { rules: [...documented, ssh] },
        'BROKEN',
        'inbound TCP 3443 from ApiManagement passes by rule management (priority 100), for example 4.198.207.152:50000 -> 10.0.1.4:3443 tcp; inbound TCP 80 from Internet passes by rule clients (priority 120), for example 203.0.113.10:50000 -> 10.0.1.4:80 tcp; inbound TCP 22 from 203.0.113.0/24 passes by rule ssh (priority 200), for example 203.0.113.10:50000 -> 10.0.1.4:22 tcp',
      ],
      [
        'a denial before it closes 22 again',
        {
          rules: [['no-ssh', 150, 'INBOUND', 'DENY', '*', 'Internet', '*', '22'], frontDoor, ssh],
        },
        'HOLDS',
        'nothing else passes',
      ],
      [
        'a value is not known',
        {
          rules: [['ssh', 200, 'INBOUND', 'ALLOW', 'Tcp', "[parameters('a')]", '*', '22']],
        },
        'UNDECIDED',
        "inbound TCP 22 from Internet may pass by rule ssh (priority 200) and the default rule DenyAllInBound (priority 65500), for example 203.0.113.10:50000 -> 10.0.1.4:22 tcp; it depends on the value of [parameters('a')] at the far end",
      ],
    ],
  ],
  [
    'the backend subnet is reached on 8443',
    { allow: [{ to: ['10.0.2.0/24'], ports: ['8443'], protocol: 'TCP' }] },
    [
      ['by default', { rules: documented }, 'HOLDS', 'all of it passes'],
      [
        'not where all is denied',
        { rules: [denyOutbound] },
        'BROKEN',
        'outbound TCP 8443 to 10.0.2.0/24 is denied by rule deny (priority 4000), for example 10.0.1.4:50000 -> 10.0.2.0:8443 tcp',
      ],
      [
        'in half',
        {
          rules: [
            ['half', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', '10.0.2.0/25', '8443'],
            denyOutbound,
          ],
        },
        'BROKEN',
        'outbound TCP 8443 to 10.0.2.128/25 is denied by rule deny (priority 4000), for example 10.0.1.4:50000 -> 10.0.2.128:8443 tcp',
      ],
      [
        'from the ports of clients alone',
        {
          rules: [
            ['all', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', '10.0.2.0/24', '8443'],
            denyOutbound,
          ],
        },
        'HOLDS',
        'all of it passes',
      ],
    ],
  ],
  [
    'a backend outside of the network is reached',
    { allow: [{ to: ['10.20.2.0/24'], ports: ['8443'] }] },
    [
      [
        'if it is in a peer',
        { rules: documented },
        'UNDECIDED',
        'outbound TCP and UDP 8443 to 10.20.2.0/24 may be denied by the default rule AllowVnetOutBound (priority 65000) and the default rule DenyAllOutBound (priority 65500), for example 10.0.1.4:50000 -> 10.20.2.0:8443 tcp; it depends on whether VirtualNetwork contains the far address',
      ],
      [
        'TCP alone is allowed',
        {
          rules: [
            ['tcp', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', '10.20.2.0/24', '8443'],
            denyOutbound,
          ],
        },
        'BROKEN',
        'outbound UDP 8443 to 10.20.2.0/24 is denied by rule deny (priority 4000), for example 10.0.1.4:50000 -> 10.20.2.0:8443 udp',
      ],
    ],
  ],
  [
    'management only from ApiManagement',
    {
      only: [{ from: ['ApiManagement'], ports: ['3443'], protocol: 'TCP' }],
      of: [{ from: ['Internet'], ports: ['3443'] }],
    },
    [
      ['as documented', { rules: documented }, 'HOLDS', 'nothing else passes'],
      [
        'from everywhere',
        { rules: [['open', 100, 'INBOUND', 'ALLOW', 'Tcp', 'Internet', '*', '3443']] },
        'BROKEN',
        'inbound TCP 3443 from Internet without ApiManagement passes by rule open (priority 100), for example 203.0.113.10:50000 -> 10.0.1.4:3443 tcp',
      ],
    ],
  ],
  // The case of https://github.com/batfish/batfish/issues/4147, as security rules: one port, and a denial of the rest.
  [
    'nothing goes out but HTTPS to the servers',
    { only: [{ to: ['10.0.2.0/24'], ports: ['443'], protocol: 'TCP' }] },
    [
      ['zero trust', { rules: zeroTrust }, 'HOLDS', 'nothing else passes'],
      [
        'a port that nobody tests by itself',
        {
          rules: [
            ['exception', 110, 'OUTBOUND', 'ALLOW', 'Tcp', '10.0.1.0/27', '10.0.2.0/24', '36537'],
            ...zeroTrust,
          ],
        },
        'BROKEN',
        'outbound TCP 36537 to 10.0.2.0/24 passes by rule exception (priority 110), for example 10.0.1.4:50000 -> 10.0.2.0:36537 tcp',
      ],
    ],
  ],
  [
    'a server is reached by HTTPS',
    { allow: [{ to: ['10.0.2.1'], ports: ['443'], protocol: 'TCP' }] },
    [['zero trust', { rules: zeroTrust }, 'HOLDS', 'all of it passes']],
  ],
  [
    'a partner stays out',
    { deny: [{ from: ['203.0.113.0/24'] }] },
    [
      ['by the default rules', { rules: management }, 'HOLDS', 'nothing of it passes'],
      [
        'unless a route to it makes it a part of VirtualNetwork, as Azure documents',
        {
          rules: management,
          routeTable: {
            routes: [
              {
                name: 'partner',
                addressPrefix: '203.0.113.0/25',
                nextHopType: 'VirtualAppliance',
                nextHopIpAddress: '10.0.0.4',
              },
            ],
          },
        },
        'UNDECIDED',
        'inbound traffic on any port from 203.0.113.0/25 may pass by the default rule AllowVnetInBound (priority 65000) and the default rule DenyAllInBound (priority 65500), for example 203.0.113.10:50000 -> 10.0.1.4:0 tcp; it depends on whether VirtualNetwork contains the far address',
      ],
      [
        'by a rule before that one',
        {
          rules: [...management, denyInbound],
          routeTable: {
            routes: [{ name: 'all', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
          },
        },
        'HOLDS',
        'nothing of it passes',
      ],
    ],
  ],
  // A list of accepted flows: whatever is not in it is reviewed.
  [
    'nothing comes in but what was reviewed',
    {
      only: [
        { from: ['ApiManagement'], ports: ['3443'], protocol: 'TCP' },
        { from: ['Internet'], ports: ['443'], protocol: 'TCP' },
        { from: ['VirtualNetwork', 'AzureLoadBalancer'] },
      ],
    },
    [
      [
        'the list is kept',
        { rules: [...management, frontDoor, partner] },
        'HOLDS',
        'nothing else passes',
      ],
      [
        'a port was added',
        { rules: [...management, frontDoor, ssh] },
        'BROKEN',
        'inbound TCP 22 from 203.0.113.0/24 passes by rule ssh (priority 200), for example 203.0.113.10:50000 -> 10.0.1.4:22 tcp',
      ],
    ],
  ],
  [
    'nothing comes in by 22',
    { deny: [{ from: ['*'], ports: ['22'] }] },
    [
      ['with a denial of all', { rules: [denyInbound] }, 'HOLDS', 'nothing of it passes'],
      [
        'with a rule that cannot be read before it',
        {
          rules: [['new', 100, 'INBOUND', 'ALLOW', 'NewServiceTag', '*', '*', '22'], denyInbound],
        },
        'UNDECIDED',
        'what is not read may change it: rule "new"',
      ],
      [
        'without a group on stv1',
        { platform: 'STV1' },
        'BROKEN',
        'inbound traffic 22 from any address passes because the subnet has no security group, for example 203.0.113.10:50000 -> 10.0.1.4:22 tcp',
      ],
      [
        'without a group on stv2, whose load balancer is closed to the Internet',
        {},
        'BROKEN',
        'inbound traffic 22 from 10.0.0.0/16 passes because the subnet has no security group, for example 10.0.0.0:50000 -> 10.0.1.4:22 tcp',
      ],
    ],
  ],
];

describe.each(promises)('%s', (_, promised, rows) => {
  it.each(rows)('%s', (_about, network, outcome, message) => {
    const result = judgedFlow(promised, network);
    expect([result.outcome, result.message]).toEqual([outcome, message]);
  });
});
