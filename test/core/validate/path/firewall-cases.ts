/** What Azure Firewall does with the flows of an instance, case by case, each with the page that says so. */

import type { FirewallCollection, InputFirewall } from '../../../../core/firewall.ts';
import { application, applicationRule, network, networkRule } from '../../../support/firewalls.ts';

export const sql = 'outbound-1433-Sql';
export const vault = 'outbound-443-AzureKeyVault';
const monitor = 'outbound-443-AzureMonitor';
const monitorPort = 'outbound-1886-AzureMonitor';
export const certificates = 'outbound-80-Internet';

const processing = 'firewall-rules-2026-03-23';
const sets = 'firewall-rule-sets-2026-03-28';
const names = 'firewall-host-names-2025-03-17';
const tags = 'firewall-fqdn-tags-2026-03-28';
const proxyMode = 'firewall-sql-2022-10-31';

const metrics = [
  'gcs.prod.monitoring.core.windows.net',
  '*.prod.microsoftmetrics.com',
  'gcs.prod.warm.ingestion.monitoring.azure.com',
];

interface Case {
  readonly about: string;
  readonly document: string;
  readonly flow: string;
  readonly rules: readonly FirewallCollection[];
  readonly more?: Partial<InputFirewall>;
  readonly expected: string;
}

const allowSql = network('Data', 'ALLOW', networkRule(['Sql'], ['1433']));
export const denyAll = network('Deny', 'DENY', networkRule(['*'], ['*'], { protocols: ['ANY'] }));

