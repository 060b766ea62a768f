import { generationOf } from '../../../answers/network-mode.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { openRouteSources, takesDefaultRoute } from '../../path/peers.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { peeredWithHub } from '../kit/peering-example.ts';
import { listing } from '../kit/rule-labels.ts';

export const gatewayRoutesUnknown: Check = {
  id: 'gateway-routes-unknown',
  title: 'A gateway may bring a default route',
  severity: 'WARNING',
  summary:
    'The virtual network learns the routes of a gateway, which may have a default route, and the input does not contain them.',
  rationale:
    'A default route that an on-premises network announces replaces that of Azure in every subnet. It is a forced tunnel: replies to the control plane are lost, and the dependencies depend on what is behind the gateway. A template does not show which routes come.',
  avoid: 'useRemoteGateways without a route table on the subnet of the instance',
  prefer:
    'a route table on the subnet that keeps gateway routes out, or has 0.0.0.0/0 with next hop Internet',
  examples: {
    good: peeredWithHub(
      'a route table keeps the routes of the gateway out',
      { useRemoteGateways: true },
      { disableBgpRoutePropagation: true },
    ),
    unsure: peeredWithHub('the peering uses the gateway of the hub', { useRemoteGateways: true }),
  },
  citations: citationsOf(
    noteOf('peering-remote-gateway'),
    noteOf('hub-default-route'),
    noteOf('route-longest-prefix'),
  ),
  run: perLocation((context) => {
    const sources = openRouteSources(context);
    const [first] = sources;
    if (!first || generationOf(context.deployment.tier) !== 'CLASSIC') return [];
    const flows = context.flows.filter(
      (flow) => flow.necessity === 'REQUIRED' && takesDefaultRoute(flow, context),
    );
    if (flows.length === 0) return [];
    context.network.assume('BGP_ROUTES_UNKNOWN');
    return [
      {
        message: `${listing(sources.map(({ name }) => name))} may bring a default route, and nothing on the subnet keeps it out for certain: the instance would then be under a forced tunnel`,
        path: first.path,
        outcome: 'NEEDS_REVIEW' as const,
        remediation:
          'look whether 0.0.0.0/0 is among the routes that the gateway learns; if it is, or may come, add 0.0.0.0/0 with next hop Internet to the route table of the subnet, or keep gateway routes out of the subnet',
        citations: citationsOf(
          noteOf('peering-remote-gateway'),
          noteOf('gateway-routes-kept-out'),
          noteOf('forced-tunneling-breaks-dependencies'),
        ),
        flows,
      },
    ];
  }),
};
