import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { implicitProbes } from '../kit/implicit-probe.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { tagInName } from '../kit/rule-name.ts';

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
    return [...implicitProbes(location).values()].flatMap((flows) => {
      const [first] = flows;
      if (!first) return [];
      const { carrier, denier } = first;
      const ports = listing(flows.map(({ flow }) => flow.destinationPort));
      return [
        {
          message: `only ${namedRule(carrier.rule)} for VirtualNetwork lets the load balancer probe on port ${ports} pass, because that tag contains 168.63.129.16; ${namedRule(denier)} hides the default rule for AzureLoadBalancer`,
          path: carrier.raw.path,
          rules: [carrier.rule, denier],
          ...(tagInName(carrier.rule.name) === 'AzureLoadBalancer' && {
            includes: ['name-vs-source'],
          }),
          remediation: `allow port ${ports} from AzureLoadBalancer before ${namedRule(denier)}`,
          citations: [...probeAllowedImplicitly.citations, ...first.flow.statement.citations],
        },
      ];
    });
  }),
};
