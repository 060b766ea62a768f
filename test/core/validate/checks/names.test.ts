/** Names of rules against what the rules do, and names of service tags as the weekly files write them. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { inbound, outbound, securityRules } from '../../../../core/validate/checks/kit/example.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';
import { denyAll, table } from '../../../support/table.ts';

const called = (name: string, access: RuleFields['access'] = 'ALLOW') => [
  inbound(name, 200, access, '10.1.0.0/16', '443'),
];

table(
  'name-vs-access',
  {
    'INFO /0/access': [
      ['DenyAll that allows', called('DenyAllInbound')],
      ['block-internet that allows', called('block-internet')],
      ['Allow_Clients that denies', called('Allow_Clients', 'DENY')],
      ['NSG-ALLOW-HTTPS that denies', called('NSG-ALLOW-HTTPS', 'DENY')],
    ],
  },
  [
    ['names that say what is done', [...called('AllowAll'), denyAll]],
    ['names that say nothing', called('rule-1', 'DENY')],
    ['names that say both', called('AllowOrDeny')],
    ['an exception', called('DenyAllExceptOffice')],
    ['a negation', called('DoNotAllow', 'DENY')],
    ['a kind of storage', called('BlockBlobUpload')],
    ['a longer word', called('Allowance', 'DENY')],
  ],
);

const calledTo = (name: string, remote: string) => [outbound(name, 200, 'ALLOW', remote, '443')];

const calledFrom = (name: string, remote: string) => [inbound(name, 200, 'ALLOW', remote, '443')];

table(
  'name-vs-source',
  {
    'INFO /0/sourceAddressPrefixes': [
      ['a load balancer that is the network', calledFrom('loadbalancer', 'VirtualNetwork')],
      ['a load balancer that is a service', calledFrom('AllowLoadBalancer', 'ApiManagement')],
    ],
    'INFO /0/destinationAddressPrefixes': [
      ['Storage that is Sql', calledTo('AllowStorage', 'Sql')],
      ['Key Vault that is Storage', calledTo('access_key_vault', 'Storage')],
      ['Event Hubs that is Service Bus', calledTo('allow-event-hub', 'ServiceBus')],
      ['Azure Monitor that is Storage', calledTo('AzureMonitorLogs', 'Storage')],
    ],
  },
  [
    ['the tag of the name', calledTo('AllowAzureKeyVault', 'AzureKeyVault')],
    ['a part of the tag', calledTo('AllowStorage', 'Storage.WestEurope')],
    ['two services in the name', calledTo('Sql_and_Storage', 'Sql')],
    ['a broader tag', calledTo('Access_KeyVault', 'AzureCloud')],
    ['a private endpoint', calledTo('AllowStorage', 'VirtualNetwork')],
    ['a private address', calledTo('AllowStorage', '10.2.0.4')],
    ['a common word', calledFrom('allow-azure-lb-monitoring', 'AzureLoadBalancer')],
    ['the instance itself', calledFrom('Client_to_API_Management', 'AzureFrontDoor.Backend')],
    ['a balancer with clients', calledFrom('PublicLoadBalancerClients', 'Internet')],
    ['a rule that denies', [outbound('Storage', 200, 'DENY', 'Sql', '443')]],
  ],
);

describe('tag-case', () => {
  const to = (name: string, priority: number, tag: string, source = 'VirtualNetwork') =>
    outbound(name, priority, 'ALLOW', tag, '443', { sourceAddressPrefixes: [source] });

  it.each<[string, RuleFields[], string[], string[]]>([
    ['the official spelling', [to('A', 100, 'Sql'), to('B', 110, 'Storage')], [], []],
    [
      'one rule',
      [to('A', 100, 'Sql'), to('B', 110, 'SQL')],
      ['SQL is spelled Sql, in rule B'],
      ['INFO PASS /locations/0/networkSecurityGroup/securityRules/1/destinationAddressPrefixes'],
    ],
    [
      'several rules with several tags, both ends of one among them',
      [
        to('A', 100, 'SQL', 'VIRTUAL_NETWORK'),
        to('B', 110, 'storage', 'VIRTUAL_NETWORK'),
        to('C', 120, 'SQL'),
      ],
      [
        'VIRTUAL_NETWORK is spelled VirtualNetwork, in rules A and B; SQL is spelled Sql, in rules A and C; storage is spelled Storage, in rule B',
      ],
      ['INFO PASS /locations/0/networkSecurityGroup/securityRules/0/sourceAddressPrefixes'],
    ],
  ])('%s: one finding names all rules', (_, rules, messages, places) => {
    const findings = findingsIn('tag-case', securityRules(...rules));
    expect(findings.map(({ message }) => message)).toEqual(messages);
    expect(inShort(findings)).toEqual(places);
  });
});
