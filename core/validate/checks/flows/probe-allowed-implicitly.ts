import { cite } from '../../../../data/cite.ts';
import { isEverything } from '../../../network/address-term.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { covers, has } from '../../../network/sets/interval-set.ts';
import { hostAddress } from '../../../network/sets/ipv4.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { allowRulesOf, farTag, hasProtocolOf } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { carriersOf, denierBehind } from '../kit/traffic-status.ts';

const network = [
  inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
  inbound('AllowNetwork', 120, 'ALLOW', 'VirtualNetwork', '*'),
  inbound('DenyRest', 500, 'DENY', '*', '*', { protocol: '*' }),
];

export const probeAllowedImplicitly: Check = {
  id: 'probe-allowed-implicitly',
  aliases: ['implicit'],
  title: 'Load balancer probe passes only as part of VirtualNetwork',
  severity: 'WARNING',
  summary:
    'No rule of its own admits the load balancer probe; it passes only because VirtualNetwork contains the address of the host that sends it.',
  rationale:
    'Probes come from 168.63.129.16, which the definition of VirtualNetwork includes. So a rule for VirtualNetwork admits them, while a deny rule hides the default rule for AzureLoadBalancer. No page on API Management says that this is enough. If somebody narrows the rule to address prefixes, the probe is blocked; on Premium that cuts off all inbound traffic.',
  avoid: 'VirtualNetwork as the source of the probe, followed by a deny rule',
  prefer: 'a rule for AzureLoadBalancer',
  examples: {
    good: example(
      'a rule for the probe',
      securityRules(inbound('AllowProbe', 110, 'ALLOW', 'AzureLoadBalancer', '6390'), ...network),
    ),
    bad: example('the probe passes as part of VirtualNetwork', securityRules(...network)),
  },
  citations: [cite('service-tags-overview', 'Available service tags', 'INFERRED')],
  run: perLocation((location) => {
    const dependent = location.flows.flatMap((flow) => {
      const isProbe = flow.remote[0]?.name === 'AzureLoadBalancer';
      if (!isProbe || flow.necessity === 'OPTIONAL' || flow.evaluation.outcome !== 'ALLOWED') {
        return [];
      }
      const carrier = networkRuleAmong(carriersOf(flow), location);
      const denier = carrier && denierBehind(carrier.rule, flow, location);
      return denier && !isLetInBefore(denier, flow, location) ? [{ flow, carrier, denier }] : [];
    });
    return [...Map.groupBy(dependent, ({ carrier }) => carrier.rule).values()].flatMap((flows) => {
      const [first] = flows;
      if (!first) return [];
      const { carrier, denier } = first;
      const ports = listing(flows.map(({ flow }) => flow.destinationPort));
      return [
        {
          message: `only ${namedRule(carrier.rule)} for VirtualNetwork lets the load balancer probe on port ${ports} pass, because that tag contains 168.63.129.16; ${namedRule(denier)} hides the default rule for AzureLoadBalancer`,
          path: carrier.raw.path,
          remediation: `allow port ${ports} from AzureLoadBalancer before ${namedRule(denier)}`,
          citations: [...probeAllowedImplicitly.citations, ...first.flow.statement.citations],
        },
      ];
    });
  }),
};

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
