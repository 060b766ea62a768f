import { cite } from '../../../../data/cite.ts';
import type { ServiceEndpoint } from '../../../../data/model.ts';
import { isEmptyPart } from '../../../network/address-part.ts';
import { isTunnel } from '../../../network/route.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { serviceOf } from '../../location/location-routes.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
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
    'The firewall decides what passes, and its policy is not in the security group. Traffic to services with a service endpoint on the subnet bypasses the firewall. Traffic to the others reaches a firewall that must allow whole, changing address ranges, and arrives from addresses that Azure may not accept.',
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
    location.network.assume('FIREWALL_POLICY_UNKNOWN');
    const routes = routed.routes.tunnel.map(({ route }) => route);
    return [
      {
        message: `traffic to the Internet leaves the subnet by ${describeRoutes(routes)}; the firewall or gateway there decides whether the instance reaches its dependencies`,
        path: routes[0]?.path || `${location.path}/routeTable`,
        outcome: 'NEEDS_REVIEW',
        remediation:
          'allow the documented dependencies there, including the host names for metrics and health, certificates and CAPTCHA; the query forcedTunneling lists them',
        citations: citationsOf(
          noteOf('forced-tunneling-breaks-dependencies'),
          noteOf('tunneled-dependencies-reachable'),
        ),
      },
      ...missingEndpoints(routed),
    ];
  }),
};

/** Service endpoints that the subnet lacks, for services whose traffic no other route keeps out of the tunnel. */
function missingEndpoints({ location, routes, needs }: Tunneled): Observation[] {
  const { subnet: ofInstance } = location.location;
  if (!ofInstance) return [];
  const enabled = new Set(ofInstance.serviceEndpoints.map(serviceOf));
  const isTunneled = ({ serviceTag }: ServiceEndpoint) => {
    const tag = location.tags.find(serviceTag);
    return tag !== undefined && !isEmptyPart(routes.course([tag], isTunnel).maybe);
  };
  const missing = needs.serviceEndpoints.filter(
    (endpoint) => !enabled.has(endpoint.service.toLowerCase()) && isTunneled(endpoint),
  );
  if (missing.length === 0) return [];
  const services = missing.map(({ service }) => service).join(', ');
  return [
    {
      message: `the subnet has no service endpoint ${services}, so traffic to ${missing.length === 1 ? 'that service' : 'those services'} goes through the tunnel`,
      path: `${location.path}/subnet/serviceEndpoints`,
      outcome: 'NEEDS_REVIEW',
      remediation: `enable ${services} on the subnet; otherwise the firewall must allow all addresses of ${missing.length === 1 ? 'that service' : 'those services'}`,
      citations: citationsOf(...missing, noteOf('without-service-endpoints')),
    },
  ];
}
