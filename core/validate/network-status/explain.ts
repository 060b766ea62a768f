/** The network status of an instance joined with its network: why a dependency is down, and whether that fits the rules. */

import { findRegion } from '../../../data/index.ts';
import { isEmptyPart, subtractParts } from '../../network/address-part.ts';
import { isNowhere } from '../../network/route.ts';
import { by, decider, describeFlow, remedy } from '../checks/kit/flow-labels.ts';
import { describeRoutes } from '../checks/kit/tunnel.ts';
import type { EvaluatedFlow } from '../flows/evaluated-flow.ts';
import type { LocationContext } from '../location/location.ts';
import { afterChange, contradictionSteps, stepsOf } from './next-steps.ts';
import type {
  DependencyExplanation,
  DependencyStatus,
  ReportedDependency,
  ReportedLocation,
} from './status.ts';
import { flowsOf } from './traffic.ts';

/** A dependency with what explains it, as checks need it. */
export interface ExplainedDependency {
  readonly reported: ReportedDependency;
  readonly location: LocationContext | undefined;
  readonly region: string | null;
  readonly flows: readonly EvaluatedFlow[];
  readonly explanation: DependencyExplanation;
  readonly message: string;
  readonly nextSteps: readonly string[];
}

export function explainNetworkStatus(
  reported: readonly ReportedLocation[],
  locations: readonly LocationContext[],
): readonly ExplainedDependency[] {
  return reported.flatMap((status) => {
    const known = status.location === undefined ? undefined : findRegion(status.location);
    const location =
      status.location === undefined
        ? onlyOf(locations)
        : locations.find(({ region }) => known !== undefined && region.name === known.name);
    const region = location?.region.name ?? known?.name ?? status.location ?? null;
    return status.dependencies.map((dependency) => ({
      reported: dependency,
      location,
      region,
      ...explain(dependency, status, location),
    }));
  });
}

/** The location of an instance that has no other; undefined where it has, or may have. */
function onlyOf([first, second]: readonly LocationContext[]): LocationContext | undefined {
  const isOnly = second === undefined && first?.deployment.furtherLocations === undefined;
  return isOnly ? first : undefined;
}

export function toDependencyStatus(
  { reported, region, flows, explanation, message, nextSteps }: ExplainedDependency,
  locate: (path: string) => { readonly path: string },
): DependencyStatus {
  const denied = explanation === 'DENIED' || explanation === 'UP_THOUGH_DENIED';
  const [flow] = denied ? flows.filter(isDenied) : [];
  return {
    region,
    name: reported.name,
    resourceType: reported.resourceType,
    state: reported.state,
    isOptional: reported.isOptional ?? null,
    error: reported.error ?? null,
    lastUpdated: reported.lastUpdated ?? null,
    lastStatusChange: reported.lastStatusChange ?? null,
    flows: flows.map(({ id }) => id),
    explanation,
    message,
    decidedBy: (flow && decider(flow)?.name) ?? null,
    nextSteps,
    path: locate(reported.path).path,
  };
}

type Explained = Pick<ExplainedDependency, 'flows' | 'explanation' | 'message' | 'nextSteps'>;

const isDenied = ({ evaluation }: EvaluatedFlow) => evaluation.outcome === 'DENIED';

function explain(
  dependency: ReportedDependency,
  status: ReportedLocation,
  location: LocationContext | undefined,
): Explained {
  const { name, state } = dependency;
  const flows = location ? flowsOf(dependency, location.flows) : [];
  const say = (
    explanation: DependencyExplanation,
    message: string,
    nextSteps: readonly string[] = [],
  ): Explained => ({ flows, explanation, message, nextSteps });
  if (state === 'UNKNOWN') {
    return say('UNDECIDED', `the network status does not say whether ${name} is up`);
  }
  if (state === 'STARTING') {
    return say('UNDECIDED', `Azure has not decided yet whether ${name} is up`, [afterChange]);
  }
  const is = `${name} is ${state.toLowerCase()}`;
  if (!location) {
    return say(
      state === 'UP' ? 'AS_EXPECTED' : 'UNDECIDED',
      status.location === undefined
        ? `${is}; the network status does not name its location, and the instance may have several`
        : `${is}; the input does not have the network of that location`,
    );
  }
  const [flow] = flows;
  if (!flow) {
    return say(
      'NOT_IN_PORT_TABLE',
      `${is}; the port table has no row for it`,
      state === 'UP' ? [] : stepsOf(dependency, status, location, flows),
    );
  }
  const denied = flows.every(isDenied);
  if (state === 'UP') {
    return denied
      ? say(
          'UP_THOUGH_DENIED',
          `${is}, but ${describeFlow(flow)} is denied ${by(flow)}: the input is not the network that Azure probed, or it is read wrongly here`,
          contradictionSteps(dependency),
        )
      : say('AS_EXPECTED', is);
  }
  if (denied) {
    return say('DENIED', `${is}: ${describeFlow(flow)} is denied ${by(flow)}`, [
      remedy(flow),
      afterChange,
    ]);
  }
  const dropping = droppingRoutes(flow, location);
  if (dropping !== undefined) {
    return say('DROPPED', `${is}: ${describeFlow(flow)} is dropped by ${dropping}`, [
      'remove the route, or add a route to the Internet with a longer prefix or for the service tag',
      afterChange,
    ]);
  }
  const steps = stepsOf(dependency, status, location, flows);
  const open = flows.find(({ evaluation }) => evaluation.outcome !== 'ALLOWED');
  if (!open) {
    return say(
      'DOWN_THOUGH_ALLOWED',
      `${is}, although the security rules allow ${describeFlow(flow)}`,
      steps,
    );
  }
  return open.evaluation.outcome === 'UNKNOWN'
    ? say('UNDECIDED', `${is}; the input does not decide whether ${describeFlow(open)} passes`, [
        'find out what leaves it open: the findings and assumptions of the report say it',
        ...steps,
      ])
    : say(
        'UNDECIDED',
        `${is}; a part of ${describeFlow(open)} is denied ${by(open)}, perhaps this one`,
        [remedy(open), ...steps],
      );
}

/** The routes that drop all of the flow; undefined where a part of it may pass. */
function droppingRoutes(flow: EvaluatedFlow, { routes }: LocationContext): string | undefined {
  if (!routes || flow.remote[0]?.name === 'VirtualNetwork') return undefined;
  const course = routes.course(flow.remote, isNowhere);
  if (isEmptyPart(course.sure) || !isEmptyPart(subtractParts(course.whole, course.sure))) {
    return undefined;
  }
  return describeRoutes(course.takers());
}
