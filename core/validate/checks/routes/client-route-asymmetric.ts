import { cite } from '../../../../data/cite.ts';
import { isEmptyPart, subtractParts } from '../../../network/address-part.ts';
import { isTunnel } from '../../../network/route.ts';
import { intersect, isEmpty } from '../../../network/sets/interval-set.ts';
import { publicAddresses } from '../../../network/sets/ipv4.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type EvaluatedFlow, isClientTraffic } from '../../flows/evaluated-flow.ts';
import type { FarEnd } from '../../location/location-routes.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { describeRoutes, type Tunneled, tunneled } from '../kit/tunnel.ts';

const byFirewall = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.0.4',
};
const openToClients = securityRules(inbound('AllowClients', 100, 'ALLOW', 'Internet', '443'));
const external = { virtualNetworkType: 'EXTERNAL' } as const;

export const clientRouteAsymmetric: Check = {
  id: 'client-route-asymmetric',
  title: 'Replies to clients take another route',
  severity: 'ERROR',
  summary:
    'In external mode a tunnel carries the replies to Internet clients, who call the public address of the instance.',
  rationale:
    'A client calls the public address of the instance, but the reply would come through the firewall from another address, so the connection never opens. Each range of clients needs a route with next hop Internet. You decide who the clients are, so routes for a part of the Internet may be enough.',
  avoid: '0.0.0.0/0 to VirtualAppliance in external mode without routes for the clients',
  prefer: 'a route with next hop Internet for each range of clients, or internal mode',
  examples: {
    good: example(
      'replies go directly to the Internet',
      {
        ...openToClients,
        routeTable: { routes: [{ ...byFirewall, addressPrefix: '10.0.0.0/8' }] },
      },
      external,
    ),
    bad: example(
      'every reply goes to a firewall',
      { ...openToClients, routeTable: { routes: [byFirewall] } },
      external,
    ),
  },
  citations: [cite('internal-mode-2026-08-24', 'Force tunnel traffic')],
  run: perLocation((location) => {
    const routed = tunneled(location);
    const flow = location.flows.find((one) => isClientTraffic(one) && one.necessity === 'REQUIRED');
    if (!routed?.needs.needsClientRoutes || !flow || flow.evaluation.outcome === 'DENIED')
      return [];
    return look(routed, flow);
  }),
};

function look({ location, routes, needs }: Tunneled, flow: EvaluatedFlow): Observation[] {
  const clients = clientsOf(flow);
  const courses = clients.map((some) => routes.course(some, isTunnel));
  const lost = courses.filter(({ maybe }) => !isEmptyPart(maybe));
  const tunnel = [...new Set(lost.flatMap(({ takers }) => takers()))];
  if (tunnel.length === 0) return [];
  const controlPlane = needs.routes.map(({ addressPrefix }) => addressPrefix.toLowerCase());
  const returned = clients
    .flatMap((some) => routes.course(some, (hop) => hop === 'Internet').takers())
    .filter(({ addressPrefix }) => !controlPlane.includes(addressPrefix.toLowerCase()));
  const isCertain =
    returned.length === 0 &&
    lost.some(({ sure, maybe }) => !isEmptyPart(sure) && isEmptyPart(subtractParts(maybe, sure)));
  location.network.assume('FIREWALL_POLICY_UNKNOWN');
  return [
    {
      message: `asymmetric routing: replies to ${returned.length === 0 ? 'clients' : 'other clients'} on the Internet, who call the public address on port ${flow.destinationPort}, leave by ${describeRoutes(tunnel)}${returned.length === 0 ? '' : `; those to some are returned by ${describeRoutes(returned)}`}`,
      path: tunnel[0]?.path || `${location.path}/routeTable`,
      flows: [flow],
      ...(!isCertain && { severity: 'WARNING', outcome: 'NEEDS_REVIEW' }),
      remediation: `add a route with next hop Internet for each range of clients${returned.length === 0 ? '' : ' that is still missing'}, or use internal mode and let clients come through the firewall`,
      citations: citationsOf(noteOf('client-return-routes')),
    },
  ];
}

/** Who may call: the sources of the rules that let a part of the clients in, or the Internet. */
function clientsOf({ evaluation, remote }: EvaluatedFlow): FarEnd[] {
  if (evaluation.outcome !== 'PARTIAL') return [remote];
  const sources = evaluation.deciders
    .filter(({ rule, fraction }) => rule.access === 'ALLOW' && fraction !== 0)
    .flatMap(({ rule }) => rule.source);
  return sources.flatMap((term): FarEnd[] => {
    if (term.kind === 'tag') return term.tag.name === 'VirtualNetwork' ? [] : [[term.tag]];
    if (term.kind !== 'addresses') return [remote];
    const line = intersect(term.addresses, publicAddresses);
    return isEmpty(line) ? [] : [{ line }];
  });
}
