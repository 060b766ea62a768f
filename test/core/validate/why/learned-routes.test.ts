/** Ladders of packets where a gateway may bring a default route, which the input does not contain. */

import { expect, it } from 'vitest';
import type { LocationInput } from '../../../../core/deployment.ts';
import { readWhySubject } from '../../../../core/validate/why/subject.ts';
import { reportOn } from '../../../support/own-flows.ts';
import { gateway, peering, routeTable } from '../../../support/peerings.ts';

const note =
  'then the gateway of hub that the peering to-hub uses may bring a default route, and the input does not say what is behind it';
const endpoint = {
  subnet: { addressPrefix: '10.0.1.0/27', serviceEndpoints: ['Microsoft.Sql'] },
};

it.each<[about: string, packet: string, location: Partial<LocationInput>, outcome: string]>([
  ['an address', 'tcp 10.0.1.4 -> 203.0.113.9:443', {}, 'UNKNOWN'],
  ['the Internet', 'tcp subnet -> Internet:443', {}, 'UNKNOWN'],
  ['a tag', 'tcp subnet -> Sql:1433', {}, 'UNKNOWN'],
  ['a route for the tag', 'tcp subnet -> Sql:1433', routeTable([['Sql', 'Internet']]), 'ALLOWED'],
  ['an endpoint in the region', 'tcp subnet -> Sql.WestEurope:1433', endpoint, 'ALLOWED'],
  ['an endpoint for other regions', 'tcp subnet -> Sql:1433', endpoint, 'UNKNOWN'],
  ['the network', 'tcp 10.0.1.4 -> 10.0.2.4:443', {}, 'ALLOWED'],
  ['the network by its tag', 'tcp subnet -> VirtualNetwork:443', {}, 'ALLOWED'],
  ['a peer', 'tcp 10.0.1.4 -> 10.1.2.4:443', { peerings: [peering()] }, 'ALLOWED'],
  [
    'a default route of the owner',
    'tcp 10.0.1.4 -> 203.0.113.9:443',
    routeTable([['0.0.0.0/0', 'Internet']]),
    'ALLOWED',
  ],
  [
    'a route of the owner to the address',
    'tcp 10.0.1.4 -> 203.0.113.9:443',
    routeTable([['203.0.113.9/32', 'Internet']]),
    'ALLOWED',
  ],
  [
    'a route of the owner that drops it',
    'tcp 10.0.1.4 -> 203.0.113.9:443',
    routeTable([['203.0.113.0/24', 'None']]),
    'DENIED',
  ],
  [
    'a table that keeps routes of gateways out',
    'tcp 10.0.1.4 -> 203.0.113.9:443',
    { routeTable: { document: { routes: [], disableBgpRoutePropagation: true } } },
    'ALLOWED',
  ],
  ['packets into the subnet', 'udp 10.0.2.4 -> 10.0.1.4:4290', {}, 'ALLOWED'],
])('%s: %s', (_, packet, location, outcome) => {
  for (const hasWeeklyFile of [true, false]) {
    const network = { rules: [], hasWeeklyFile, routeSources: [gateway], ...location };
    const [ladder] = reportOn([], network).ladders(readWhySubject(packet));
    expect(ladder?.outcome).toBe(outcome);
    expect(ladder?.notes.includes(note)).toBe(outcome === 'UNKNOWN');
    if (outcome === 'UNKNOWN') expect(ladder?.decidedBy).toBeNull();
  }
});
