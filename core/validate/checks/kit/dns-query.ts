/** What the security rules of a location do with queries to a DNS server. */

import { dnsPort } from '../../../../data/index.ts';
import { type Evaluation, evaluate } from '../../../network/evaluate.ts';
import { localSide } from '../../../network/flow-ends.ts';
import { defaultRules } from '../../../network/security-rule.ts';
import { has } from '../../../network/sets/interval-set.ts';
import { portSet } from '../../../network/sets/ports.ts';
import type { AssumptionCode, NetworkFacts, Side } from '../../../network/side.ts';
import type { LocationContext } from '../../location/location.ts';

/** `farEnd` makes the side of the server; its assumptions are reported only if the result depends on them. */
export function evaluateQuery(
  { network, tags, rules = [] }: LocationContext,
  farEnd: (network: NetworkFacts) => Side,
  protocol: 'UDP' | 'TCP',
): Evaluation {
  const assumed = new Set<AssumptionCode>();
  const trial: NetworkFacts = { ...network, assume: (code) => assumed.add(code) };
  const evaluation = evaluate(
    {
      direction: 'OUTBOUND',
      protocol,
      remote: farEnd(trial),
      local: localSide(trial),
      ports: portSet([dnsPort]),
    },
    [...rules, ...defaultRules(tags)],
  );
  if (evaluation.outcome === 'UNKNOWN' && isDeniedByRule(evaluation)) {
    for (const code of assumed) network.assume(code);
  }
  return evaluation;
}

/** False where no rule denies queries to any server: that is so in most groups, and takes no evaluation. */
export const mayDenyQueries = ({ rules = [] }: LocationContext): boolean =>
  rules.some(
    ({ access, direction, protocol, destinationPorts }) =>
      access !== 'ALLOW' &&
      direction !== 'INBOUND' &&
      (protocol === undefined || protocol === 'ANY' || protocol === 'UDP') &&
      (destinationPorts === undefined || has(destinationPorts, Number(dnsPort))),
  );

/** Default rules do not count: the input does not say which private addresses belong to the virtual network. */
const denier = ({ deniedBy: rules }: Evaluation) => rules.find(({ isDefault }) => !isDefault);

export const isDeniedByRule = (evaluation: Evaluation) =>
  evaluation.outcome !== 'ALLOWED' && denier(evaluation) !== undefined;

/** DenyAll (priority 4096) */
export function deniedBy(evaluation: Evaluation): string {
  const rule = denier(evaluation);
  return rule ? `${rule.name} (priority ${rule.priority ?? 'unknown'})` : 'a default rule';
}
