import { cite } from '../../../../data/cite.ts';
import { findRegion } from '../../../../data/index.ts';
import type { ServiceEndpoint } from '../../../../data/model.ts';
import { isEmptyPart } from '../../../network/address-part.ts';
import { isTunnel, type UserRoute } from '../../../network/route.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import type { LocationContext } from '../../location/location.ts';
import { serviceOf } from '../../location/location-routes.ts';
import { targetOf } from '../../path/next-hop.ts';
import { lostPeeringTo } from '../../path/peers.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { describeRoutes, type Tunneled, tunneled } from '../kit/tunnel.ts';

const subnet = { addressPrefix: '10.0.1.0/27' };
const byDefault = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.0.4',
};

export const trafficForceTunneled: Check = {
  id: 'traffic-force-tunneled',
  aliases: ['forced-tunnel'],
  title: 'Traffic goes through a firewall or gateway',
  severity: 'WARNING',
  summary:
    'Routes send most Internet traffic to a virtual appliance or a gateway, with or without service endpoints for the dependencies of the instance.',
  rationale:
    'The firewall decides what passes. If the input has its rules, other checks say what they do; otherwise it is not known. Traffic to services with a service endpoint on the subnet bypasses the firewall. Traffic to the others reaches a firewall that must allow whole, changing address ranges, and arrives from addresses that Azure may not accept.',
  avoid: '0.0.0.0/0 to VirtualAppliance on a subnet without service endpoints',
  prefer:
    'no default route, or the service endpoints that forced tunneling asks for and a firewall that allows the rest',
  examples: {
    good: example('the default route leads to the Internet', {
      subnet,
      routeTable: {
        routes: [{ name: 'default', addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' }],
      },
    }),
    unsure: example('everything goes to a firewall', {
      subnet,
      routeTable: { routes: [byDefault] },
    }),
  },
  citations: [
    cite('internal-mode-2023', 'Force tunnel traffic'),
    cite('internal-mode-2026-08-24', 'Force tunnel traffic'),
  ],
  run: perLocation((location) => {
    const routed = tunneled(location);
    if (!routed || routed.routes.tunnel.length === 0) return [];
    const routes = routed.routes.tunnel.map(({ route }) => route);
    // Another check says that nothing gets there.
    if (routes.every((route) => lostPeeringTo(route, location.location))) return [];
    const known = firewallsBehind(routes, location);
    if (!known) location.network.assume('FIREWALL_POLICY_UNKNOWN');
    const missing = missingEndpoints(routed);
    const services = missing.map(({ service }) => service).join(', ');
    const sql = tunneledPrimarySql(routed);
    return [
      {
        message: [
          `traffic to the Internet leaves the subnet by ${describeRoutes(routes)}; ${
            known
              ? `the rules of the firewall ${known} decide whether the instance reaches its dependencies`
              : 'the firewall or gateway there decides whether the instance reaches its dependencies'
          }`,
          ...(services === ''
            ? []
            : [
                `the subnet has no service endpoint ${services}, so traffic to these services goes there, too`,
              ]),
          ...(sql === undefined
            ? []
            : [
                `service endpoints are regional, so traffic to ${sql} of the primary region goes there, too`,
              ]),
        ].join('; '),
        path: routes[0]?.path || `${location.path}/routeTable`,
        // Other checks say what its rules do to what the instance sends there by design.
        ...(known && services === '' && sql === undefined
          ? ({ severity: 'INFO', outcome: 'PASS' } as const)
          : { outcome: 'NEEDS_REVIEW' }),
        remediation: [
          'allow the documented dependencies there, including the host names for metrics and health, certificates and CAPTCHA; the query forcedTunneling lists them',
          ...(services === ''
            ? []
            : [`enable ${services} on the subnet, or allow all addresses of these services there`]),
          ...(sql === undefined
            ? []
            : [`allow ${sql} there, or add a route for it with next hop Internet`]),
        ].join('; '),
        citations: citationsOf(
          noteOf('forced-tunneling-breaks-dependencies'),
          noteOf('tunneled-dependencies-reachable'),
          ...missing,
          ...(routes.some(({ isLearned }) => isLearned) ? [noteOf('hub-default-route')] : []),
          ...(services === '' ? [] : [noteOf('without-service-endpoints')]),
        ),
      },
    ];
  }),
};

/** The firewalls of the input that the routes lead to; undefined where one of them leads to something else. */
function firewallsBehind(
  routes: readonly UserRoute[],
  { deployment, location }: LocationContext,
): string | undefined {
  const names = new Set(
    routes.map((route) => targetOf(route, deployment, location)?.firewall?.name),
  );
  return names.has(undefined) ? undefined : [...names].join(' and ');
}

/** Service endpoints that the subnet lacks, for services whose traffic no other route keeps out of the tunnel. */
function missingEndpoints({ location, routes, needs }: Tunneled): readonly ServiceEndpoint[] {
  const { subnet: ofInstance } = location.location;
  if (!ofInstance) return [];
  const enabled = new Set(ofInstance.serviceEndpoints.map(serviceOf));
  const isTunneled = ({ serviceTag }: ServiceEndpoint) => {
    const tag = location.tags.find(serviceTag);
    return tag !== undefined && !isEmptyPart(routes.course([tag], isTunnel).maybe);
  };
  return needs.serviceEndpoints.filter(
    (endpoint) => !enabled.has(endpoint.service.toLowerCase()) && isTunneled(endpoint),
  );
}

/** Sql of the primary region, where a further location reaches it through the tunnel: service endpoints are regional. */
function tunneledPrimarySql({ location, routes }: Tunneled): string | undefined {
  const { deployment, isPrimary, tags } = location;
  const primary = findRegion(deployment.locations[0]?.region ?? '');
  const tag = isPrimary || !primary ? undefined : tags.regional('Sql', primary);
  return tag && !isEmptyPart(routes.course([tag], isTunnel).maybe) ? tag.name : undefined;
}
