import { citationsOf, noteOf } from '../../../notes.ts';
import type { InputPeering } from '../../../peering.ts';
import { quoted } from '../../../quoted.ts';
import { peeringTo } from '../../path/peers.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { peeredWithHub, toHub } from '../kit/peering-example.ts';
import { describeRoutes, tunneled } from '../kit/tunnel.ts';

export const forwardedTrafficBlocked: Check = {
  id: 'forwarded-traffic-blocked',
  title: 'A peering may keep out what the firewall forwards',
  severity: 'WARNING',
  summary:
    'Routes lead to an appliance in a peered network, and the peering does not allow traffic that the other network forwards.',
  rationale:
    'What the appliance sends back does not originate in its network but on the Internet. The documents say that such traffic enters only if the peering allows forwarded traffic, and do not say whether replies are an exception.',
  avoid: 'a firewall in a hub, and allowForwardedTraffic false on the peering to it',
  prefer: 'allowForwardedTraffic true on the peering from the network of the instance to the hub',
  examples: {
    good: peeredWithHub('forwarded traffic comes in', {}, toHub),
    unsure: peeredWithHub('it may not', { allowForwardedTraffic: false }, toHub),
  },
  citations: citationsOf(noteOf('peering-forwarded-traffic')),
  run: perLocation((context) => {
    const routed = tunneled(context);
    if (!routed) return [];
    const led = routed.routes.tunnel.flatMap(({ route }) => {
      const peering = peeringTo(route, context.location);
      const isBlocked = peering?.allowsForwarded === false && peering.isConnected !== false;
      return peering && isBlocked ? [{ route, peering }] : [];
    });
    const groups = Map.groupBy(led, ({ peering }) => peering);
    return [...groups].map(([peering, some]: readonly [InputPeering, typeof led]) => ({
      message: `${describeRoutes(some.map(({ route }) => route))} leads into ${peering.remote}, and the peering ${quoted(peering.name)} does not allow traffic that is forwarded there, as replies from the Internet are`,
      path: peering.path,
      outcome: 'NEEDS_REVIEW' as const,
      remediation: `set allowForwardedTraffic of the peering ${quoted(peering.name)}`,
    }));
  }),
};
