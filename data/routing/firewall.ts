/** How Azure Firewall processes its rules, from its own pages; a forced tunnel often leads to one. */

import { citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const cite = citeOn('2026-11-29');
const processing = 'firewall-rules-2026-03-23';
const withPolicy = 'Rule processing by using Firewall Policy';
const outbound = 'Network rules and application rules';

export const firewallFacts: readonly NetworkFact[] = [
  {
    id: 'firewall-rule-order',
    title: 'In which order Azure Firewall processes its rules',
    statement:
      'Azure Firewall processes all DNAT rules, then all network rules, then all application rules. Within each kind a parent policy comes before its child, then the priorities of rule collection groups and of collections decide, and within a collection the order of the rules. The first match ends the processing.',
    ...injected,
    citations: [
      cite(processing, withPolicy),
      cite(processing, 'Rule processing by using classic rules'),
      cite('firewall-rule-sets-2026-03-28', 'Rules'),
    ],
  },
  {
    id: 'firewall-default-deny',
    title: 'Azure Firewall denies what no rule allows',
    statement: 'Traffic that no rule of Azure Firewall matches is denied.',
    ...injected,
    citations: [cite(processing, outbound), cite('firewall-rule-sets-2026-03-28', 'Rules')],
  },
  {
    id: 'firewall-infrastructure-rules',
    title: 'Built-in rules of Azure Firewall',
    statement:
      'After the application rules Azure Firewall allows host names of its own infrastructure collection, among them those of Azure diagnostics and logging, unless an application rule that comes last denies everything. The page does not list the names.',
    ...injected,
    citations: [cite(processing, 'Infrastructure rule collection')],
  },
  {
    id: 'firewall-application-rules',
    title: 'What application rules of Azure Firewall look at',
    statement:
      'Application rules see HTTP, HTTPS and MSSQL that no network rule matches, and compare host names: the Host header of HTTP and the server name of TLS.',
    ...injected,
    citations: [cite(processing, outbound)],
  },
  {
    id: 'firewall-dnat-rules',
    title: 'DNAT rules of Azure Firewall are for inbound traffic',
    statement:
      "DNAT rules translate inbound traffic to the firewall's own addresses and allow it; network rules do not see it again.",
    ...injected,
    citations: [
      cite(processing, 'DNAT rules and network rules'),
      cite('firewall-rule-sets-2026-03-28', 'DNAT rules'),
    ],
  },
  {
    id: 'firewall-threat-intelligence',
    title: 'Threat intelligence comes before the rules',
    statement:
      'If threat intelligence or intrusion prevention denies traffic, no rule of Azure Firewall can allow it.',
    ...injected,
    citations: [cite(processing, 'Threat intelligence'), cite(processing, 'IDPS')],
  },
  {
    id: 'firewall-network-rule-host-names',
    title: 'Host names in network rules of Azure Firewall',
    statement:
      'A network rule may name whole host names, without wildcards, if the DNS proxy of the firewall is on; the firewall resolves them to addresses.',
    ...injected,
    citations: [
      cite('firewall-host-names-2025-03-17', 'Use FQDN filtering in network rules'),
      cite('firewall-host-names-2025-03-17', 'How it works'),
    ],
  },
  {
    id: 'firewall-fqdn-tags',
    title: 'Microsoft decides what an FQDN tag contains',
    statement:
      'An FQDN tag in an application rule stands for host names that Microsoft keeps and changes, so a rule with one says nothing certain about a given host name.',
    ...injected,
    citations: [
      cite('firewall-fqdn-tags-2026-03-28', 'FQDN tags overview'),
      cite('firewall-fqdn-tags-2026-03-28', 'FQDN tags overview: a given host name', 'INFERRED'),
    ],
  },
  {
    id: 'firewall-sql-proxy-mode',
    title: 'Azure SQL by host name needs the proxy mode',
    statement:
      'Application rules for MSSQL filter Azure SQL only if clients connect in proxy mode on port 1433; in redirect mode, the default within Azure, a network rule for the Sql tag allows it.',
    ...injected,
    citations: [
      cite('firewall-sql-2022-10-31', 'Configure Azure Firewall application rules with SQL FQDNs'),
    ],
  },
];
