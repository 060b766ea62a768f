/** Ports and protocols of single rules: slips that must be found, and odd choices that are right. */

import { describe, expect, it } from 'vitest';
import { slipOf } from '../../../../core/validate/checks/kit/documented-port.ts';
import { inbound, outbound } from '../../../../core/validate/checks/kit/example.ts';
import {
  denyInternet,
  external,
  from,
  fromPorts,
  messagesOf,
  table,
  to,
  udp,
} from '../../../support/table.ts';

table(
  'port-typo',
  {
    'WARNING /0/destinationPortRanges': [
      ['the wrong digit of a pair doubled', to('Sql', '1443')],
      ['neighbors swapped', to('Sql', '1343')],
      ['a slip beside a right port', to('AzureMonitor', ['443', '1868'])],
      ['a part of the tag for a region', to('Sql.WestEurope', '1443')],
      ['443 with the wrong digit doubled', to('AzureKeyVault', '433')],
      ['443 with a digit typed twice', to('AzureKeyVault', '4433')],
      ['443 with a digit too few', to('Storage', '43')],
      ['1000 for the external cache', to('VirtualNetwork', '1000')],
      ['any protocol', to('EventHub', '5761', { protocol: '*' })],
      ['any destination', to('*', '1443')],
      ['all of Azure', to('AzureCloud', '434')],
      ['the management endpoint', from('ApiManagement', '3433')],
      ['the probe', from('AzureLoadBalancer', '6930')],
      ['clients', from('Internet', '433'), external],
      ['a rule from the subnet', to('Sql', '1443', { sourceAddressPrefixes: ['10.0.1.0/24'] })],
    ],
  },
  [
    ['the documented port', to('Sql', '1433')],
    ['the documented port beside the slip', to('Sql', ['1433', '1443'])],
    ['ports that older editions have', [...to('Storage', '445'), ...to('VirtualNetwork', '6380')]],
    ['a port that a list of endpoints has', to('AzureMonitor', '12000')],
    ['a browser service of SQL', to('Sql', '1434')],
    ['the redirect range of SQL', to('Sql', '11000-11999')],
    ['another protocol of Event Hubs', to('EventHub', '9093')],
    ['a usual port for clients', from('Internet', ['8443', '4443']), external],
    ['backends on ports of their own', to('VirtualNetwork', ['8443', '4443', '8080', '6379'])],
    ['backends on the internet', to('Internet', ['8443', '4433', '8080', '22'])],
    ['ports of the network, on the internet', to('Internet', '1000')],
    ['a documented port of another tag', from('ApiManagement', '443')],
    ['a rule that denies', [outbound('Rule', 200, 'DENY', 'Sql', '1443')]],
    ['the other direction', from('Sql', '1443')],
    ['the other protocol', to('Sql', '1443', udp)],
    ['another subnet', to('Sql', '1443', { sourceAddressPrefixes: ['10.0.2.0/24'] })],
  ],
);

table(
  'protocol-mismatch',
  {
    'WARNING /0/protocol': [
      ['counters over TCP', to('VirtualNetwork', '4290')],
      ['counters over TCP, inbound', from('VirtualNetwork', '4290')],
      ['counters over TCP from the subnet', from('10.0.1.0/24', '4290')],
      ['counters over TCP from anywhere', from('*', '4290')],
      ['counters among other ports', from('VirtualNetwork', ['443', '4290'])],
      ['Sql over UDP', to('Sql', '1433', udp)],
      ['a part of Sql over UDP', to('Sql.WestEurope', '1433', udp)],
      ['the internal cache over UDP', to('VirtualNetwork', ['6381', '6382', '6383'], udp)],
      ['the management endpoint by Icmp', from('ApiManagement', '3443', { protocol: 'Icmp' })],
    ],
  },
  [
    ['counters over UDP', to('VirtualNetwork', '4290', udp)],
    ['counters over any protocol', to('VirtualNetwork', '4290', { protocol: '*' })],
    ['all ports of the network', to('VirtualNetwork', '*')],
    ['HTTP over UDP to the internet', to('Internet', '443', udp)],
    ['name resolution', to('VirtualNetwork', '53', udp)],
    [
      'TCP beside UDP',
      [
        ...to('VirtualNetwork', '4290'),
        outbound('Udp', 210, 'ALLOW', 'VirtualNetwork', '4290', udp),
      ],
    ],
    ['a rule that denies', [outbound('Rule', 200, 'DENY', 'Sql', '1433', udp)]],
  ],
);

