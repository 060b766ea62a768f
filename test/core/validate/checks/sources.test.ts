/** Far ends of single rules: wider, narrower or older than the documents have them. */

import type { RuleFields } from '../../../../core/deployment.ts';
import { inbound, outbound } from '../../../../core/validate/checks/kit/example.ts';
import {
  denyAll,
  denyInternet,
  external,
  from,
  fromPorts,
  table,
  to,
  udp,
} from '../../../support/table.ts';

const halves = { sourceAddressPrefixes: ['0.0.0.0/1', '128.0.0.0/1'] };

table(
  'open-to-any-inbound',
  {
    'WARNING /0': [
      ['the management endpoint', from('*', '3443')],
      ['the management endpoint from Internet', from('Internet', '3443')],
      ['the management endpoint from 0.0.0.0/0', from('0.0.0.0/0', '3443')],
      ['both halves of all addresses', from('', '3443', halves)],
      ['a quarter of all addresses', from('64.0.0.0/2', '3443')],
      ['the probe', from('*', '6390')],
      ['all ports', from('Internet', '*'), external],
      ['a range over the endpoint', from('*', '80-4000'), external],
      ['the cache between machines', from('*', '6381-6383', { protocol: '*' })],
    ],
    'INFO /0': [
      ['all of Azure', from('AzureCloud', '3443')],
      ['a region of Azure', from('AzureCloud.westeurope', '3443')],
    ],
  },
  [
    ['the documented source', from('ApiManagement', '3443')],
    ['clients of an external instance', from('Internet', ['80', '443']), external],
    ['any client of an external instance', from('*', '443'), external],
    ['any client of an internal instance', from('*', ['80', '443'])],
    ['Azure as client', from('AzureCloud', '443'), external],
    ['an office', from('203.0.113.0/24', '3443')],
    ['private networks', from('10.0.0.0/8', '*')],
    ['the network itself', from('VirtualNetwork', '*')],
    ['the other protocol', from('*', '3443', udp)],
    ['a rule that denies', [inbound('Rule', 200, 'DENY', '*', '*')]],
    ['another subnet', from('*', '3443', { destinationAddressPrefixes: ['10.0.2.0/24'] })],
    ['a rule with a source port', from('*', '6390', fromPorts('6390'))],
    ['outbound', to('*', '3443')],
  ],
);

const allBut = (...names: string[]) =>
  [
    outbound('Certificates', 100, 'ALLOW', 'Internet', '80'),
    outbound('Storage', 110, 'ALLOW', 'Storage', '443'),
    outbound('Sql', 120, 'ALLOW', 'Sql', '1433'),
    outbound('Monitor', 130, 'ALLOW', 'AzureMonitor', ['443', '1886']),
    outbound('KeyVault', 140, 'ALLOW', 'AzureKeyVault', '443'),
  ].filter(({ name }) => !names.includes(name));

const rests = (remote: string, ...more: RuleFields[]) => [
  outbound('Broad', 145, 'ALLOW', remote, '443'),
  ...allBut('KeyVault'),
  ...more,
];

table(
  'covered-by-broader-tag',
  {
    'WARNING /0': [
      ['AzureCloud and a deny rule', rests('AzureCloud', denyInternet)],
      [
        'a region of AzureCloud',
        [
          outbound('Broad', 145, 'ALLOW', 'AzureCloud.westeurope', '443'),
          ...allBut('Storage'),
          denyInternet,
        ],
      ],
      ['Internet and a deny rule', rests('Internet', denyInternet)],
      [
        'a deny rule for everything',
        rests('AzureCloud', outbound('Rest', 4000, 'DENY', '*', '*', { protocol: '*' })),
      ],
      [
        'two rows at once',
        [
          outbound('Broad', 145, 'ALLOW', 'Internet', '443'),
          ...allBut('KeyVault', 'Storage'),
          denyInternet,
        ],
      ],
    ],
  },
  [
    ['no deny rule', rests('AzureCloud')],
    [
      'a deny rule for another port',
      rests('AzureCloud', { ...denyInternet, destinationPortRanges: ['25'] }),
    ],
    [
      'a deny rule for the network',
      rests('AzureCloud', outbound('Rest', 4000, 'DENY', 'VirtualNetwork', '*')),
    ],
    [
      'a rule by the tag behind',
      rests('AzureCloud', outbound('Late', 300, 'ALLOW', 'AzureKeyVault', '443'), denyInternet),
    ],
    [
      'a rule for a part of the tag',
      rests(
        'AzureCloud',
        outbound('Late', 300, 'ALLOW', 'AzureKeyVault.WestEurope', '443'),
        denyInternet,
      ),
    ],
    ['any destination', rests('*', denyInternet)],
    ['a denied row', [...allBut('KeyVault'), denyInternet]],
    ['inbound', [...from('AzureCloud', '3443'), denyAll]],
  ],
);

