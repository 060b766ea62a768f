/** Whether documented traffic passes now, and which rules let it pass. */

import { isEverything } from '../../../network/address-term.ts';
import { endsOf } from '../../../network/near-end.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { hasProtocolOf, meetsSubnet } from './custom-rule.ts';
import { namedRule } from './rule-labels.ts';

/** The rules that let the traffic pass, or may do so. */
export function carriersOf({ evaluation }: EvaluatedFlow): SecurityRule[] {
  return evaluation.deciders
    .filter(({ rule, fraction }) => rule.access !== 'DENY' && fraction !== 0)
    .map(({ rule }) => rule);
}

/** Those that are denied whole or in part. */
export function deniedOf(flows: readonly EvaluatedFlow[]): readonly EvaluatedFlow[] {
  return flows.filter(({ evaluation: { outcome } }) => ['DENIED', 'PARTIAL'].includes(outcome));
}

/** A clause on whether the traffic passes without that rule. */
export function statusWithout(flow: EvaluatedFlow): string {
  switch (flow.evaluation.outcome) {
    case 'DENIED':
      return `that traffic is now denied${by(flow)}`;
    case 'PARTIAL':
      return `a part of that traffic is now denied${by(flow)}`;
    case 'UNKNOWN':
      return 'whether that traffic passes is undecided';
    default: {
      const [rule] = carriersOf(flow);
      if (!rule) return 'that traffic passes now';
      return rule.isDefault
        ? `for now the default rule ${rule.name} lets that traffic pass, until another rule denies it`
        : `for now ${namedRule(rule)} lets that traffic pass`;
    }
  }
}

function by({ evaluation: { deniedBy } }: EvaluatedFlow): string {
  const [rule] = deniedBy;
  if (!rule) return '';
  return rule.isDefault ? ` by the default rule ${rule.name}` : ` by ${namedRule(rule)}`;
}

/** The first custom rule after `rule` that denies the flow, compared by tag names only. */
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

/** Internet and AzureCloud contain the tags of services, and Internet contains itself. */
function holds(outer: string, inner: string): boolean {
  return (
    ['Internet', 'AzureCloud'].includes(outer) &&
    !['VirtualNetwork', 'AzureLoadBalancer'].includes(inner)
  );
}
