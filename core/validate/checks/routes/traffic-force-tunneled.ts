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
  title: 'Traffic is tunneled to a firewall or a gateway',
  severity: 'WARNING',
  summary:
    'Routes take most of the Internet to a virtual appliance or a gateway, with or without the service endpoints that keep the instance’s own dependencies out of it.',
  rationale:
    'Behind the tunnel the firewall decides, and its policy is in no security group. Traffic of services that have a service endpoint on the subnet goes around it; that of the others meets a firewall that must let in whole, changing address ranges, and comes from addresses that Azure may not accept.',
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
    unsure: example('a firewall takes everything', { subnet, routeTable: { routes: [byDefault] } }),
  },
  citations: [
    cite('internal-mode-2023', 'Force tunnel traffic'),
    cite('internal-mode-2026-08-24', 'Force tunnel traffic'),
  ],
  run: perLocation((location) => {
    const given = tunneled(location);
    if (!given || given.routes.tunnel.length === 0) return [];
    location.network.assume('FIREWALL_POLICY_UNKNOWN');
    const routes = given.routes.tunnel.map(({ route }) => route);
    return [
      {
        message: `traffic to the Internet leaves the subnet by ${describeRoutes(routes)}; whether the instance reaches what it depends on is decided there`,
        path: routes[0]?.path || `${location.path}/routeTable`,
        outcome: 'NEEDS_REVIEW',
        remediation:
          'let the documented dependencies pass there, host names of metrics and health, certificates and CAPTCHA among them; the query forcedTunneling lists them',
        citations: citationsOf(
          noteOf('forced-tunneling-breaks-dependencies'),
          noteOf('tunneled-dependencies-reachable'),
        ),
      },
      ...missingEndpoints(given),
    ];
  }),
};

/** Service endpoints that the subnet lacks, of services whose traffic no other route keeps out of the tunnel. */
function missingEndpoints({ location, routes, needs }: Tunneled): Observation[] {
  const { subnet: ofInstance } = location.location;
  if (!ofInstance) return [];
  const given = new Set(ofInstance.serviceEndpoints.map(serviceOf));
  const isTunneled = ({ serviceTag }: ServiceEndpoint) => {
    const tag = location.tags.find(serviceTag);
    return tag !== undefined && !isEmptyPart(routes.course([tag], isTunnel).maybe);
  };
  const missing = needs.serviceEndpoints.filter(
    (endpoint) => !given.has(endpoint.service.toLowerCase()) && isTunneled(endpoint),
  );
  if (missing.length === 0) return [];
  const services = missing.map(({ service }) => service).join(', ');
  return [
    {
      message: `the subnet has no service endpoint ${services}, so traffic to ${missing.length === 1 ? 'that service' : 'those services'} goes through the tunnel`,
      path: `${location.path}/subnet/serviceEndpoints`,
      outcome: 'NEEDS_REVIEW',
      remediation: `enable ${services} on the subnet; otherwise the firewall must allow all addresses of ${missing.length === 1 ? 'the service' : 'these services'}`,
      citations: citationsOf(...missing, noteOf('without-service-endpoints')),
    },
  ];
}
