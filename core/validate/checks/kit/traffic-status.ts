/** Whether documented traffic passes now, and what it owes that to. */

import { isEverything } from '../../../network/address-term.ts';
import { endsOf } from '../../../network/near-end.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { hasProtocolOf, meetsSubnet, named } from './custom-rule.ts';

/** The rules that let the traffic pass, or may do so. */
export function carriersOf({ evaluation }: EvaluatedFlow): SecurityRule[] {
  return evaluation.deciders
    .filter(({ rule, fraction }) => rule.access !== 'DENY' && fraction !== 0)
    .map(({ rule }) => rule);
}

/** A clause on what becomes of the traffic without the rule at hand. */
export function statusWithout(flow: EvaluatedFlow): string {
  switch (flow.evaluation.outcome) {
    case 'DENIED':
      return `that traffic is denied now${by(flow)}, which is what the rule was to prevent`;
    case 'PARTIAL':
      return `a part of that traffic is denied now${by(flow)}`;
    case 'UNKNOWN':
      return 'whether that traffic passes could not be decided';
    default: {
      const [rule] = carriersOf(flow);
      if (!rule) return 'that traffic passes now';
      return rule.isDefault
        ? `nothing breaks as long as the default rule ${rule.name} lets that traffic through, and it does until a rule denies it`
        : `nothing breaks as long as ${named(rule)} lets that traffic through`;
    }
  }
}

function by({ evaluation: { deniedBy } }: EvaluatedFlow): string {
  const [rule] = deniedBy;
  if (!rule) return '';
  return rule.isDefault ? ` by the default rule ${rule.name}` : ` by ${named(rule)}`;
}

/** The first custom rule behind `rule` that denies the flow, by the names in it; prefixes are not looked at. */
export function denierBehind(
  rule: SecurityRule,
  flow: EvaluatedFlow,
  location: LocationContext,
): SecurityRule | undefined {
  const { rules = [] } = location;
  return rules.slice(rules.indexOf(rule) + 1).find((later) => {
    const { far, near } = endsOf(later);
    return (
      later.access === 'DENY' &&
      later.direction === flow.direction &&
      hasProtocolOf(later, flow.statement) &&
      overlaps(later.destinationPorts ?? [], flow.ports) &&
      meetsSubnet(near, location) &&
      far.some(
        (term) =>
          isEverything(term) ||
          (term.kind === 'tag' &&
            flow.remote.some(
              (tag) => holds(term.tag.name, tag.name) || term.tag.base === tag.base,
            )),
      )
    );
  });
}

/** Internet and AzureCloud hold the tags of services, and Internet holds itself. */
function holds(outer: string, inner: string): boolean {
  return (
    ['Internet', 'AzureCloud'].includes(outer) &&
    !['VirtualNetwork', 'AzureLoadBalancer'].includes(inner)
  );
}
