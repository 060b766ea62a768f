/** Rules whose packets earlier rules decide: what is found, and what is not. */

import { describe, expect, it } from 'vitest';
import { inbound, outbound } from '../../../../core/validate/checks/kit/example.ts';
import { everywhere, findingsOn, inShort, type Row } from './idle-rules.ts';

const storage = outbound('storage', 200, 'ALLOW', 'Storage', '443');
const vault = outbound('vault', 200, 'ALLOW', 'AzureKeyVault', '443');
const clients = inbound('clients', 200, 'ALLOW', 'Internet', '443');

describe('rule-shadowed', () => {
  it.each<Row>([
    [
      'an allow rule behind a deny rule for everything',
      [inbound('deny', 100, 'DENY', '*', '*', everywhere), clients],
      {},
      ['rule-shadowed WARNING clients'],
    ],
    [
      'not the rule for Traffic Manager behind that for clients: the documents list both',
      [
        inbound('clients', 100, 'ALLOW', 'Internet', '443'),
        inbound('routing', 110, 'ALLOW', 'AzureTrafficManager', '443'),
      ],
      {},
      [],
    ],
    [
      'a rule for Traffic Manager on another port, or behind a wider rule',
      [
        inbound('clients', 100, 'ALLOW', 'Internet', '0-65535'),
        inbound('routing', 110, 'ALLOW', 'AzureTrafficManager', '8443'),
      ],
      {},
      ['rule-shadowed INFO routing'],
    ],
    [
      'a deny rule behind an allow rule',
      [
        outbound('all', 100, 'ALLOW', 'Internet', '*', { protocol: '*' }),
        { ...storage, access: 'DENY' },
      ],
      {},
      ['rule-shadowed WARNING storage'],
    ],
    [
      'an allow rule behind a wider allow rule',
      [outbound('cloud', 100, 'ALLOW', 'AzureCloud', '443'), vault],
      {},
      ['rule-shadowed INFO vault'],
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
      ['rule-shadowed INFO two'],
    ],
    [
      'several rules together, by ports',
      [
        outbound('low', 100, 'DENY', 'Storage', '0-400'),
        outbound('high', 110, 'DENY', 'Storage', '401-65535'),
        storage,
      ],
      {},
      ['rule-shadowed WARNING storage'],
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
      ['rule-shadowed INFO all'],
    ],
    [
      'two rules of different access, of which neither covers it alone',
      [
        inbound('half', 100, 'DENY', '10.0.0.0/9', '443'),
        inbound('other', 110, 'ALLOW', '10.128.0.0/9', '443'),
        inbound('all', 120, 'ALLOW', '10.0.0.0/8', '443'),
      ],
      {},
      ['rule-shadowed WARNING all'],
    ],
    [
      'an exception before a pair of the same rules',
      [
        inbound('exception', 100, 'DENY', '10.0.0.5', '443'),
        inbound('wide', 110, 'ALLOW', '10.0.0.0/8', '443'),
        inbound('again', 120, 'ALLOW', '10.0.0.0/9', '443'),
      ],
      {},
      ['rule-shadowed INFO again'],
    ],
    [
      'a tag narrower than the one before: AzureFrontDoor.Backend twice',
      [
        inbound('door', 100, 'ALLOW', 'AzureFrontDoor.Backend', ['80', '443']),
        inbound('again', 110, 'ALLOW', 'AzureFrontDoor.Backend', '443'),
      ],
      {},
      ['rule-shadowed INFO again'],
    ],
    [
      'an entry that is not known behind everything',
      [
        outbound('deny', 100, 'DENY', '*', '*', everywhere),
        outbound('later', 110, 'ALLOW', "[parameters('prefix')]", '443'),
      ],
      {},
      ['rule-shadowed WARNING later'],
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
      ['rule-shadowed WARNING clients'],
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
    expect(inShort(findingsOn(rules, space))).toEqual(wanted);
  });

  it('names the rules that take the packets, and says how', () => {
    const [finding] = findingsOn([
      inbound('half', 100, 'DENY', '10.0.0.0/9', '443'),
      inbound('other', 110, 'ALLOW', '10.128.0.0/9', '443'),
      inbound('all', 120, 'ALLOW', '10.0.0.0/8', '443'),
    ]);
    expect(finding?.message).toBe(
      'rule "all" (priority 120) opens nothing: every packet it matches is already decided by rule "half" (priority 100), where it is denied and rule "other" (priority 110), where it is allowed',
    );
  });
});
