import { cite } from '../../../../data/cite.ts';
import { addressPath } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import { farTag, isBroad, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { implicitProbes } from '../kit/implicit-probe.ts';
import { namedRule } from '../kit/rule-labels.ts';
import { tagInName } from '../kit/rule-name.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const nameVsSource: Check = {
  id: 'name-vs-source',
  title: 'Rule name contradicts its service tag',
  severity: 'INFO',
  summary: 'A rule is named after one service but uses the tag of another.',
  rationale:
    'Such a rule is often a copy in which one field was not updated. It does what its fields say, so the traffic it is named after depends on other rules.',
  avoid: 'a rule LoadBalancer with VirtualNetwork as its source',
  prefer: 'AzureLoadBalancer as the source of the probe rule',
  examples: {
    good: example(
      'the tag of the service',
      securityRules(
        management,
        inbound('AllowLoadBalancer', 110, 'ALLOW', 'AzureLoadBalancer', '6390'),
      ),
    ),
    bad: example(
      'the probe rule has another source',
      securityRules(
        management,
        inbound('AllowLoadBalancer', 110, 'ALLOW', 'VirtualNetwork', '6390'),
      ),
    ),
  },
  citations: [cite('service-tags-overview', 'Available service tags', 'INFERRED')],
  run: perAllowRule((custom, location) => {
    const tag = farTag(custom);
    if (!tag || isBroad(custom)) return undefined;
    const meant = tagInName(custom.rule.name);
    if (!meant || tag.base === meant) return undefined;
    // A service may be reached through a private endpoint, inside the network; the probe comes only from its own tag.
    if (tag.name === 'VirtualNetwork' && meant !== 'AzureLoadBalancer') return undefined;
    // The check probe-allowed-implicitly reports the rule.
    if (implicitProbes(location).has(custom.rule)) return undefined;
    return {
      message: `${namedRule(custom.rule)} is named after ${meant}, but its ${custom.farSide} is ${tag.name}`,
      path: addressPath(custom.raw, custom.farSide),
      remediation: `set the ${custom.farSide} to ${meant} if the name is right, or rename the rule`,
    };
  }),
};
