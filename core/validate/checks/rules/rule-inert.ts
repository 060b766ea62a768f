import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { unmatched } from '../kit/unmatched-rules.ts';

export const ruleInert: Check = {
  id: 'rule-inert',
  aliases: ['inert-rule'],
  title: 'Rule that never matches',
  severity: 'WARNING',
  summary:
    'The near end of a rule is something that the subnet can never be, such as the tag of a service.',
  rationale:
    'The destination of inbound traffic and the source of outbound traffic are in the subnet. A tag other than VirtualNetwork never includes the instance, so the rule allows and denies nothing, whatever its priority.',
  avoid: 'an inbound rule with AzureFrontDoor.Backend as its destination',
  prefer: 'an inbound rule from AzureFrontDoor.Backend to VirtualNetwork',
  examples: {
    good: example(
      'the far end is the source',
      securityRules(inbound('AllowFrontDoor', 100, 'ALLOW', 'AzureFrontDoor.Backend', '443')),
    ),
    bad: example(
      'the far end is the destination',
      securityRules(
        inbound('AllowFrontDoor', 100, 'ALLOW', 'Internet', '443', {
          destinationAddressPrefixes: ['AzureFrontDoor.Backend'],
        }),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: perLocation(
    unmatched(
      'rule-inert',
      (_, near) =>
        `set its ${near} to VirtualNetwork or the prefix of the subnet and check the other end; or remove the rule`,
    ),
  ),
};
