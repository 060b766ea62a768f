import { cite } from '../../../../data/cite.ts';
import type { OwnFlowInput } from '../../own-flows/own-flow.ts';
import type { Check } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { namesOf, onlyFrontDoor, ownFlowsThat } from '../kit/own-flow.ts';

const frontDoor = inbound('AllowFrontDoor', 100, 'ALLOW', 'AzureFrontDoor.Backend', '443');
const onlyContoso: OwnFlowInput = {
  name: 'only Contoso calls the gateway',
  only: [{ from: ['198.51.100.0/24'], ports: ['443'] }],
  of: [{ from: ['Internet'] }],
  reason: 'No other partner has a contract.',
};

export const ownFlowOpen: Check = {
  id: 'own-flow-open',
  title: 'Traffic passes that you exclude',
  severity: 'ERROR',
  summary:
    'One of your own flows says deny or only, and other packets pass; the finding names all of them.',
  rationale:
    'Rules add up: the one that opens too much may be none of those that you look at. The finding has exactly the packets that break the flow, with one of them and the rules that let them pass.',
  avoid: 'port 443 open to the Internet where only Front Door should call',
  prefer: 'rules that allow what the flow lists, and nothing else',
  examples: {
    good: {
      ...example('only Front Door is allowed', securityRules(frontDoor)),
      flows: [onlyFrontDoor],
    },
    bad: {
      ...example(
        'another partner is allowed, too',
        securityRules(
          inbound('AllowContoso', 100, 'ALLOW', '198.51.100.0/24', '443'),
          inbound('AllowFabrikam', 110, 'ALLOW', '203.0.113.0/24', '443'),
        ),
      ),
      flows: [onlyContoso],
    },
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: ownFlowsThat('BROKEN', ['DENY', 'ONLY'], (judged) => {
    const { kind } = judged.result;
    return `narrow or remove ${namesOf(judged)}${kind === 'ONLY' ? ', or list these packets in the flow' : ', or change the flow'}`;
  }),
};
