import { cite } from '../../../../data/cite.ts';
import { ownFlowKinds } from '../../own-flows/own-flow.ts';
import type { Check } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { onlyFrontDoor, ownFlowsThat } from '../kit/own-flow.ts';

export const ownFlowUndecided: Check = {
  id: 'own-flow-undecided',
  title: 'One of your own flows could not be decided',
  severity: 'WARNING',
  summary: 'The input does not say enough to decide one of your own flows.',
  rationale:
    'A rule names addresses, and the flow a service tag whose prefixes are not known; or a value is known only at deployment; or an appliance that the input does not contain is on the way, or a gateway may bring a default route. A flow that may be broken is never reported as holding.',
  avoid: 'addresses in the rules where the flow names a service tag, without the weekly file',
  prefer: 'the same service tags in rules and flows, and prefixes that are known',
  examples: {
    good: {
      ...example(
        'the rule names the tag of the flow',
        securityRules(inbound('AllowFrontDoor', 100, 'ALLOW', 'AzureFrontDoor.Backend', '443')),
      ),
      flows: [onlyFrontDoor],
    },
    unsure: {
      ...example(
        'the addresses may be those of Front Door',
        securityRules(inbound('AllowClients', 100, 'ALLOW', '20.0.0.0/16', '443')),
      ),
      flows: [onlyFrontDoor],
    },
  },
  citations: [cite('service-tags-overview', 'Service tags on-premises')],
  run: (context) =>
    ownFlowsThat(
      'UNDECIDED',
      ownFlowKinds,
      () => undefined,
    )(context).map((observation) => ({
      ...observation,
      outcome: 'NEEDS_REVIEW' as const,
    })),
};
