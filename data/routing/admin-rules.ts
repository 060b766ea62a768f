/** Security admin rules of Azure Virtual Network Manager, which come before security groups, from their concept page. */

import { citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';
import { injected } from './define.ts';

const cite = citeOn('2026-11-29');
const page = 'admin-rules-2026-01-09';
const evaluated = 'How security admin rules and network security groups (NSGs) are evaluated';

export const adminRuleFacts: readonly NetworkFact[] = [
  {
    id: 'admin-rules-before-groups',
    title: 'Security admin rules come before security groups',
    statement:
      'Security admin rules are evaluated before network security groups, lower numbers first. Deny drops the traffic and Always Allow lets it pass, in both cases without the group; Allow leaves it to the group.',
    ...injected,
    citations: [cite(page, evaluated), cite(page, 'Security admin fields')],
  },
  {
    id: 'admin-rules-when-deployed',
    title: 'Security admin rules apply when they are deployed',
    statement:
      'A security admin configuration applies to the virtual networks of its network groups once it is deployed to their region, one configuration in a region.',
    ...injected,
    citations: [cite(page, 'How security admin rules work')],
  },
  {
    id: 'admin-rules-not-exempt',
    title: 'API Management is not exempt from security admin rules',
    statement:
      'The page lists the services whose networks or subnets security admin rules skip, among them SQL Managed Instance, Databricks, Application Gateway and Azure Firewall. API Management is not in the lists.',
    ...injected,
    citations: [
      cite(page, 'Nonapplication of security admin rules'),
      cite(page, 'Nonapplication of security admin rules: API Management', 'INFERRED'),
    ],
  },
];
