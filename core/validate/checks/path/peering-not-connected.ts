import { isEmptyPart } from '../../../network/address-part.ts';
import { isTunnel, type UserRoute } from '../../../network/route.ts';
import { isEmpty } from '../../../network/sets/interval-set.ts';
import { toPrefixes } from '../../../network/sets/ipv4.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import type { InputPeering } from '../../../peering.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import { isNear } from '../../path/near-flows.ts';
import { lostPeeringTo, sharedWith } from '../../path/peers.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { describeFlow, titleOf } from '../kit/flow-labels.ts';
import { peeredWithHub, toHub } from '../kit/peering-example.ts';
import { listing } from '../kit/rule-labels.ts';
import { describeRoutes } from '../kit/tunnel.ts';

export const peeringNotConnected: Check = {
  id: 'peering-not-connected',
  title: 'A peering carries no traffic',
  severity: 'ERROR',
  summary:
    'A peering of the virtual network is not connected, or cannot be, because the address spaces overlap.',
  rationale:
    'A peering works once both networks have one with each other and both are Connected. Until then nothing of the other network is reached: no backend, no DNS server, and no firewall to which a route leads.',
  avoid: 'a route to a firewall in a hub whose peering is Initiated or Disconnected',
  prefer: 'a peering in both networks, and address spaces that do not overlap',
  examples: {
    good: peeredWithHub('the peering is Connected', {}, toHub),
    bad: peeredWithHub(
      'the default route leads to a hub without a peering back',
      { peeringState: 'Initiated' },
      toHub,
    ),
  },
  citations: citationsOf(noteOf('peering-both-sides'), noteOf('peering-no-overlap')),
  run: perLocation((context) =>
    (context.location.peerings ?? []).flatMap((peering) => look(peering, context)),
  ),
};

function look(peering: InputPeering, context: LocationContext): Observation[] {
  const label = `the peering ${quoted(peering.name)} with ${peering.remote}`;
  if (peering.isConnected === false) {
    const lost = lostRoutes(peering, context);
    const base = {
      path: peering.path,
      remediation: `create the peering from ${peering.remote} to this network again, until both are Connected`,
      citations: citationsOf(noteOf('peering-both-sides'), noteOf('next-hop-direct')),
    };
    if (lost.length > 0) return [lostFlows(lost, label, peering, base, context)];
    const message = `${label} is ${peering.state}, so it carries no traffic`;
    return [{ ...base, message, severity: 'WARNING' }];
  }
  const shared = sharedWith(peering, context.location);
  if (isEmpty(shared)) return [];
  return [
    {
      message: `${label} cannot be created: both networks have ${listing(toPrefixes(shared, 3))}`,
      severity: 'WARNING',
      path: peering.path,
      remediation: 'give one of the networks another address space',
      citations: citationsOf(noteOf('peering-no-overlap')),
    },
  ];
}

const lostRoutes = (peering: InputPeering, { routes, location }: LocationContext) =>
  (routes?.routing.routes ?? []).filter((route) => lostPeeringTo(route, location) === peering);

/** Lost are flows of which a part is sure to leave by these routes; the rest may be. */
function lostFlows(
  lost: readonly UserRoute[],
  label: string,
  { state }: InputPeering,
  base: Omit<Observation, 'message'>,
  { flows, routes }: LocationContext,
): Observation {
  const addresses = new Set(lost.map(({ nextHopIpAddress }) => nextHopIpAddress));
  const taken = flows.flatMap((flow) => {
    if (!routes || flow.necessity !== 'REQUIRED' || isNear(flow.remote)) return [];
    const { sure, maybe } = routes.course(
      flow.remote,
      (hop, address) => isTunnel(hop) && addresses.has(address),
    );
    return isEmptyPart(maybe) ? [] : [{ flow, isSure: !isEmptyPart(sure) }];
  });
  const outbound = taken.filter(({ flow }) => flow.direction === 'OUTBOUND');
  const isSure = outbound.some((one) => one.isSure);
  const shown = isSure ? taken.filter((one) => one.isSure) : taken;
  const named = shown.flatMap(({ flow }) => (flow.direction === 'OUTBOUND' ? [flow] : []));
  const perhaps = isSure ? '' : 'perhaps ';
  const mayExist = lost.every(({ isConditional }) => isConditional);
  return {
    ...base,
    ...(named.length > 0 && {
      title: titleOf(named, `${perhaps}lost at a peering`),
      flows: shown.map(({ flow }) => flow),
    }),
    ...(!isSure && { severity: 'WARNING' as const }),
    ...(!isSure && (named.length > 0 || mayExist) && { outcome: 'NEEDS_REVIEW' as const }),
    message: `${describeRoutes(lost)} ${mayExist ? 'may lead' : 'leads'} into a network that is not reached: ${label} is ${state}${named.length > 0 ? `; ${perhaps}lost: ${named.map(describeFlow).join('; ')}` : ''}`,
  };
}
