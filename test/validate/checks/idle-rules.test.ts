/** The checks for rules that decide nothing: what each must find, what it must not, and what the corpus says. */

import { describe, expect, it } from 'vitest';
import { inbound, outbound } from '../../../api/validate/checks/example.ts';
import { withDefaults } from '../../../api/validate/deployment.ts';
import type { Finding, SecurityRuleFields } from '../../../api/validate/model.ts';
import { validate } from '../../../api/validate/validate.ts';
import { cases, deploymentOfCase, publicFiles } from '../corpus.ts';

const ids = ['shadowed', 'wrong-direction', 'swapped', 'wrong-destination', 'inert-rule'];
const everything = { protocol: '*', sourceAddressPrefixes: ['*'] };
const everywhere = { ...everything, destinationAddressPrefixes: ['*'] };

interface Space {
  readonly subnet?: string;
  readonly virtualNetwork?: readonly string[];
}

function findingsOn(
  rules: readonly SecurityRuleFields[],
  { subnet, virtualNetwork = [] }: Space = {},
): readonly Finding[] {
  const deployment = withDefaults({
    tier: 'DEVELOPER',
    virtualNetworkType: 'EXTERNAL',
    locations: [
      {
        region: 'westeurope',
        virtualNetworkAddressPrefixes: virtualNetwork,
        ...(subnet !== undefined && { subnet: { addressPrefix: subnet } }),
        networkSecurityGroup: { securityRules: rules },
      },
    ],
  });
  const { findings } = validate(deployment, { serviceTagFiles: [], whatIf: 'NONE' });
  return findings.filter(({ checkId }) => ids.includes(checkId));
}

const inShort = (findings: readonly Finding[], rules: readonly SecurityRuleFields[]) =>
  findings.map(({ checkId, severity, path }) => {
    const index = Number(/securityRules\/(\d+)/.exec(path)?.[1]);
    return `${checkId} ${severity} ${rules[index]?.name}`;
  });

const storage = outbound('storage', 200, 'ALLOW', 'Storage', '443');
const vault = outbound('vault', 200, 'ALLOW', 'AzureKeyVault', '443');
const clients = inbound('clients', 200, 'ALLOW', 'Internet', '443');

type Row = [string, SecurityRuleFields[], Space, string[]];

