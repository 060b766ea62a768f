import { cite } from '../../../../data/cite.ts';
import type { OwnFlowInput } from '../../own-flows/own-flow.ts';
import type { Check } from '../kit/check.ts';
import { example, outbound, securityRules } from '../kit/example.ts';
import { namesOf, ownFlowsThat } from '../kit/own-flow.ts';

const backend: OwnFlowInput = {
  name: 'the backend is reached',
  allow: [{ to: ['10.1.2.0/24'], ports: ['8443'], protocol: 'TCP' }],
  reason: 'The orders API runs there.',
};
const denyRest = outbound('DenyRest', 4000, 'DENY', '*', '*', { protocol: '*' });

export const ownFlowDenied: Check = {
  id: 'own-flow-denied',
  title: 'Traffic that you promise is denied',
  severity: 'ERROR',
  summary:
    'One of your own flows says allow, and a security rule, an admin rule, a route or a firewall stops some of it.',
  rationale:
    'The documents say what the service needs; only you know what your APIs need. Write a flow once, with a reason, and the check judges each change of the network by it.',
  avoid: 'a deny-all rule without a rule for the backend before it',
  prefer: 'a rule that allows the flow, with a smaller priority number than the deny rule',
  examples: {
    good: {
      ...example(
        'the backend is allowed before the rest is denied',
        securityRules(outbound('AllowOrders', 200, 'ALLOW', '10.1.2.0/24', '8443'), denyRest),
      ),
      flows: [backend],
    },
    bad: {
      ...example('the backend is denied with the rest', securityRules(denyRest)),
      flows: [backend],
    },
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: ownFlowsThat('BROKEN', ['ALLOW'], (judged) =>
    judged.rules.length === 0
      ? undefined
      : `allow these packets before ${namesOf(judged)}, or change the flow`,
  ),
};
