/** Load balancer probes that pass only by a rule for VirtualNetwork, in front of a rule that denies them. */

import { isEverything } from '../../../network/address-term.ts';
import { memoizeOnObject } from '../../../network/memoize.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { covers, has } from '../../../network/sets/interval-set.ts';
import { hostAddress } from '../../../network/sets/ipv4.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { allowRulesOf, type CustomRule, farTag, hasProtocolOf } from './custom-rule.ts';
import { carriersOf, denierBehind } from './traffic-status.ts';

export interface ImplicitProbe {
  readonly flow: EvaluatedFlow;
  readonly carrier: CustomRule;
  readonly denier: SecurityRule;
}

/** By the rule that lets them pass. */
export const implicitProbes = memoizeOnObject(
  (location: LocationContext): ReadonlyMap<SecurityRule, readonly ImplicitProbe[]> => {
    const dependent = location.flows.flatMap((flow): ImplicitProbe[] => {
      const isProbe = flow.remote[0]?.name === 'AzureLoadBalancer';
      if (!isProbe || flow.necessity === 'OPTIONAL' || flow.evaluation.outcome !== 'ALLOWED') {
        return [];
      }
      const carrier = networkRuleAmong(carriersOf(flow), location);
      const denier = carrier && denierBehind(carrier.rule, flow, location);
      return denier && !isLetInBefore(denier, flow, location) ? [{ flow, carrier, denier }] : [];
    });
    return Map.groupBy(dependent, ({ carrier }) => carrier.rule);
  },
);

/** The custom rule for VirtualNetwork, where it alone lets the traffic pass. */
function networkRuleAmong(carriers: ReturnType<typeof carriersOf>, location: LocationContext) {
  const [only, ...others] = carriers;
  if (!only || others.length > 0) return undefined;
  return allowRulesOf(location).find(
    (custom) => custom.rule === only && farTag(custom)?.name === 'VirtualNetwork',
  );
}

/** Another rule, for the probe or for everybody, would let the traffic in as well. */
function isLetInBefore(denier: SecurityRule, flow: EvaluatedFlow, location: LocationContext) {
  const { rules = [] } = location;
  return allowRulesOf(location).some(
    ({ rule, direction, far }) =>
      direction === 'INBOUND' &&
      rules.indexOf(rule) < rules.indexOf(denier) &&
      hasProtocolOf(rule, flow.statement) &&
      covers(rule.destinationPorts ?? [], flow.ports) &&
      far.some(
        (term) =>
          isEverything(term) ||
          (term.kind === 'tag' && term.tag.name === 'AzureLoadBalancer') ||
          (term.kind === 'addresses' && has(term.addresses, hostAddress)),
      ),
  );
}