describe('shadowed', () => {
  it.each<Row>([
    [
      'an allow rule behind a deny rule for everything',
      [inbound('deny', 100, 'DENY', '*', '*', everywhere), clients],
      {},
      ['shadowed WARNING clients'],
    ],
    [
      'a deny rule behind an allow rule',
      [
        outbound('all', 100, 'ALLOW', 'Internet', '*', { protocol: '*' }),
        { ...storage, access: 'DENY' },
      ],
      {},
      ['shadowed WARNING storage'],
    ],
    [
      'an allow rule behind a wider allow rule',
      [outbound('cloud', 100, 'ALLOW', 'AzureCloud', '443'), vault],
      {},
      ['shadowed INFO vault'],
    ],
    [
      'the same rule twice, though the subnet is not known',
      [
        inbound('one', 100, 'ALLOW', 'ApiManagement', '3443', {
          destinationAddressPrefixes: ['10.0.1.0/24'],
        }),
        inbound('two', 110, 'ALLOW', 'ApiManagement', '3443', {
          destinationAddressPrefixes: ['10.0.1.0/24'],
        }),
      ],
      {},
      ['shadowed INFO two'],
    ],
    [
      'several rules together, by ports',
      [
        outbound('low', 100, 'DENY', 'Storage', '0-400'),
        outbound('high', 110, 'DENY', 'Storage', '401-65535'),
        storage,
      ],
      {},
      ['shadowed WARNING storage'],
    ],
    [
      'several rules together, by addresses and source ports',
      [
        inbound('lower', 100, 'ALLOW', '10.0.0.0/9', '443', { sourcePortRanges: ['0-30000'] }),
        inbound('rest', 110, 'ALLOW', '10.0.0.0/9', '443', { sourcePortRanges: ['30001-65535'] }),
        inbound('upper', 120, 'ALLOW', '10.128.0.0/9', '*', { protocol: '*' }),
        inbound('all', 130, 'ALLOW', '10.0.0.0/8', '443'),
      ],
      {},
      ['shadowed INFO all'],
    ],
    [
      'two rules of different access, of which neither covers it alone',
      [
        inbound('half', 100, 'DENY', '10.0.0.0/9', '443'),
        inbound('other', 110, 'ALLOW', '10.128.0.0/9', '443'),
        inbound('all', 120, 'ALLOW', '10.0.0.0/8', '443'),
      ],
      {},
      ['shadowed WARNING all'],
    ],
    [
      'an exception before a pair of the same rules',
      [
        inbound('exception', 100, 'DENY', '10.0.0.5', '443'),
        inbound('wide', 110, 'ALLOW', '10.0.0.0/8', '443'),
        inbound('again', 120, 'ALLOW', '10.0.0.0/9', '443'),
      ],
      {},
      ['shadowed INFO again'],
    ],
    [
      'a tag narrower than the one before: AzureFrontDoor.Backend twice',
      [
        inbound('door', 100, 'ALLOW', 'AzureFrontDoor.Backend', ['80', '443']),
        inbound('again', 110, 'ALLOW', 'AzureFrontDoor.Backend', '443'),
      ],
      {},
      ['shadowed INFO again'],
    ],
    [
      'an entry that is not known behind everything',
      [
        outbound('deny', 100, 'DENY', '*', '*', everywhere),
        outbound('later', 110, 'ALLOW', "[parameters('prefix')]", '443'),
      ],
      {},
      ['shadowed WARNING later'],
    ],
    [
      'a narrower allow rule before',
      [storage, outbound('deny', 300, 'DENY', 'Internet', '*')],
      {},
      [],
    ],
    [
      'a rule of the other direction',
      [inbound('deny', 100, 'DENY', '*', '*', everywhere), storage],
      {},
      [],
    ],
    [
      'a rule of another protocol',
      [outbound('udp', 100, 'DENY', 'Storage', '443', { protocol: 'Udp' }), storage],
      {},
      [],
    ],
    [
      'a rule for some protocols alone, before one for all',
      [
        outbound('tcp', 100, 'DENY', 'Storage', '*', { protocol: 'Tcp' }),
        outbound('udp', 110, 'DENY', 'Storage', '*', { protocol: 'Udp' }),
        { ...storage, protocol: '*' },
      ],
      {},
      [],
    ],
    [
      'all but one port',
      [outbound('most', 100, 'DENY', 'Storage', ['0-442', '444-65535']), storage],
      {},
      [],
    ],
    [
      'ephemeral source ports alone',
      [
        outbound('some', 100, 'DENY', 'Storage', '443', { sourcePortRanges: ['1024-65535'] }),
        storage,
      ],
      {},
      [],
    ],
    [
      'a part of the tag',
      [outbound('region', 100, 'DENY', 'Storage.WestEurope', '443'), storage],
      {},
      [],
    ],
    [
      'AzureCloud, which Storage reaches beyond',
      [outbound('cloud', 100, 'DENY', 'AzureCloud', '443'), storage],
      {},
      [],
    ],
    [
      'addresses that may be the tag, with no weekly file',
      [outbound('some', 100, 'DENY', '20.0.0.0/6', '443'), storage],
      {},
      [],
    ],
    [
      'addresses that may be the subnet, with no subnet given',
      [
        inbound('some', 100, 'DENY', 'Internet', '443', {
          destinationAddressPrefixes: ['10.0.0.0/8'],
        }),
        clients,
      ],
      {},
      [],
    ],
    [
      'addresses that are the subnet',
      [
        inbound('some', 100, 'DENY', 'Internet', '443', {
          destinationAddressPrefixes: ['10.0.0.0/8'],
        }),
        clients,
      ],
      { subnet: '10.0.1.0/24' },
      ['shadowed WARNING clients'],
    ],
    [
      'private addresses before VirtualNetwork, which holds the host too',
      [
        inbound('private', 100, 'ALLOW', '10.0.0.0/8', '443'),
        inbound('network', 110, 'ALLOW', 'VirtualNetwork', '443'),
      ],
      { subnet: '10.0.1.0/24', virtualNetwork: ['10.0.0.0/16'] },
      [],
    ],
    [
      'the tag of a host service, which everything spares',
      [
        outbound('deny', 100, 'DENY', '*', '*', everywhere),
        outbound('dns', 110, 'DENY', 'AzurePlatformDNS', '53'),
      ],
      {},
      [],
    ],
    [
      'an IPv6 prefix',
      [
        outbound('deny', 100, 'DENY', '*', '*', everywhere),
        outbound('six', 110, 'ALLOW', '2001:db8::/32', '443'),
      ],
      {},
      [],
    ],
    [
      'a rule whose priority is not known',
      [{ ...storage, name: 'one', priority: "[parameters('p')]" as unknown as number }, storage],
      {},
      [],
    ],
    [
      'a rule whose access is not known',
      [{ ...storage, name: 'one', priority: 100, access: "[parameters('a')]" as 'ALLOW' }, storage],
      {},
      [],
    ],
  ])('%s', (_, rules, space, wanted) => {
    expect(inShort(findingsOn(rules, space), rules)).toEqual(wanted);
  });

  it('names the rules that take the packets, and says how', () => {
    const [finding] = findingsOn([
      inbound('half', 100, 'DENY', '10.0.0.0/9', '443'),
      inbound('other', 110, 'ALLOW', '10.128.0.0/9', '443'),
      inbound('all', 120, 'ALLOW', '10.0.0.0/8', '443'),
    ]);
    expect(finding?.message).toBe(
      'rule "all" (priority 120) opens nothing: every packet it matches is decided before by rule "half" (priority 100), where it is denied and rule "other" (priority 110), where it is allowed',
    );
  });
});

