/** Groups whose verdict takes addresses and ports as sets: prefixes, tags within tags, lists, source ports, order. */

import {
  allowIn,
  allowOut,
  denyAllIn,
  denyAllOut,
  denyIn,
  denyOut,
  group,
  subnet,
  type Theme,
} from '../group.ts';

export const inboundSets: Theme = {
  id: 'inbound-addresses',
  title: 'Inbound addresses are sets',
  about:
    'A prefix or a tag contains addresses of another tag. The published code compares the two names as texts.',
  groups: [
    group('management-from-one-address', 'The management endpoint open from one address', {
      without: ['management'],
      rules: [allowIn('management', 210, '51.145.179.78', '3443')],
    }),
    group('management-from-one-region', 'The management endpoint open from the tag of one region', {
      without: ['management'],
      rules: [allowIn('management', 210, 'ApiManagement.NorthEurope', '3443')],
    }),
    group('deny-two-halves', '0.0.0.0/1 and 128.0.0.0/1 denied, in two rules', {
      rules: [denyIn('low', 100, '0.0.0.0/1', '3443'), denyIn('high', 101, '128.0.0.0/1', '3443')],
    }),
    group('deny-internet-3443', 'Port 3443 denied from the internet', {
      rules: [denyIn('no-internet', 100, 'Internet', '3443')],
    }),
    group('deny-azure-3443', 'Port 3443 denied from AzureCloud', {
      rules: [denyIn('no-azure', 100, 'AzureCloud', '3443')],
    }),
    group('deny-probe-address', 'The address of the load balancer’s probe denied', {
      rules: [denyIn('no-probe', 100, '168.63.129.16/32', '6390')],
    }),
    group('deny-to-another-subnet', 'Port 3443 denied to another subnet', {
      rules: [denyIn('not-there', 100, '*', '3443', { destination: '10.10.2.0/24' })],
    }),
  ],
};

export const outboundSets: Theme = {
  id: 'outbound-addresses',
  title: 'Outbound addresses are sets',
  about:
    'Internet and AzureCloud contain the addresses of Storage, Sql and Key Vault. So do prefixes, in part.',
  groups: [
    group('deny-internet', 'The internet denied first', {
      rules: [denyOut('no-internet', 100, 'Internet', '*', { protocol: '*' })],
    }),
    group('deny-internet-443', 'The internet denied on 443', {
      rules: [denyOut('no-internet', 100, 'Internet', '443')],
    }),
    group('deny-internet-1433', 'The internet denied on 1433', {
      rules: [denyOut('no-internet', 100, 'Internet', '1433')],
    }),
    group('deny-azure-443', 'AzureCloud denied on 443', {
      rules: [denyOut('no-azure', 100, 'AzureCloud', '443')],
    }),
    group('deny-a-large-prefix', '20.0.0.0/6 denied', {
      rules: [denyOut('no-20', 100, '20.0.0.0/6', '*', { protocol: '*' })],
    }),
    group('deny-storage-of-the-region', 'Storage.WestEurope denied', {
      rules: [denyOut('no-storage', 100, 'Storage.WestEurope', '443')],
    }),
    group('storage-of-another-region', 'Storage.NorthEurope allowed, the internet denied on 443', {
      without: ['storage'],
      rules: [
        allowOut('storage', 210, 'Storage.NorthEurope', '443'),
        denyOut('no-internet', 4000, 'Internet', '443'),
      ],
    }),
    group('storage-of-the-region', 'Storage.WestEurope allowed, everything else denied on 443', {
      without: ['storage'],
      rules: [
        allowOut('storage', 210, 'Storage.WestEurope', '443'),
        denyOut('no-443', 4000, '*', '443'),
      ],
    }),
    group('deny-from-another-subnet', 'Storage denied from another subnet', {
      rules: [denyOut('not-there', 100, 'Storage', '443', { source: '10.10.2.0/24' })],
    }),
    group('deny-sql-of-the-region', 'Sql.WestEurope denied', {
      rules: [denyOut('no-sql', 100, 'Sql.WestEurope', '*', { protocol: '*' })],
    }),
  ],
};

export const lists: Theme = {
  id: 'lists',
  title: 'Addresses in a list',
  about:
    'Azure has a field for one prefix and a field for several. The published code reads the first.',
  groups: [
    group('deny-list-of-halves', '0.0.0.0/1 and 128.0.0.0/1 denied, in one rule', {
      rules: [denyIn('no-public', 100, ['0.0.0.0/1', '128.0.0.0/1'], '3443')],
    }),
    group('deny-list-of-prefixes', '20.0.0.0/6 and 52.0.0.0/8 denied on 443, in one rule', {
      rules: [denyOut('no-data', 100, ['20.0.0.0/6', '52.0.0.0/8'], '443')],
    }),
    group('deny-list-with-management', 'One address of ApiManagement and a prefix denied', {
      rules: [denyIn('no-management', 100, ['51.145.179.78/32', '192.0.2.0/24'], '3443')],
    }),
    group('allow-list-in', 'The management endpoint open from two halves, the rest denied', {
      without: ['management'],
      rules: [allowIn('management', 210, ['0.0.0.0/1', '128.0.0.0/1'], '3443'), denyAllIn()],
    }),
    group('allow-list-out', 'Port 443 open to two halves, then denied', {
      without: ['storage', 'key-vault'],
      rules: [
        allowOut('https', 210, ['0.0.0.0/1', '128.0.0.0/1'], '443'),
        denyOut('no-443', 4000, '*', '443'),
      ],
    }),
  ],
};

export const sourcePorts: Theme = {
  id: 'source-ports',
  title: 'Source ports',
  about: 'Clients use source ports from 1024 on. The published code does not read source ports.',
  groups: [
    group('management-from-one-source-port', 'The management endpoint open from source port 3443', {
      without: ['management'],
      rules: [allowIn('management', 210, 'ApiManagement', '3443', { sourcePorts: '3443' })],
    }),
    group(
      'sql-from-one-source-port',
      'Sql open from source port 1433, the internet denied on 1433',
      {
        without: ['sql'],
        rules: [
          allowOut('sql', 220, 'Sql', '1433', { sourcePorts: '1433' }),
          denyOut('no-1433', 4000, 'Internet', '1433'),
        ],
      },
    ),
    group('deny-low-source-ports', 'Storage denied from source port 443, which no client uses', {
      rules: [denyOut('no-storage', 100, 'Storage', '443', { sourcePorts: '443' })],
    }),
  ],
};

export const newer: Theme = {
  id: 'newer',
  title: 'Requirements that came later',
  about:
    'The code is older than these rows of the documents: TCP 80 for certificates (2025), and Azure Monitor as required (2023). It cannot know them.',
  groups: [
    group('deny-80', 'Port 80 denied', { rules: [denyOut('no-80', 100, '*', '80')] }),
    group('no-80', 'No rule for port 80, then everything outbound denied', {
      without: ['certificates'],
      rules: [denyAllOut()],
    }),
    group('deny-monitor', 'Azure Monitor denied', {
      rules: [denyOut('no-monitor', 100, 'AzureMonitor', ['443', '1886'])],
    }),
    group('deny-1886', 'Azure Monitor denied on 1886', {
      rules: [denyOut('no-1886', 100, 'AzureMonitor', '1886')],
    }),
    group('deny-445', 'Storage on 445 denied, which the documents no longer list', {
      rules: [denyOut('no-445', 100, 'Storage', '445', { source: subnet })],
    }),
  ],
};
