/** Which change is proposed: first an existing rule corrected or moved, then a new one, then others moved. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../support/groups.ts';

type Fields = readonly [
  name: string,
  priority: number,
  access: 'ALLOW' | 'DENY',
  protocol: string,
  source: string,
  destination: string,
  ports: string,
];

const rulesOf = (direction: 'INBOUND' | 'OUTBOUND', rules: readonly Fields[]) =>
  rules.map(
    ([name, priority, access, protocol, source, destination, ports]): RuleFields => ({
      name,
      priority,
      direction,
      access,
      protocol,
      sourceAddressPrefixes: [source],
      sourcePortRanges: ['*'],
      destinationAddressPrefixes: [destination],
      destinationPortRanges: ports.split(','),
    }),
  );

const vnet = 'VirtualNetwork';
const management: Fields = ['Management', 100, 'ALLOW', 'Tcp', 'ApiManagement', vnet, '3443'];
const denyAll = (priority: number): Fields => ['DenyAll', priority, 'DENY', '*', '*', '*', '*'];
const out = (name: string, priority: number, tag: string, ports: string): Fields => [
  name,
  priority,
  'ALLOW',
  'Tcp',
  vnet,
  tag,
  ports,
];
const others = [
  out('Certificates', 100, 'Internet', '80'),
  out('Storage', 110, 'Storage', '443'),
  out('KeyVault', 120, 'AzureKeyVault', '443'),
  out('Monitor', 130, 'AzureMonitor', '443,1886'),
];

function proposed(inbound: readonly Fields[], outbound: readonly Fields[]): string[] {
  const deployment = deploymentOf(
    { virtualNetworkType: 'INTERNAL', platform: 'STV2', regions: ['westeurope'] },
    { securityRules: [...rulesOf('INBOUND', inbound), ...rulesOf('OUTBOUND', outbound)] },
    { subnet: '10.0.4.0/24', virtualNetwork: ['10.0.0.0/16'] },
  );
  return validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' })
    .remediation()
    .flatMap(({ rules }) =>
      rules.map((rule) =>
        [
          rule.isUpdate ? 'update' : 'create',
          rule.name,
          rule.priority,
          rule.sourceAddressPrefixes,
          rule.destinationAddressPrefixes,
          rule.destinationPortRanges,
        ].join(' '),
      ),
    );
}

describe('of several changes the smallest', () => {
  it.each<[string, readonly Fields[], readonly Fields[], readonly string[]]>([
    ['nothing where nothing is missing', [management], [], []],
    [
      'a mistyped port, in place',
      [management],
      [...others, out('Sql', 140, 'SQL', '1443'), denyAll(4000)],
      ['update Sql 140 VirtualNetwork Sql 1433'],
    ],
    [
      'a mistyped port behind the rule that denies, put right and moved',
      [management],
      [...others, denyAll(200), out('Sql', 300, 'Sql', '1443')],
      ['update Sql 140 VirtualNetwork Sql 1433'],
    ],
    [
      'a port that is missing, in the rule for the row',
      [management],
      [
        ...others.slice(0, 3),
        out('Monitor', 130, 'AzureMonitor', '443'),
        out('Sql', 140, 'Sql', '1433'),
        denyAll(4000),
      ],
      ['update Monitor 130 VirtualNetwork AzureMonitor 443,1886'],
    ],
    [
      'a name that Azure refuses',
      [management],
      [
        ...others.slice(0, 2),
        out('KeyVault', 120, 'KeyVault', '443'),
        others[3] as Fields,
        out('Sql', 140, 'Sql', '1433'),
        denyAll(4000),
      ],
      ['update KeyVault 120 VirtualNetwork AzureKeyVault 443'],
    ],
    [
      'an allow rule that stands too late',
      [management],
      [...others, denyAll(200), out('Sql', 300, 'Sql', '1433')],
      ['update Sql 140 VirtualNetwork Sql 1433'],
    ],
    [
      'a wide allow rule stays behind the rule that denies',
      [management],
      [...others, denyAll(200), out('Everything', 300, '*', '*')],
      ['create Allow-Outbound-AzureSql 140 VirtualNetwork Sql 1433'],
    ],
    [
      'a deny rule that hides nothing but rules for documented rows',
      [
        denyAll(100),
        [...management].with(1, 1010) as unknown as Fields,
        ['Probe', 1020, 'ALLOW', '*', 'AzureLoadBalancer', '*', '6390'],
      ],
      [],
      ['update DenyAll 1030 * * *'],
    ],
    [
      'a deny rule that hides another rule, too, makes room',
      [
        denyAll(100),
        ['Admin', 500, 'ALLOW', 'Tcp', '203.0.113.0/24', vnet, '22'],
        [...management].with(1, 1010) as unknown as Fields,
        ['Probe', 1020, 'ALLOW', 'Tcp', 'AzureLoadBalancer', vnet, '6390'],
      ],
      [],
      [
        'update Probe 101 AzureLoadBalancer VirtualNetwork 6390',
        'update DenyAll 102 * * *',
        'update Management 100 ApiManagement VirtualNetwork 3443',
      ],
    ],
    [
      'a new rule in the group’s manner',
      [['Probe', 100, 'ALLOW', 'Tcp', 'AzureLoadBalancer', '10.0.4.0/24', '6390']],
      [],
      ['create Allow-Inbound-ManagementEndpoint 110 ApiManagement 10.0.4.0/24 3443'],
    ],
    [
      'the tag of the region where others are regional',
      [management],
      [...others.with(1, out('Storage', 110, 'Storage.WestEurope', '443')), denyAll(4000)],
      ['create Allow-Outbound-AzureSql-WestEurope 140 VirtualNetwork Sql.WestEurope 1433'],
    ],
  ])('%s', (_, inbound, outbound, wanted) => {
    expect(proposed(inbound, outbound)).toEqual(wanted);
  });
});