export const cases: readonly Case[] = [
  {
    about: 'no rules',
    document: processing,
    flow: sql,
    rules: [],
    expected: 'DENIED the default of Azure Firewall',
  },
  {
    about: 'a network rule by tag',
    document: sets,
    flow: sql,
    rules: [allowSql],
    expected: 'ALLOWED Data/rule',
  },
  {
    about: 'a rule for another port',
    document: sets,
    flow: sql,
    rules: [network('Data', 'ALLOW', networkRule(['Sql'], ['1443']))],
    expected: 'DENIED the default of Azure Firewall',
  },
  {
    about: 'a rule for another protocol',
    document: processing,
    flow: sql,
    rules: [network('Data', 'ALLOW', networkRule(['Sql'], ['1433'], { protocols: ['UDP'] }))],
    expected: 'DENIED the default of Azure Firewall',
  },
  {
    about: 'any protocol',
    document: processing,
    flow: sql,
    rules: [network('Data', 'ALLOW', networkRule(['Sql'], ['*'], { protocols: ['ANY'] }))],
    expected: 'ALLOWED Data/rule',
  },
  {
    about: 'a rule for another subnet',
    document: sets,
    flow: sql,
    rules: [network('Data', 'ALLOW', networkRule(['Sql'], ['1433'], { sources: ['10.0.9.0/24'] }))],
    expected: 'DENIED the default of Azure Firewall',
  },
  {
    about: 'a rule for half of the subnet',
    document: sets,
    flow: sql,
    rules: [network('Data', 'ALLOW', networkRule(['Sql'], ['1433'], { sources: ['10.0.1.0/28'] }))],
    expected: 'PARTIAL the default of Azure Firewall',
  },
  {
    about: 'an earlier collection denies',
    document: processing,
    flow: sql,
    rules: [denyAll, allowSql],
    expected: 'DENIED Deny/rule',
  },
  {
    about: 'a later collection denies',
    document: processing,
    flow: sql,
    rules: [allowSql, denyAll],
    expected: 'ALLOWED Data/rule',
  },
  {
    about: 'within a collection the first rule that matches, whose action is that of all',
    document: sets,
    flow: sql,
    rules: [
      network(
        'Data',
        'ALLOW',
        networkRule(['Sql'], ['1433'], { name: 'first' }),
        networkRule(['*'], ['*'], { name: 'second' }),
      ),
    ],
    expected: 'ALLOWED Data/first',
  },
  {
    about: 'network rules before application rules',
    document: processing,
    flow: monitor,
    rules: [
      application('Names', 'DENY', applicationRule(['*'])),
      network('Net', 'ALLOW', networkRule(['AzureMonitor'], ['443'])),
    ],
    expected: 'ALLOWED Net/rule',
  },
  {
    about: 'application rules for what no network rule matches',
    document: processing,
    flow: monitor,
    rules: [
      network('Net', 'DENY', networkRule(['Storage'], ['443'])),
      application('Names', 'ALLOW', applicationRule(metrics)),
    ],
    expected: 'ALLOWED Names/rule',
  },
  {
    about: 'a host that an application rule denies first',
    document: processing,
    flow: monitor,
    rules: [
      application('Block', 'DENY', applicationRule(['prod3.prod.microsoftmetrics.com'])),
      application('Names', 'ALLOW', applicationRule(metrics)),
    ],
    expected: 'PARTIAL Block/rule',
  },
  {
    about: 'application rules for other ports',
    document: processing,
    flow: monitorPort,
    rules: [application('Names', 'ALLOW', applicationRule(metrics))],
    expected: 'DENIED the default of Azure Firewall',
  },
  {
    about: 'no application rule for a host of diagnostics: the built-in rules may allow it',
    document: processing,
    flow: monitor,
    rules: [application('Names', 'ALLOW', applicationRule(['go.microsoft.com']))],
    expected:
      'UNKNOWN it depends on the built-in infrastructure rules, whose host names no document lists',
  },
  {
    about: 'a last application rule that denies everything overrides the built-in rules',
    document: processing,
    flow: monitor,
    rules: [application('Last', 'DENY', applicationRule(['*']))],
    expected: 'DENIED Last/rule',
  },
  {
    about: 'host names that documents do not list',
    document: processing,
    flow: vault,
    rules: [application('Names', 'ALLOW', applicationRule(['*.vault.azure.net']))],
    expected: 'UNKNOWN it depends on "Names/rule"; documents name no host of it',
  },
  {
    about: 'every host name',
    document: processing,
    flow: vault,
    rules: [application('Names', 'ALLOW', applicationRule(['*']))],
    expected: 'ALLOWED Names/rule',
  },
  {
    about: 'HTTP on port 80',
    document: processing,
    flow: certificates,
    rules: [application('Names', 'ALLOW', applicationRule(['*'], { protocols: ['HTTP:80'] }))],
    expected: 'ALLOWED Names/rule',
  },
  {
    about: 'HTTPS alone does not allow port 80',
    document: processing,
    flow: certificates,
    rules: [application('Names', 'ALLOW', applicationRule(['*']))],
    expected: 'DENIED the default of Azure Firewall',
  },
  {
    about: 'an FQDN tag says nothing certain of a host',
    document: tags,
    flow: monitor,
    rules: [
      application('Tags', 'ALLOW', applicationRule([], { otherTargets: ['WindowsDiagnostics'] })),
      application('Last', 'DENY', applicationRule(['*'])),
    ],
    expected: 'UNKNOWN it depends on "Tags/rule"',
  },
  {
    about: 'Azure SQL by host name',
    document: proxyMode,
    flow: sql,
    rules: [
      application(
        'Sql',
        'ALLOW',
        applicationRule(['*.database.windows.net'], { protocols: ['MSSQL:1433'] }),
      ),
    ],
    expected: 'UNKNOWN it depends on "Sql/rule"; documents name no host of it',
  },
  {
    about: 'host names in a network rule, with the DNS proxy',
    document: names,
    flow: monitorPort,
    rules: [
      network(
        'Net',
        'ALLOW',
        networkRule([], ['443', '1886'], {
          hostNames: [
            'gcs.prod.monitoring.core.windows.net',
            ...[
              'global',
              'shoebox2',
              'shoebox2-red',
              'shoebox2-black',
              'prod3',
              'prod3-black',
              'prod3-red',
            ].map((name) => `${name}.prod.microsoftmetrics.com`),
            'gcs.prod.warm.ingestion.monitoring.azure.com',
          ],
        }),
      ),
    ],
    expected: 'ALLOWED Net/rule',
  },
  {
    about: 'host names in a network rule, without the DNS proxy',
    document: names,
    flow: monitorPort,
    rules: [
      network(
        'Net',
        'ALLOW',
        networkRule([], ['1886'], { hostNames: ['global.prod.microsoftmetrics.com'] }),
      ),
    ],
    more: { hasDnsProxy: false },
    expected: 'PARTIAL the default of Azure Firewall',
  },
  {
    about: 'a policy that the input does not contain',
    document: processing,
    flow: sql,
    rules: [
      {
        ...network(
          'the policy base',
          undefined,
          networkRule(['*'], ['*'], { sources: ['*'], protocols: ['ANY'] }),
        ),
        isPlaced: false,
      },
      allowSql,
    ],
    expected: 'UNKNOWN it depends on "the policy base/rule"',
  },
  {
    about: 'rules of unknown place that do the same',
    document: processing,
    flow: sql,
    rules: [
      { ...network('Other', 'ALLOW', networkRule(['Sql'], ['1433'])), isPlaced: false },
      allowSql,
    ],
    expected: 'ALLOWED',
  },
];
