/** Own flows with prefixes of user-defined routes, which VirtualNetwork may hold and Internet no longer. */

import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../support/compared-networks.ts';
import { judgedFlow, type OwnNetwork, type Promised } from '../../../support/own-flows.ts';

type Row = readonly [about: string, network: OwnNetwork, outcome: string, message: string];

const partner: Rule = ['partner', 130, 'INBOUND', 'ALLOW', 'Tcp', '203.0.113.0/24', '*', '443'];
const denyInternet: Rule = ['no-internet', 110, 'INBOUND', 'DENY', '*', 'Internet', '*', '*'];
const routeTo = (addressPrefix: string, nextHopType = 'VirtualNetworkGateway') => ({
  routeTable: { routes: [{ name: 'route', addressPrefix, nextHopType }] },
});

const promises: readonly (readonly [name: string, promised: Promised, rows: readonly Row[]])[] = [
  [
    'a partner is kept out by a rule for Internet',
    { deny: [{ from: ['203.0.113.0/24'], ports: ['443'], protocol: 'TCP' }] },
    [
      ['without routes', { rules: [denyInternet, partner] }, 'HOLDS', 'nothing of it passes'],
      [
        'with a default route, which takes nothing from Internet',
        { rules: [denyInternet, partner], ...routeTo('0.0.0.0/0') },
        'HOLDS',
        'nothing of it passes',
      ],
      [
        'with a route to half of it, which Internet may no longer hold',
        { rules: [denyInternet, partner], ...routeTo('203.0.113.0/25') },
        'UNDECIDED',
        'inbound TCP 443 from 203.0.113.0/25 may pass by rule no-internet (priority 110) and rule partner (priority 130), for example 203.0.113.10:50000 -> 10.0.1.4:443 tcp; it depends on whether Internet contains the far address',
      ],
      [
        'with a route to half of it on the Internet',
        { rules: [denyInternet, partner], ...routeTo('203.0.113.0/25', 'Internet') },
        'HOLDS',
        'nothing of it passes',
      ],
      [
        'with a route to a tag that does not hold it',
        { rules: [denyInternet, partner], ...routeTo('AzureKeyVault') },
        'HOLDS',
        'nothing of it passes',
      ],
      [
        'with a route to a tag of unknown prefixes',
        { rules: [denyInternet, partner], ...routeTo('AzureKeyVault'), hasWeeklyFile: false },
        'UNDECIDED',
        'inbound TCP 443 from 203.0.113.0/24 may pass by rule no-internet (priority 110) and rule partner (priority 130), for example 203.0.113.10:50000 -> 10.0.1.4:443 tcp; it depends on whether Internet contains the far address',
      ],
      [
        'with a route to an unknown prefix',
        { rules: [denyInternet, partner], ...routeTo("[parameters('prefix')]") },
        'UNDECIDED',
        'inbound TCP 443 from 203.0.113.0/24 may pass by rule no-internet (priority 110) and rule partner (priority 130), for example 203.0.113.10:50000 -> 10.0.1.4:443 tcp; it depends on whether Internet contains the far address',
      ],
    ],
  ],
  [
    'a backend on the Internet is reached',
    { allow: [{ to: ['203.0.113.0/24'], ports: ['443'], protocol: 'TCP' }] },
    [
      [
        'by the default rules with a route, whichever of their tags holds it',
        { rules: [], ...routeTo('203.0.113.0/25', 'VnetLocal') },
        'HOLDS',
        'all of it passes',
      ],
      [
        'by a rule for Internet with a route to half of it',
        {
          rules: [
            ['web', 100, 'OUTBOUND', 'ALLOW', 'Tcp', '*', 'Internet', '443'],
            ['no-web', 200, 'OUTBOUND', 'DENY', 'Tcp', '*', '*', '443'],
          ],
          ...routeTo('203.0.113.0/25', 'VnetLocal'),
        },
        'UNDECIDED',
        'outbound TCP 443 to 203.0.113.0/25 may be denied by rule web (priority 100) and rule no-web (priority 200), for example 10.0.1.4:50000 -> 203.0.113.10:443 tcp; it depends on whether Internet contains the far address',
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
