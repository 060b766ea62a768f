import { cite } from '../../../../data/cite.ts';
import type { Check } from '../kit/check.ts';
import { externalRowOf, openedBeyond } from '../kit/client-ports.ts';
import { farTag, named, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const unneededInInternal: Check = {
  id: 'unneeded-in-internal',
  title: 'Rule of external mode on an internal instance',
  severity: 'INFO',
  summary:
    'In internal mode a rule admits clients from Internet, or Traffic Manager, which no edition asks for in that mode.',
  rationale:
    'An internal instance answers clients on a private address, so the rule admits nobody it could be for. It does no harm now; on the day the instance is switched to external mode, the gateway is public at once.',
  avoid: 'the whole table of external mode on an internal instance',
  prefer: 'the rows of internal mode; clients in the virtual network pass by its default rule',
  examples: {
    good: example('the rows of internal mode', securityRules(management)),
    bad: example(
      'a rule for clients from the internet',
      securityRules(management, inbound('AllowClients', 110, 'ALLOW', 'Internet', '443')),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perAllowRule((given, location) => {
    if (location.deployment.virtualNetworkType !== 'INTERNAL') return undefined;
    const row = externalRowOf(given);
    if (!row || openedBeyond(given, location).length > 0) return undefined;
    return {
      message: `${named(given.rule)} admits ${farTag(given)?.name}; the row it follows is one of external mode, and the instance is in internal mode`,
      path: given.raw.path,
      remediation: 'remove the rule, unless the instance is to become external',
      citations: row.citations,
    };
  }),
};
