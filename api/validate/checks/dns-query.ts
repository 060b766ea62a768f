/** What the security rules of a location do with queries to a DNS server. */

import { dnsPort } from '../../../data/index.ts';
import type { LocationContext } from '../location.ts';
import { localSide, type Side } from '../network/address-space.ts';
import { type Evaluation, evaluate } from '../network/evaluate.ts';
import { portSet } from '../network/ports.ts';
import { defaultRules } from '../network/security-rule.ts';

export function ask(
  { network, tags, rules = [] }: LocationContext,
  remote: Side,
  protocol: 'UDP' | 'TCP',
): Evaluation {
  return evaluate(
    {
      direction: 'OUTBOUND',
      protocol,
      remote,
      local: localSide(network),
      ports: portSet([dnsPort]),
    },
    [...rules, ...defaultRules(tags)],
  );
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
