/** What the security rules of a location do with queries to a DNS server. */

import { dnsPort } from '../../../../data/index.ts';
import { type Evaluation, evaluate } from '../../../network/evaluate.ts';
import { localSide } from '../../../network/flow-ends.ts';
import { defaultRules } from '../../../network/security-rule.ts';
import { portSet } from '../../../network/sets/ports.ts';
import {
  type AssumptionCode,
  type NetworkFacts,
  rememberedSide,
  type Side,
} from '../../../network/side.ts';
import type { LocationContext } from '../../location/location.ts';

/** `farEnd` makes the side of the server; what it has to assume counts where the answer hangs on it. */
export function ask(
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
      remote: rememberedSide(trial, farEnd),
      local: rememberedSide(trial, localSide),
      ports: portSet([dnsPort]),
    },
    [...rules, ...defaultRules(tags)],
  );
  if (evaluation.outcome === 'UNKNOWN' && isDeniedByRule(evaluation)) {
    for (const code of assumed) network.assume(code);
  }
  return evaluation;
}

/** A default rule does not count: whether it denies a private address is up to what the virtual network reaches. */
const denier = ({ deniedBy: rules }: Evaluation) => rules.find(({ isDefault }) => !isDefault);

export const isDeniedByRule = (evaluation: Evaluation) =>
  evaluation.outcome !== 'ALLOWED' && denier(evaluation) !== undefined;

/** DenyAll (priority 4096) */
export function deniedBy(evaluation: Evaluation): string {
  const rule = denier(evaluation);
  return rule ? `${rule.name} (priority ${rule.priority ?? 'unknown'})` : 'a default rule';
}
