/** What the security group of a DNS server's own subnet or network interface does with queries of the instance. */

import { dnsPort } from '../../../../data/index.ts';
import { type Evaluation, evaluate } from '../../../network/evaluate.ts';
import { localSide } from '../../../network/flow-ends.ts';
import { hostSide } from '../../../network/host-side.ts';
import { defaultRules, inPriorityOrder } from '../../../network/security-rule.ts';
import { prefixSet } from '../../../network/sets/ipv4.ts';
import { portSet } from '../../../network/sets/ports.ts';
import { rememberedSide } from '../../../network/side.ts';
import type { LocationContext } from '../../location/location.ts';
import { ruleReader } from '../../read/rules/security-rule.ts';
import { readRules } from '../../read/rules/security-rules.ts';
import type { ServerGroup } from '../../read/server-groups.ts';

/** The instance's subnet is the far end. A subnet in another virtual network counts as one of a peer. */
export function evaluateArrival(
  { network, tags }: LocationContext,
  group: ServerGroup,
  address: number,
  protocol: 'UDP' | 'TCP',
): Evaluation {
  const facts = { ...network, assume: () => {} };
  const ofServer = { ...facts, subnet: prefixSet(...group.prefixes) };
  const { rules } = readRules(group.rules, ruleReader(tags));
  return evaluate(
    {
      direction: 'INBOUND',
      protocol,
      remote: rememberedSide(facts, localSide),
      local: rememberedSide(ofServer, (known) => hostSide([address, address], known)),
      ports: portSet([dnsPort]),
    },
    [...inPriorityOrder([...rules]), ...defaultRules(tags)],
  );
}