const near = (destinationAddressPrefixes: readonly string[]) => ({ destinationAddressPrefixes });
const from = (sourceAddressPrefixes: readonly string[]) => ({ sourceAddressPrefixes });
const known = { subnet: '10.0.2.0/24' };

describe('rules that match nothing', () => {
  it.each<Row>([
    [
      'inbound to a service',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '443', near(['AzureMonitor']))],
      {},
      ['wrong-direction WARNING rule'],
    ],
    [
      'inbound from anywhere to a service',
      [inbound('rule', 100, 'ALLOW', '*', '443', near(['Storage.WestEurope']))],
      {},
      ['wrong-direction WARNING rule'],
    ],
    [
      'outbound from the control plane',
      [outbound('rule', 100, 'ALLOW', 'VirtualNetwork', '3443', from(['ApiManagement']))],
      {},
      ['wrong-direction WARNING rule'],
    ],
    [
      'inbound to the control plane',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '3443', near(['ApiManagement']))],
      {},
      ['swapped WARNING rule'],
    ],
    [
      'outbound from a service',
      [outbound('rule', 100, 'ALLOW', 'VirtualNetwork', '1433', from(['Sql']))],
      {},
      ['swapped WARNING rule'],
    ],
    [
      'another subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.3.0/24']))],
      known,
      ['wrong-destination WARNING rule'],
    ],
    [
      'outbound from another subnet',
      [outbound('rule', 100, 'ALLOW', 'Storage', '443', from(['10.0.3.0/24', '10.0.4.0/24']))],
      known,
      ['wrong-destination WARNING rule'],
    ],
    [
      'a public address',
      [inbound('rule', 100, 'ALLOW', 'Internet', '443', near(['20.50.60.70']))],
      {},
      ['wrong-destination WARNING rule'],
    ],
    [
      'addresses outside the virtual network',
      [inbound('rule', 100, 'ALLOW', 'Internet', '443', near(['10.9.0.0/16']))],
      { virtualNetwork: ['10.1.0.0/16'] },
      ['wrong-destination WARNING rule'],
    ],
    [
      'Front Door as destination',
      [inbound('rule', 100, 'ALLOW', 'Internet', '443', near(['AzureFrontDoor.Backend']))],
      {},
      ['inert-rule WARNING rule'],
    ],
    [
      'a service with a port of no row',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '9999', near(['AzureMonitor']))],
      {},
      ['inert-rule WARNING rule'],
    ],
    [
      'a service with a protocol of no row',
      [
        inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '443', {
          ...near(['AzureMonitor']),
          protocol: 'Udp',
        }),
      ],
      {},
      ['inert-rule WARNING rule'],
    ],
    [
      'a deny rule for the load balancer as destination',
      [inbound('rule', 100, 'DENY', '*', '*', near(['AzureLoadBalancer']))],
      {},
      ['inert-rule WARNING rule'],
    ],
    [
      'behind a rule for everything, told once',
      [
        inbound('deny', 100, 'DENY', '*', '*', everywhere),
        inbound('rule', 110, 'ALLOW', 'Internet', '443', near(['AzureFrontDoor.Backend'])),
      ],
      {},
      ['inert-rule WARNING rule'],
    ],
    [
      'the subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.2.0/24']))],
      known,
      [],
    ],
    [
      'a part of the subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.2.7', '10.0.3.0/24']))],
      known,
      [],
    ],
    [
      'more than the subnet',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.0.0/8']))],
      known,
      [],
    ],
    [
      'addresses, with no subnet given',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['10.0.3.0/24']))],
      {},
      [],
    ],
    [
      'everything',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['*']))],
      known,
      [],
    ],
    [
      'the virtual network in its old spelling',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(['VIRTUAL_NETWORK']))],
      known,
      [],
    ],
    [
      'a value that is not known',
      [inbound('rule', 100, 'ALLOW', 'ApiManagement', '3443', near(["[parameters('p')]"]))],
      known,
      [],
    ],
    [
      'a far end in another subnet',
      [inbound('rule', 100, 'ALLOW', '10.0.3.0/24', '443')],
      known,
      [],
    ],
  ])('%s', (_, rules, space, wanted) => {
    expect(inShort(findingsOn(rules, space), rules)).toEqual(wanted);
  });

  it.each<[string, SecurityRuleFields[], string]>([
    [
      'which is denied',
      [
        inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '3443', near(['ApiManagement'])),
        inbound('rest', 200, 'DENY', '*', '*', everywhere),
      ],
      'which is denied by rule rest (priority 200)',
    ],
    [
      'which is allowed without it',
      [inbound('rule', 100, 'ALLOW', 'VirtualNetwork', '443', near(['Storage']))],
      'which is allowed without it by the default rule AllowInternetOutBound (priority 65001)',
    ],
  ])('says what becomes of the flow: %s', (_, rules, words) => {
    expect(findingsOn(rules)[0]?.message).toContain(words);
  });

  it('does not blame the rule for a denial that stands before it', () => {
    const [finding] = findingsOn([
      inbound('first', 100, 'DENY', '*', '*', everywhere),
      inbound('rule', 110, 'ALLOW', 'VirtualNetwork', '3443', near(['ApiManagement'])),
    ]);
    expect(finding?.checkId).toBe('swapped');
    expect(finding?.message).not.toContain('denied');
  });
});

