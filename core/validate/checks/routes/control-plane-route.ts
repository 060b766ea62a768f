import { cite } from '../../../../data/cite.ts';
import { isRetired, printedControlPlaneAddresses } from '../../../answers/control-plane.ts';
import { isEmptyPart } from '../../../network/address-part.ts';
import { isTunnel, type UserRoute } from '../../../network/route.ts';
import type { Tag } from '../../../network/service-tags/service-tags.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { Course } from '../../location/location-routes.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import {
  describeRoute,
  describeRoutes,
  percentOf,
  type Tunneled,
  tunneled,
} from '../kit/tunnel.ts';

const toFirewall = {
  name: 'default',
  addressPrefix: '0.0.0.0/0',
  nextHopType: 'VirtualAppliance',
  nextHopIpAddress: '10.0.0.4',
};
const back = { name: 'management', addressPrefix: 'ApiManagement', nextHopType: 'Internet' };

export const controlPlaneRoute: Check = {
  id: 'control-plane-route',
  title: 'Replies to the control plane take another route',
  severity: 'ERROR',
  summary:
    'A tunnel carries replies to the control plane, or a part of them, because no route sends them to the Internet.',
  rationale:
    'The control plane calls the instance on its public address, port 3443. Replies that leave through a firewall are asymmetric: the firewall has not seen the request and drops them, or they arrive from another address. The portal then shows ManagementApiRequestFailed although every security rule is right.',
  avoid: 'a route for one address of the control plane together with a default route to a firewall',
  prefer:
    'a route for the service tag ApiManagement with next hop Internet; in China, where routes cannot name the tag, one for each of its prefixes',
  examples: {
    good: example('the tag leads to the Internet', { routeTable: { routes: [toFirewall, back] } }),
    bad: example('no route for the replies', { routeTable: { routes: [toFirewall] } }),
    unsure: example('a route for a part of the tag, and a default route may come over BGP', {
      routeTable: {
        routes: [{ ...back, addressPrefix: 'ApiManagement.WestEurope' }],
      },
    }),
  },
  citations: [
    cite('internal-mode-2023', 'Force tunnel traffic'),
    cite('internal-mode-2026-08-24', 'Force tunnel traffic'),
  ],
  run: perLocation((location) => {
    const routed = tunneled(location);
    const tag = location.tags.find('ApiManagement');
    return routed && tag
      ? [...lostReplies(routed, tag), ...unroutableTag(routed, tag), ...retiredAddresses(routed)]
      : [];
  }),
};

const review = { severity: 'WARNING', outcome: 'NEEDS_REVIEW' } as const;

function lostReplies({ location, routes, needs }: Tunneled, tag: Tag): Observation[] {
  const lost = routes.course([tag], isTunnel);
  const returned = routes.course([tag], (hop) => hop === 'Internet');
  const around = returned.takers();
  const management = location.flows.filter(isManagement);
  const port = management[0]?.destinationPort;
  const base = {
    flows: management,
    remediation: remedy(needs.routes.map(({ addressPrefix }) => addressPrefix)),
    citations: citationsOf(...needs.routes),
  };
  const tunnel = lost.takers();
  // Without a known route the result depends on one that route-not-judged reports.
  if (tunnel.length > 0) {
    location.network.assume('FIREWALL_POLICY_UNKNOWN');
    const isCertain = !isEmptyPart(lost.sure);
    const share = percentOf(isCertain ? lost.sure : lost.maybe, lost);
    const part = share === undefined || share === '100 %' ? '' : `${share} of `;
    const others =
      around.length === 0
        ? 'and no route sends them to the Internet; management fails'
        : `and only the rest is returned by ${shape(around)}, ${describeRoutes(around)}; for the others, management fails`;
    return [
      {
        ...base,
        message: `asymmetric routing: replies to ${part}ApiManagement on port ${port} ${isCertain ? '' : 'perhaps '}leave by ${describeRoutes(tunnel)}, ${others} with ManagementApiRequestFailed`,
        path: (around[0] ?? tunnel[0])?.path || `${location.path}/routeTable`,
        // Which addresses of the tag call this instance is not in the input.
        ...((!isCertain || around.length > 0) && review),
      },
    ];
  }
  const left = routes.course([tag], (hop) => hop === 'SystemDefault');
  const aimed = around.filter((route) => isAimed(route, tag, left));
  if (isEmptyPart(left.sure) || aimed.length === 0 || !routes.isDefaultOpen) return [];
  location.network.assume('BGP_ROUTES_UNKNOWN');
  return [
    {
      ...base,
      message: `replies to ${percentOf(returned.sure, returned) ?? 'a part'} of ApiManagement are returned by ${shape(aimed)}, ${describeRoutes(aimed)}; if BGP brings a default route, replies to the others on port ${port} are asymmetric and management fails with ManagementApiRequestFailed`,
      path: aimed[0]?.path || `${location.path}/routeTable`,
      ...review,
    },
  ];
}

