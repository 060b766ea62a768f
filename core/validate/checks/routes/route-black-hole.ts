import { cite } from '../../../../data/cite.ts';
import { isEmptyPart, subtractParts } from '../../../network/address-part.ts';
import { isNowhere } from '../../../network/route.ts';
import { size } from '../../../network/sets/interval-set.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import type { Course } from '../../location/location-routes.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { describeFlow } from '../kit/flow-labels.ts';
import { describeRoutes, percentOf } from '../kit/tunnel.ts';

const drop = (addressPrefix: string) => ({
  routeTable: { routes: [{ name: 'drop', addressPrefix, nextHopType: 'None' }] },
});

export const routeBlackHole: Check = {
  id: 'route-black-hole',
  title: 'A route drops required traffic',
  severity: 'ERROR',
  summary: 'A route with next hop None matches traffic that the documents require.',
  rationale:
    'Azure drops what such a route matches, whatever the security rules say. If the prefix covers only a part of a service, the instance may never need that part, so the finding is NEEDS_REVIEW.',
  avoid: '0.0.0.0/0 with next hop None, to cut the subnet off from the Internet',
  prefer: 'security rules that deny what is not required',
  examples: {
    good: example('the route drops a private range', drop('192.168.0.0/16')),
    bad: example('the route drops everything', drop('0.0.0.0/0')),
  },
  citations: [cite('traffic-routing-2023-05-27', 'User-defined')],
  run: perLocation((location) => {
    const { routes } = location;
    if (!routes?.routing.routes.some(({ nextHop }) => nextHop === 'None')) return [];
    const lost = location.flows
      .filter(({ necessity, remote }) => necessity === 'REQUIRED' && isRouted(remote[0]?.name))
      .map((flow) => ({ flow, course: routes.course(flow.remote, isNowhere) }))
      .filter(({ course }) => !isEmptyPart(course.maybe));
    const isWhole = ({ course }: Lost) => isEmptyPart(subtractParts(course.whole, course.sure));
    return [
      ...observe(lost.filter(isWhole), location),
      ...observe(
        lost.filter((one) => !isWhole(one) && isOfWeight(one)),
        location,
        true,
      ),
    ];
  }),
};

interface Lost {
  readonly flow: EvaluatedFlow;
  readonly course: Course;
}

const isInternetFlow = ({ remote }: EvaluatedFlow) => remote[0]?.name === 'Internet';

/** An instance needs only a few Internet hosts, which are unlikely to be in a small part of it. */
function isOfWeight({ flow, course: { sure, whole } }: Lost): boolean {
  return !isInternetFlow(flow) || size(sure.line) > size(whole.line) / 2;
}

/** Azure itself routes what stays in the virtual network, and the probe of the load balancer. */
const isRouted = (tag: string | undefined) =>
  tag !== 'VirtualNetwork' && tag !== 'AzureLoadBalancer';

function shareOf({ flow, course }: Lost): string {
  if (isEmptyPart(course.sure)) return 'perhaps a part';
  return percentOf(course.sure, course) ?? (isInternetFlow(flow) ? 'most' : 'perhaps a part');
}

function observe(lost: readonly Lost[], location: LocationContext, isPart = false): Observation[] {
  const [first] = lost;
  if (!first) return [];
  const takenBy = [...new Set(lost.flatMap(({ course }) => course.takers()))];
  if (takenBy.length === 0) return [];
  const flows = lost.map(({ flow, course }) => {
    const share = isPart && shareOf({ flow, course });
    const replies = flow.direction === 'INBOUND' ? 'replies to ' : '';
    return `${share ? `${share} of ` : ''}${replies}${describeFlow(flow)}`;
  });
  return [
    {
      message: `dropped by ${describeRoutes(takenBy)}: ${[...new Set(flows)].join('; ')}`,
      path: takenBy[0]?.path || `${location.path}/routeTable`,
      remediation:
        'remove the route, or add routes to the Internet with a longer prefix or for the service tag',
      citations: citationsOf(noteOf('route-next-hop-none'), first.flow.statement),
      ...(isPart && { severity: 'WARNING', outcome: 'NEEDS_REVIEW' }),
    },
  ];
}
