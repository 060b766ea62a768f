import { cite } from '../../../../data/cite.ts';
import type { Check } from '../kit/check.ts';
import { externalRowOf, openedBeyond } from '../kit/client-ports.ts';
import { farTag, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { namedRule } from '../kit/rule-labels.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const unneededInInternal: Check = {
  id: 'unneeded-in-internal',
  title: 'Rule of external mode on an internal instance',
  severity: 'INFO',
  summary:
    'In internal mode a rule admits Internet clients or Traffic Manager, which no edition requires in that mode.',
  rationale:
    'An internal instance serves clients on a private address, so no client can use this rule. It does no harm now, but if the instance is switched to external mode, the gateway is public at once.',
  avoid: 'the whole table of external mode on an internal instance',
  prefer:
    'the rows of internal mode; the default rule already admits clients in the virtual network',
  examples: {
    good: example('the rows of internal mode', securityRules(management)),
    bad: example(
      'a rule for clients from the internet',
      securityRules(management, inbound('AllowClients', 110, 'ALLOW', 'Internet', '443')),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perAllowRule((custom, location) => {
    if (location.deployment.virtualNetworkType !== 'INTERNAL') return undefined;
    const row = externalRowOf(custom);
    if (!row || openedBeyond(custom, location).length > 0) return undefined;
    return {
      message: `${namedRule(custom.rule)} admits ${farTag(custom)?.name}; that row is for external mode, and the instance is in internal mode`,
      path: custom.raw.path,
      remediation: 'remove the rule, unless you plan to switch to external mode',
      citations: row.citations,
    };
  }),
};