/** A route that is meant for the control plane, not a range that happens to contain a part of it. */
const isAimed = ({ destination }: UserRoute, tag: Tag, { whole }: Course) =>
  destination.kind === 'tag'
    ? destination.tag.base === tag.base
    : destination.kind === 'addresses' && covers(whole.line, destination.addresses);

function shape(routes: readonly UserRoute[]): string {
  if (routes.every(({ destination }) => destination.kind === 'tag')) {
    return routes.length === 1 ? 'a part of the service tag' : 'parts of the service tag';
  }
  if (routes.every(({ prefixLength }) => prefixLength === 32)) {
    return routes.length === 1
      ? 'a single address instead of the service tag'
      : `${routes.length} addresses instead of the service tag`;
  }
  return 'routes instead of the service tag';
}

const isManagement = ({ direction, remote }: EvaluatedFlow) =>
  direction === 'INBOUND' && remote[0]?.base === 'ApiManagement';

function remedy(prefixes: readonly string[]): string {
  return prefixes.length === 1
    ? `add a route for ${prefixes[0]} with next hop Internet`
    : `add routes with next hop Internet for the ${prefixes.length} prefixes of ApiManagement that the query forcedTunneling lists`;
}

/** The weekly file of a cloud may not list routes among the uses of the tag. */
function unroutableTag({ routes, needs, location }: Tunneled, tag: Tag): Observation[] {
  if (needs.routes.some(({ addressPrefix }) => addressPrefix === tag.name)) return [];
  return routes.routing.routes
    .filter(({ destination }) => destination.kind === 'tag' && destination.tag.base === tag.base)
    .map((route) => ({
      message: `${describeRoute(route)}: the service-tag file of this cloud does not list user-defined routes among the uses of ${tag.name}`,
      path: route.path || `${location.path}/routeTable`,
      ...review,
      remediation: remedy(needs.routes.map(({ addressPrefix }) => addressPrefix)),
      citations: noteOf('management-route-china').citations,
    }));
}

function retiredAddresses({ routes }: Tunneled): Observation[] {
  const retired = printedControlPlaneAddresses.filter(isRetired);
  const routesToRetired = routes.routing.routes.flatMap((route) => {
    const printed = retired.find(
      ({ address }) => route.prefixLength === 32 && route.addressPrefix.split('/')[0] === address,
    );
    return printed && route.nextHop === 'Internet' ? [{ route, printed }] : [];
  });
  const [first] = routesToRetired;
  if (!first) return [];
  const each = routesToRetired.map(
    ({ route, printed }) =>
      `${describeRoute(route)}, which ${printed.region?.displayName ?? 'an earlier list'} listed until ${printed.editions.at(-1)}`,
  );
  return [
    {
      message: `the last edition that prints control-plane addresses no longer has ${routesToRetired.length === 1 ? 'that' : 'those'} of ${each.join('; ')}`,
      path: first.route.path,
      severity: 'INFO' as const,
      remediation: 'use the service tag ApiManagement instead of its addresses',
      citations: [...new Set(routesToRetired.flatMap(({ printed }) => printed.citations))],
    },
  ];
}
