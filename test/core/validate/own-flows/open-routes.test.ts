/** Own flows and ladders under routes that may not exist, that cannot be read, and to peers of unknown state. */

import { describe, expect, it } from 'vitest';
import type { InputRoute, LocationInput } from '../../../../core/deployment.ts';
import { readWhySubject } from '../../../../core/validate/why/subject.ts';
import { firewall, firewallAddress, network, networkRule } from '../../../support/firewalls.ts';
import { inputRoute, reportOn } from '../../../support/own-flows.ts';
import { peering } from '../../../support/peerings.ts';

const rules = [['all', 100, 'OUTBOUND', 'ALLOW', '*', '*', '*', '*']] as const;
const hub = { nextHopIpAddress: firewallAddress };
const perhaps = { isConditional: true };
const firewalls = [
  firewall([network('All', 'ALLOW', networkRule(['*'], ['*'], { sources: ['*'] }))]),
];

/** What becomes of a flow that must pass, of one that must not, and of the packet. */
function outcomesOf(to: string, hubRoutes: readonly InputRoute[], more: Partial<LocationInput>) {
  const set = { to: [to], ports: ['443'], protocol: 'TCP' as const };
  const report = reportOn(
    [
      { name: 'allow', reason: 'because', allow: [set] },
      { name: 'deny', reason: 'because', deny: [set] },
    ],
    { rules, firewalls, hubRoutes, ...more },
  );
  const subject = readWhySubject(`tcp 10.0.1.4 -> ${to}:443`);
  const [ladder] = report.ladders(subject);
  const [allow, deny] = report.ownFlows;
  return { allow, ladder, outcomes: [allow?.outcome, deny?.outcome, ladder?.outcome].join(' ') };
}

const open = 'UNDECIDED UNDECIDED UNKNOWN';
const passes = 'HOLDS BROKEN ALLOWED';
const dropped = 'BROKEN HOLDS DENIED';

describe('routes within the network', () => {
  const space = { virtualNetworkAddressPrefixes: ['10.0.0.0/16', '10.1.0.0/16'] };
  const [wide, narrow] = ['10.1.0.0/16', '10.1.0.0/24'];

  it.each<[about: string, routes: readonly InputRoute[], outcomes: string]>([
    ['one that drops', [inputRoute(wide, 'None')], dropped],
    ['one that may drop', [inputRoute(wide, 'None', perhaps)], open],
    [
      'one of two with one prefix, the firewall first',
      [
        inputRoute(wide, 'VirtualAppliance', { ...hub, ...perhaps }),
        inputRoute(wide, 'None', perhaps),
      ],
      open,
    ],
    [
      'one of two with one prefix, the firewall last',
      [
        inputRoute(wide, 'None', perhaps),
        inputRoute(wide, 'VirtualAppliance', { ...hub, ...perhaps }),
      ],
      open,
    ],
    [
      'one that may lead into the network instead',
      [inputRoute(wide, 'VnetLocal', perhaps), inputRoute(wide, 'None')],
      open,
    ],
    [
      'one that drops, and a longer one that may lead to the firewall',
      [inputRoute(wide, 'None'), inputRoute(narrow, 'VirtualAppliance', { ...hub, ...perhaps })],
      open,
    ],
    [
      'one to the firewall, and a longer one that may drop',
      [inputRoute(wide, 'VirtualAppliance', hub), inputRoute(narrow, 'None', perhaps)],
      open,
    ],
  ])('%s', (_, routes, outcomes) => {
    expect(outcomesOf('10.1.0.4', routes, space).outcomes).toBe(outcomes);
  });

  it('one that may drop does not matter under a longer one that exists', () => {
    const routes = [inputRoute(wide, 'None', perhaps), inputRoute(narrow, 'VirtualAppliance', hub)];
    expect(outcomesOf('10.1.0.4', routes, space).allow?.outcome).toBe('HOLDS');
  });
});

describe('a default route that drops', () => {
  const drop = [inputRoute('0.0.0.0/0', 'None')];

  it.each([
    ['a connected peer', {}, passes],
    ['a connected peer without access', { allowsAccess: false }, passes],
    ['a connected peer whose access is open', { allowsAccess: undefined }, passes],
    ['a peer of unknown state', { isConnected: undefined }, open],
    [
      'a peer of unknown state without access',
      { isConnected: undefined, allowsAccess: false },
      open,
    ],
    [
      'a peer of unknown state with public addresses',
      { isConnected: undefined, addressPrefixes: ['20.9.0.0/16'] },
      open,
    ],
    ['what no peer has', { addressPrefixes: ['20.8.0.0/16'], isConnected: undefined }, dropped],
  ])('to %s', (_, more, outcomes) => {
    const isPublic = 'addressPrefixes' in more;
    const peerings = [peering(more)];
    expect(outcomesOf(isPublic ? '20.9.0.4' : '10.1.0.4', drop, { peerings }).outcomes).toBe(
      outcomes,
    );
  });

  it.each([
    ['connected', {}],
    ['of this network', { mayBeOfOther: true as const }],
  ])('says that it depends on whether the peering is %s', (words, more) => {
    const open = { isConnected: undefined, addressPrefixes: ['20.9.0.0/16'], ...more };
    const { allow } = outcomesOf('20.9.0.4', drop, { peerings: [peering(open)] });
    expect(allow?.message).toContain(`whether the peering to-hub is ${words}`);
  });
});

it.each([
  ['alone', []],
  ['under one that drops', [inputRoute('203.0.113.0/24', 'None')]],
])('a route that cannot be read, %s', (_, routes) => {
  const unread = inputRoute('NewServiceTag', 'None');
  const { outcomes, ladder } = outcomesOf('203.0.113.4', [...routes, unread], {});
  expect(outcomes).toBe(open);
  expect(ladder?.notes).toContain('a route that cannot be read may send it elsewhere or drop it');
});
