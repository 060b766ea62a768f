import { cite } from '../../../../data/cite.ts';
import { addressPath } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import { farTag, isBroad, named, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { tagInName } from '../kit/rule-name.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const nameVsSource: Check = {
  id: 'name-vs-source',
  title: 'Name and service tag contradict each other',
  severity: 'INFO',
  summary: 'A rule is called after one service and its far end is the tag of another.',
  rationale:
    'Such a rule is often a copy of which one field was forgotten. It does what its fields say, and the traffic it is named after rests on something else.',
  avoid: 'a rule LoadBalancer with VirtualNetwork as source',
  prefer: 'AzureLoadBalancer as source of the rule for the probe',
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
  run: perAllowRule((given) => {
    const tag = farTag(given);
    if (!tag || isBroad(given)) return undefined;
    const meant = tagInName(given.rule.name);
    if (!meant || tag.base === meant) return undefined;
    // A service may be reached through a private endpoint, inside the network; the probe comes only from its own tag.
    if (tag.name === 'VirtualNetwork' && meant !== 'AzureLoadBalancer') return undefined;
    return {
      message: `${named(given.rule)} is called after ${meant}, and its ${given.farSide} is ${tag.name}`,
      path: addressPath(given.raw, given.farSide),
      remediation: `set the ${given.farSide} to ${meant} if that is meant, or give the rule another name`,
    };
  }),
};
