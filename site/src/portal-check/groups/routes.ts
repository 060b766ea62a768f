/** Groups with the documented rules, and a route table. */

import { type GroupRoute, group, type Theme } from '../group.ts';

const route = (
  name: string,
  addressPrefix: string,
  nextHopType: GroupRoute['nextHopType'],
): GroupRoute => ({ name, addressPrefix, nextHopType });

export const routes: Theme = {
  id: 'routes',
  title: 'Routes',
  about:
    'The longest prefix that matches decides. The published code looks for the text 0.0.0.0/0 and warns about it.',
  groups: [
    group('drop-everything', 'A default route to nowhere', {
      routes: [route('default', '0.0.0.0/0', 'None')],
    }),
    group('drop-two-halves', '0.0.0.0/1 and 128.0.0.0/1 to nowhere', {
      routes: [route('low', '0.0.0.0/1', 'None'), route('high', '128.0.0.0/1', 'None')],
    }),
    group('drop-a-large-prefix', '20.0.0.0/6 to nowhere', {
      routes: [route('no-20', '20.0.0.0/6', 'None')],
    }),
    group('drop-storage', 'Storage.WestEurope to nowhere', {
      routes: [route('no-storage', 'Storage.WestEurope', 'None')],
    }),
    group('default-route-to-the-internet', 'A default route to the internet, as without a route', {
      routes: [route('default', '0.0.0.0/0', 'Internet')],
    }),
    group('drop-private', '192.168.0.0/16 to nowhere', {
      routes: [route('no-home', '192.168.0.0/16', 'None')],
    }),
  ],
};