/** Also found, and true because the rule before holds every address of the tag. */
const alsoFound: Readonly<Record<string, readonly string[]>> = {
  'quickstart-internal-vnet-publicip': ['shadowed Access_KeyVault'],
  'avm-apimanagement-full-nsg': ['shadowed allow-azure-traffic-manager'],
  'ai-hub-gateway': ['shadowed AllowAzureTrafficManager'],
  // The destination is the prefix of another subnet, which is what the case is about.
  'other-subnet-cidr': ['wrong-destination AllowAPIMManagement'],
};

describe.runIf(cases.length > 0).each([
  { files: 'no weekly file', serviceTagFiles: [] },
  { files: 'the weekly file', serviceTagFiles: publicFiles },
])('real deployments with $files', ({ serviceTagFiles }) => {
  it.each(cases)('$name', (given) => {
    const { findings } = validate(deploymentOfCase(given), { serviceTagFiles, whatIf: 'NONE' });
    const found = findings
      .filter(({ checkId }) => ids.includes(checkId))
      .map(({ checkId, path }) => {
        const index = Number(/securityRules\/(\d+)/.exec(path)?.[1]);
        return `${checkId} ${given.nsgRules?.[index]?.name}`;
      });
    const listed = (given.expect.warnings ?? [])
      .map((warning) => warning.split(':'))
      .filter(([code]) => ids.includes(code ?? ''))
      .map(([code, name]) => `${code} ${name}`);
    expect(found.sort()).toEqual([...listed, ...(alsoFound[given.name] ?? [])].sort());
  });
});
