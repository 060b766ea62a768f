/** Own flows that must leave the subnet, under routes that drop them or send them through a firewall. */

import { describe, expect, it } from 'vitest';
import type { RouteFields } from '../../../../core/deployment.ts';
import { judgedFlow, type Promised } from '../../../support/own-flows.ts';

const route = (addressPrefix: string, nextHopType: string): RouteFields => ({
  name: 'way',
  addressPrefix,
  nextHopType,
  ...(nextHopType === 'VirtualAppliance' && { nextHopIpAddress: '10.0.0.4' }),
});
const to = (far: string): Promised => ({
  allow: [{ to: [far], ports: ['8443'], protocol: 'TCP' }],
});
const rules = [
  ['all', 100, 'OUTBOUND', 'ALLOW', '*', '*', ['10.0.0.0/8', '203.0.113.0/24'], '*'],
] as const;

describe('what routes do to a flow that must pass', () => {
  it.each([
    [
      'no route takes it',
      '203.0.113.0/24',
      route('192.168.0.0/16', 'None'),
      'HOLDS',
      'all of it passes',
    ],
    [
      'a default route drops it',
      '203.0.113.0/24',
      route('0.0.0.0/0', 'None'),
      'BROKEN',
      'outbound TCP 8443 to 203.0.113.0/24 is dropped by route "way" (0.0.0.0/0 to None), for example 10.0.1.4:50000 -> 203.0.113.10:8443 tcp',
    ],
    [
      'a route drops half of it',
      '203.0.113.0/24',
      route('203.0.113.0/25', 'None'),
      'BROKEN',
      'outbound TCP 8443 to 203.0.113.0/25 is dropped by route "way" (203.0.113.0/25 to None), for example 10.0.1.4:50000 -> 203.0.113.10:8443 tcp',
    ],
    [
      'a firewall has it',
      '203.0.113.0/24',
      route('0.0.0.0/0', 'VirtualAppliance'),
      'UNDECIDED',
      'outbound TCP 8443 to 203.0.113.0/24 may be dropped by what is behind route "way" (0.0.0.0/0 to VirtualAppliance 10.0.0.4), for example 10.0.1.4:50000 -> 203.0.113.10:8443 tcp; it depends on what the appliance at 10.0.0.4 lets pass',
    ],
    [
      'a default route does not drop what is in the network',
      '10.0.2.0/24',
      route('0.0.0.0/0', 'None'),
      'HOLDS',
      'all of it passes',
    ],
    [
      'a route within the network does',
      '10.0.2.0/24',
      route('10.0.2.0/24', 'None'),
      'BROKEN',
      'outbound TCP 8443 to 10.0.2.0/24 is dropped by route "way" (10.0.2.0/24 to None), for example 10.0.1.4:50000 -> 10.0.2.0:8443 tcp',
    ],
    [
      'a route within the network does, to all of the network, too',
      'VirtualNetwork',
      route('10.0.2.0/24', 'None'),
      'BROKEN',
      'outbound TCP 8443 to 10.0.2.0/24 is dropped by route "way" (10.0.2.0/24 to None), for example 10.0.1.4:50000 -> 10.0.2.0:8443 tcp',
    ],
    [
      'a route that cannot be read',
      '203.0.113.0/24',
      route('NewServiceTag', 'None'),
      'UNDECIDED',
      'outbound TCP 8443 to 203.0.113.0/24 may be dropped by a route that cannot be read, for example 10.0.1.4:50000 -> 203.0.113.10:8443 tcp; it depends on a route that cannot be read',
    ],
    [
      'a firewall between subnets',
      '10.0.2.0/24',
      route('10.0.0.0/16', 'VirtualAppliance'),
      'UNDECIDED',
      'outbound TCP 8443 to 10.0.2.0/24 may be dropped by what is behind route "way" (10.0.0.0/16 to VirtualAppliance 10.0.0.4), for example 10.0.1.4:50000 -> 10.0.2.0:8443 tcp; it depends on what the appliance at 10.0.0.4 lets pass',
    ],
    [
      'a default route drops a private address unless it is in a peer',
      '10.20.0.0/24',
      route('0.0.0.0/0', 'None'),
      'UNDECIDED',
      'outbound TCP 8443 to 10.20.0.0/24 may be dropped by route "way" (0.0.0.0/0 to None), for example 10.0.1.4:50000 -> 10.20.0.0:8443 tcp; it depends on whether VirtualNetwork contains the far address',
    ],
    [
      'a default route takes nothing of the network and its peers, whose routes are longer',
      'VirtualNetwork',
      route('0.0.0.0/0', 'None'),
      'HOLDS',
      'all of it passes',
    ],
    [
      'a route to private addresses elsewhere may be to a peer',
      'VirtualNetwork',
      route('10.20.0.0/16', 'None'),
      'UNDECIDED',
      'outbound TCP 8443 to 10.20.0.0/16 may be dropped by route "way" (10.20.0.0/16 to None), for example 10.0.1.4:50000 -> 10.20.0.0:8443 tcp; it depends on whether route "way" (10.20.0.0/16 to None) takes the far address and whether VirtualNetwork contains the far address',
    ],
  ])('%s', (_, far, way, outcome, message) => {
    const result = judgedFlow(to(far), { rules, routeTable: { routes: [way] } });
    expect([result.outcome, result.message]).toEqual([outcome, message]);
  });

  it.each([
    ['within one prefix of the network', '10.1.0.0/16', 'BROKEN'],
    ['over two prefixes, whose own routes are longer', '10.0.0.0/15', 'HOLDS'],
  ])('a route %s', (_, prefix, outcome) => {
    const result = judgedFlow(to('10.1.2.0/24'), {
      rules,
      virtualNetworkAddressPrefixes: ['10.0.0.0/16', '10.1.0.0/16'],
      routeTable: { routes: [route(prefix, 'None')] },
    });
    expect(result.outcome).toBe(outcome);
  });

  it('may be to drop it, where the next hop is a value that is not known', () => {
    const document = [route('0.0.0.0/0', "[parameters('hop')]")];
    const { outcome, message } = judgedFlow(to('203.0.113.0/24'), {
      rules,
      routeTable: { document },
    });
    expect([outcome, message]).toEqual([
      'UNDECIDED',
      'outbound TCP 8443 to 203.0.113.0/24 may be dropped by route "way" (0.0.0.0/0 to an unknown next hop), for example 10.0.1.4:50000 -> 203.0.113.10:8443 tcp; it depends on the next hop of route "way" (0.0.0.0/0 to an unknown next hop)',
    ]);
  });

  it('names the dropped packets and the route', () => {
    const { broken } = judgedFlow(to('203.0.113.0/24'), {
      rules,
      routeTable: { routes: [route('0.0.0.0/0', 'None')] },
    });
    expect(broken).toMatchObject([
      {
        protocols: ['TCP'],
        sourcePrefixes: ['10.0.1.0/27'],
        destinationPrefixes: ['203.0.113.0/24'],
        destinationPorts: ['8443'],
        example: '10.0.1.4:50000 -> 203.0.113.10:8443 tcp',
        decidedBefore: ['way'],
        decidedAfter: [],
      },
    ]);
  });

  it.each<[about: string, promised: Promised, hop: string, outcome: string]>([
    ['deny holds where a route drops it', { deny: [{ to: ['203.0.113.0/24'] }] }, 'None', 'HOLDS'],
    [
      'deny is open where an appliance decides',
      { deny: [{ to: ['203.0.113.0/24'] }] },
      'VirtualAppliance',
      'UNDECIDED',
    ],
    [
      'deny is broken where the Internet is the next hop',
      { deny: [{ to: ['203.0.113.0/24'] }] },
      'Internet',
      'BROKEN',
    ],
    [
      'only holds where a route drops what else the group lets out',
      { only: [{ to: ['10.0.0.0/8'] }], of: [{ to: ['Internet'] }] },
      'None',
      'HOLDS',
    ],
    [
      'only is broken by what no route drops',
      { only: [{ to: ['10.0.0.0/8'] }], of: [{ to: ['Internet'] }] },
      'Internet',
      'BROKEN',
    ],
  ])('%s', (_, promised, hop, outcome) => {
    const routeTable = { routes: [route('0.0.0.0/0', hop)] };
    expect(judgedFlow(promised, { rules, routeTable }).outcome).toBe(outcome);
  });

  it('a service tag without known prefixes may be dropped', () => {
    const { outcome, message } = judgedFlow(to('Storage'), {
      rules: [],
      hasWeeklyFile: false,
      routeTable: { routes: [route('20.0.0.0/8', 'None')] },
    });
    expect([outcome, message]).toEqual([
      'UNDECIDED',
      'outbound TCP 8443 to 20.0.0.0/8 may be dropped by route "way" (20.0.0.0/8 to None), for example 10.0.1.4:50000 -> 20.0.0.0:8443 tcp; it depends on whether Storage contains the far address',
    ]);
  });
});

describe('what is not judged', () => {
  it.each([
    [
      'a group that is elsewhere',
      { allow: [{ from: ['Internet'] }] },
      { networkSecurityGroupElsewhere: '/subscriptions/1/nsg' },
      'it was not judged: the security group is not in the input',
    ],
    [
      'inbound traffic with integration',
      { deny: [{ from: ['Internet'] }] },
      { tier: 'STANDARD_V2', rules: [] },
      'it was not judged: with virtual network integration inbound traffic does not come through the subnet',
    ],
    [
      'an instance outside of a network',
      { deny: [{ from: ['Internet'] }] },
      { virtualNetworkType: 'NONE', rules: [] },
      'it was not judged: the instance is in no virtual network',
    ],
  ] as const)('%s', (_, promised, network, message) => {
    const result = judgedFlow(promised, network);
    expect([result.outcome, result.message]).toEqual(['UNDECIDED', message]);
  });
});