table(
  'probe-allowed-implicitly',
  {
    'WARNING /0': [
      ['all ports of the network', [...from('VirtualNetwork', '*'), denyAll]],
      ['the probe port', [...from('VirtualNetwork', '6390'), denyAll]],
      [
        'a rule for the probe behind the deny rule',
        [
          ...from('VirtualNetwork', '*'),
          { ...denyAll, priority: 300 },
          inbound('Probe', 400, 'ALLOW', 'AzureLoadBalancer', '6390'),
        ],
      ],
    ],
  },
  [
    ['no deny rule', from('VirtualNetwork', '*')],
    [
      'a deny rule for the internet',
      [...from('VirtualNetwork', '*'), { ...denyAll, sourceAddressPrefixes: ['Internet'] }],
    ],
    [
      'a rule for the probe behind it',
      [
        ...from('VirtualNetwork', '*'),
        inbound('Probe', 300, 'ALLOW', 'AzureLoadBalancer', '6390'),
        denyAll,
      ],
    ],
    [
      'a rule for the host address',
      [
        ...from('VirtualNetwork', '*'),
        inbound('Probe', 300, 'ALLOW', '168.63.129.16', '*'),
        denyAll,
      ],
    ],
    ['a probe that is denied', [...from('10.0.0.0/16', '*'), denyAll]],
  ],
);

const government = { locations: [{ region: 'usgovvirginia' }] };

table(
  'retired-control-plane-address',
  {
    'WARNING /0/sourceAddressPrefixes': [
      ['an address of 2019', from('52.253.225.124', '3443')],
      ['a prefix of one address', from('52.159.16.255/32', '3443')],
      [
        'an address among others',
        from('', '3443', { sourceAddressPrefixes: ['51.145.56.125', '52.253.225.124'] }),
      ],
      ['an address of another cloud there', from('13.73.72.21', '3443'), government],
    ],
  },
  [
    ['an address that the tag holds', from('51.145.56.125', '3443')],
    ['a wider prefix', from('52.253.225.0/24', '3443')],
    ['the address in another cloud', from('13.73.72.21', '3443')],
    ['a rule that denies', [inbound('Rule', 200, 'DENY', '52.253.225.124', '3443')]],
    ['outbound', to('52.253.225.124', '443')],
  ],
);

table(
  'unneeded-in-internal',
  {
    'INFO /0': [
      ['clients', from('Internet', '443')],
      ['plain clients', from('Internet', '80')],
      ['Traffic Manager', from('AzureTrafficManager', '443')],
      ['Traffic Manager on all ports', from('AzureTrafficManager', '*', { protocol: '*' })],
    ],
  },
  [
    [
      'external mode',
      [...from('Internet', '443'), ...from('AzureTrafficManager', '443')],
      external,
    ],
    ['any client, those of the network among them', from('*', '443')],
    ['a rule that open-to-any-inbound speaks of', from('Internet', '*')],
    ['an office', from('203.0.113.0/24', '443')],
    ['another port', from('Internet', '8080')],
    ['a rule that denies', [inbound('Rule', 200, 'DENY', 'Internet', '443')]],
  ],
);