table(
  'source-port-restricted',
  {
    'WARNING /0/sourcePortRanges': [
      ['the port of the service', to('*', '443', fromPorts('443'))],
      ['ports below 1024', to('Storage', '443', fromPorts('0-1023'))],
      ['one high port', from('*', '6390', fromPorts('6390'))],
      ['a part of the high ports', to('Storage', '443', fromPorts('49152-65535'))],
      ['any protocol', to('Storage', '443', { ...fromPorts('443'), protocol: '*' })],
    ],
  },
  [
    ['any source port', to('Storage', '443')],
    ['all high ports', to('Storage', '443', fromPorts('1024-65535'))],
    ['all ports in two ranges', to('Storage', '443', fromPorts('0-1023', '1024-65535'))],
    [
      'a time service, which sends from its own port',
      to('*', '123', { ...udp, ...fromPorts('123') }),
    ],
    ['a rule that denies', [outbound('Rule', 200, 'DENY', '*', '443', fromPorts('443'))]],
  ],
);

table(
  'port-range-suspect',
  {
    'WARNING /0/destinationPortRanges': [
      ['80-443', from('Internet', '80-443'), external],
      ['80-443 from anywhere', from('*', '80-443'), external],
      ['443-1886', to('AzureMonitor', '443-1886')],
      ['a range with blanks', to('AzureMonitor', '443 - 1886')],
      ['25-587 by mail', to('Internet', '25-587')],
    ],
  },
  [
    ['two ports', from('Internet', ['80', '443']), external],
    ['a range of neighbors', to('EventHub', '5671-5672')],
    ['a documented range', to('VirtualNetwork', '6381-6383')],
    ['a range of three', to('Storage', '443-445')],
    ['high ports', to('VirtualNetwork', '1024-65535')],
    ['ends of two services', to('Storage', '443-1433')],
    ['a rule that denies', [inbound('Rule', 200, 'DENY', 'Internet', '80-443')], external],
  ],
);

table(
  'protocol-case',
  {
    'INFO /0/protocol': [
      ['mixed letters', to('Sql', '1433', { protocol: 'tCP' })],
      ['small letters', to('Sql', '1433', { protocol: 'udp' })],
      ['a word for *', to('Sql', '1433', { protocol: 'Any' })],
      [
        'the same spelling in two rules once',
        [
          ...to('Sql', '1433', { protocol: 'tcp' }),
          outbound('B', 210, 'ALLOW', 'Storage', '443', { protocol: 'tcp' }),
        ],
      ],
    ],
  },
  [
    ['Tcp', to('Sql', '1433')],
    ['what this API writes', to('Sql', '1433', { protocol: 'TCP' })],
    ['Ah', to('Sql', '1433', { protocol: 'Ah' })],
    ['*', to('Sql', '1433', { protocol: '*' })],
  ],
);

it.each([
  [['443'], 'admits only source port 443 and'],
  [['80', '443'], 'admits only source ports 80 and 443 and'],
  [['80-443'], 'admits only source ports 80-443 and'],
])('source-port-restricted counts the ports %j', (ports, says) => {
  const [message] = messagesOf('source-port-restricted', to('Sql', '1433', fromPorts(...ports)));
  expect(message).toContain(says);
});

describe('a finding says what becomes of the traffic', () => {
  const sql = to('Sql', '1443');
  const right = outbound('Right', 210, 'ALLOW', 'Sql', '1433');

  it.each([
    { rules: sql, says: 'the default rule AllowInternetOutBound lets that traffic pass' },
    { rules: [...sql, right], says: 'rule "Right" (priority 210) lets that traffic pass' },
    {
      rules: [...sql, denyInternet],
      says: 'now denied by rule "Rest" (priority 4000)',
    },
    {
      rules: [...sql, { ...right, destinationAddressPrefixes: ['13.66.0.0/16'] }, denyInternet],
      says: 'whether that traffic passes is undecided',
    },
  ])('$says', ({ rules, says }) => {
    const [message, ...others] = messagesOf('port-typo', rules);
    expect(message).toContain(says);
    expect(others).toEqual([]);
  });
});

describe('a slip', () => {
  it.each([
    [1443, 1433, 'wrong-double'],
    [433, 443, 'wrong-double'],
    [11000, 10000, undefined],
    [3434, 3443, 'swapped'],
    [1000, 10000, 'repetition-short'],
    [4443, 443, 'typed-twice'],
    [143, 1443, 'repetition-short'],
    [133, 1433, 'left-out'],
    [1434, 1433, undefined],
    [8443, 443, undefined],
    [443, 443, undefined],
    [4434, 443, undefined],
    [3306, 6390, undefined],
  ] as const)('makes %d of %d: %s', (port, right, slip) => {
    expect(slipOf(port, right)).toBe(slip);
  });
});
