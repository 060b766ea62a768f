/** Groups that a comparison rule by rule judges as well as a comparison by sets, and groups that lack a rule. */

import {
  allowIn,
  allowOut,
  denyAllIn,
  denyAllOut,
  denyIn,
  denyOut,
  group,
  ownGroup,
  type Theme,
} from '../group.ts';

const anywhere = { protocol: '*', source: '*', destination: '*' } as const;

export const sameVerdict: Theme = {
  id: 'same',
  title: 'Nothing is lost',
  about: 'All required traffic passes. A check should find nothing.',
  groups: [
    group('as-documented', 'The documented rules'),
    group('as-documented-internal', 'The documented rules, internal mode', { mode: 'Internal' }),
    ownGroup('everything-open', 'One rule in and one out that allow everything', [
      allowIn('all-in', 100, '*', '*', anywhere),
      allowOut('all-out', 100, '*', '*', anywhere),
    ]),
    group('port-in-a-range', 'The management endpoint as the port range 3440-3450', {
      without: ['management'],
      rules: [allowIn('management', 210, 'ApiManagement', '3440-3450')],
    }),
    group('management-from-anywhere', 'The management endpoint open from any address', {
      without: ['management'],
      rules: [allowIn('management', 210, '*', '3443')],
    }),
    group('load-balancer-by-default', 'No rule for the load balancer: a default rule lets it in', {
      without: ['load-balancer'],
    }),
    group('deny-other-ports', 'SSH and remote desktop denied', {
      rules: [
        denyIn('no-remote-desktop', 100, '*', ['22', '3389']),
        denyOut('no-ssh', 100, '*', '22'),
      ],
    }),
    group('deny-private-management', 'Port 3443 denied from private addresses', {
      rules: [denyIn('no-private', 100, '10.0.0.0/8', '3443')],
    }),
    group('deny-the-rest-in', 'The documented rules, then everything inbound denied', {
      rules: [denyAllIn()],
    }),
  ],
};

export const deniedByName: Theme = {
  id: 'denied',
  title: 'A rule denies what a requirement names',
  about: 'Both sides of the rule are spelled as the requirement is. Comparing texts is enough.',
  groups: [
    group('deny-storage', 'Storage denied by its tag', {
      rules: [denyOut('no-storage', 100, 'Storage', '443')],
    }),
    group('deny-key-vault', 'Key Vault denied by its tag', {
      rules: [denyOut('no-key-vault', 100, 'AzureKeyVault', '443')],
    }),
    group('deny-management', 'Port 3443 denied from ApiManagement', {
      rules: [denyIn('no-management', 100, 'ApiManagement', '3443')],
    }),
    group('deny-load-balancer', 'AzureLoadBalancer denied', {
      rules: [denyIn('no-load-balancer', 100, 'AzureLoadBalancer', '*', { protocol: '*' })],
    }),
    group('deny-everything-in', 'Everything inbound denied first', { rules: [denyAllIn(100)] }),
    group('deny-half-the-subnet', 'Port 3443 denied to one half of the subnet', {
      rules: [denyIn('no-half', 100, '*', '3443', { destination: '10.10.1.128/25' })],
    }),
    group('deny-storage-from-the-subnet', 'Storage denied from a list with the subnet', {
      rules: [denyOut('no-storage', 100, 'Storage', '443', { source: ['10.10.1.0/24'] })],
    }),
    group('deny-some-source-ports', 'Storage denied from the source ports 1024 to 40000', {
      rules: [denyOut('no-storage', 100, 'Storage', '443', { sourcePorts: '1024-40000' })],
    }),
  ],
};

export const noRule: Theme = {
  id: 'no-rule',
  title: 'No rule opens a required port',
  about:
    'The default rule AllowVnetInBound lets the virtual network in. ApiManagement is not in the virtual network; the published code counts each tag but Internet as a part of it.',
  groups: [
    group('no-management', 'No rule for the management endpoint', { without: ['management'] }),
    group('no-management-internal', 'No rule for the management endpoint, internal mode', {
      mode: 'Internal',
      without: ['management'],
    }),
    ownGroup('no-rules', 'A group without rules', []),
    group('no-clients', 'No rule for clients, external mode', { without: ['clients'] }),
    group('management-on-another-port', 'The management endpoint opened on 3433', {
      without: ['management'],
      rules: [allowIn('management', 210, 'ApiManagement', '3433')],
    }),
    group('management-over-udp', 'The management endpoint opened for UDP', {
      without: ['management'],
      rules: [allowIn('management', 210, 'ApiManagement', '3443', { protocol: 'Udp' })],
    }),
    group('management-to-another-subnet', 'The management endpoint opened to another subnet', {
      without: ['management'],
      rules: [allowIn('management', 210, 'ApiManagement', '3443', { destination: '10.10.2.0/24' })],
    }),
    group('no-key-vault', 'No rule for Key Vault, and the internet denied on 443', {
      without: ['key-vault'],
      rules: [denyOut('no-internet', 4000, 'Internet', '443')],
    }),
  ],
};

export const sqlPort: Theme = {
  id: 'sql',
  title: 'Azure SQL on port 1433',
  about:
    'The documents require 1433 to the tag Sql. The published table has 1443 and SQL, so it looks at a port that the service does not use.',
  groups: [
    group('deny-sql', 'Sql denied on 1433', { rules: [denyOut('no-sql', 100, 'Sql', '1433')] }),
    group('sql-on-1443', 'Sql opened on 1443, and the internet denied on 1433', {
      without: ['sql'],
      rules: [allowOut('sql', 220, 'Sql', '1443'), denyOut('no-1433', 4000, 'Internet', '1433')],
    }),
    group('deny-1443', 'Port 1443 denied, which nothing uses', {
      rules: [denyOut('no-1443', 100, '*', '1443')],
    }),
    group('deny-the-rest', 'The documented rules, then everything outbound denied', {
      rules: [denyAllOut()],
    }),
    group('no-sql', 'No rule for Sql, then everything outbound denied', {
      without: ['sql'],
      rules: [denyAllOut()],
    }),
  ],
};
