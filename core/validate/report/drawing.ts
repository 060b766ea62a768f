/** A report as drawings: the flows of each location, and the ladders of its security group. */

import { findRegion, tierProfileByTier } from '../../../data/index.ts';
import type { DrawnFlow, FlowCause, FlowDrawing } from '../../render/drawing/flow-drawing.ts';
import type { Ladder } from '../../render/drawing/rule-ladder.ts';
import type { PathStep } from '../path/path-step.ts';
import type {
  ConfigReport,
  Course,
  FlowResult,
  JudgedInstance,
  JudgedLocation,
} from '../report.ts';

export interface LocationDrawing {
  /** Programmatic name. */
  readonly region: string;
  readonly flows: FlowDrawing;
  readonly ladders: readonly LocationLadder[];
}

/** The rules of a security group in one direction. */
export interface LocationLadder extends Ladder {
  readonly direction: FlowResult['direction'];
}

/** One for each location whose flows were judged. */
export function drawingsOf(report: Pick<ConfigReport, 'flows' | 'instance'>): LocationDrawing[] {
  const instance = report.instance();
  return instance.locations.flatMap((location) => {
    const flows = report.flows.filter(({ region }) => region === location.region);
    if (flows.length === 0) return [];
    return [
      {
        region: location.region,
        flows: flowDrawing(instance, location, flows),
        ladders: laddersOf(location, flows),
      },
    ];
  });
}

const isRequired = ({ necessity }: FlowResult) => necessity === 'REQUIRED';
const isDrawn = ({ necessity }: FlowResult) => necessity !== 'OPTIONAL';

function flowDrawing(
  { kinds }: JudgedInstance,
  location: JudgedLocation,
  flows: readonly FlowResult[],
): FlowDrawing {
  const { subnet, virtualNetwork, group, hasRouteTable, firewalls, courses } = location;
  const [kind, ...others] = kinds;
  const name = kind && tierProfileByTier.get(kind.tier)?.displayName;
  const region = findRegion(location.region)?.displayName;
  const firewall = firewalls.length === 0 ? undefined : firewalls.join(', ');
  const drawn = flows.filter(isDrawn).flatMap((flow) => {
    const course = courses[flow.key] ?? { way: 'DIRECT', through: '' };
    return [drawnFlow(flow, course, firewall), ...lostReply(flow, course, firewall)];
  });
  return {
    headline: headlineOf(drawn, new Set(flows.filter(isRequired).map(({ key }) => key))),
    virtualNetwork: [
      'Virtual network',
      virtualNetwork.slice(0, 2).join(', '),
      region && `in ${region}`,
    ]
      .filter(Boolean)
      .join(' '),
    subnet: subnet === null ? 'Subnet of the instance' : `Subnet ${subnet}`,
    instance:
      kind && name && others.length === 0
        ? `API Management ${name}, ${kind.virtualNetworkType.toLowerCase()}`
        : 'API Management',
    group:
      group.state === 'NONE'
        ? undefined
        : (group.name ?? (group.state === 'READ' ? 'security group' : 'unknown security group')),
    routeTable: hasRouteTable ? 'route table' : undefined,
    firewall,
    flows: drawn,
    note: noteOn(flows.filter((flow) => !isDrawn(flow))),
  };
}

/** Each required flow once, however many arrows it has. */
function headlineOf(drawn: readonly DrawnFlow[], required: ReadonlySet<string>): string {
  const total = required.size;
  const worst = (['STOPPED', 'PARTLY', 'UNDECIDED'] as const).flatMap((state) => {
    const keys = new Set(
      drawn
        .filter((flow) => flow.state === state)
        .map(({ key }) => key.replace(replyPrefix, ''))
        .filter((key) => required.has(key)),
    );
    return keys.size === 0 ? [] : [{ state, count: keys.size }];
  })[0];
  const flows = `required ${total === 1 ? 'flow' : 'flows'}`;
  if (!worst) return total === 1 ? 'The required flow passes' : `All ${total} ${flows} pass`;
  const verb = worst.count === 1 ? 'is' : 'are';
  const fate = { STOPPED: 'stopped', PARTLY: 'stopped in part', UNDECIDED: 'undecided' }[
    worst.state
  ];
  return `${worst.count} of ${total} ${flows} ${verb} ${fate}`;
}

function noteOn(optional: readonly FlowResult[]): string {
  if (optional.length === 0) return '';
  const counted = (['DENIED', 'ALLOWED', 'PARTIAL', 'UNKNOWN'] as const).flatMap((outcome) => {
    const count = optional.filter((flow) => flow.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcomeNames[outcome]}`];
  });
  const flows = optional.length === 1 ? 'optional flow is' : 'optional flows are';
  return `${optional.length} ${flows} not drawn: ${counted.join(', ')}`;
}

const outcomeNames = {
  DENIED: 'closed',
  ALLOWED: 'open',
  PARTIAL: 'open in part',
  UNKNOWN: 'undecided',
} as const satisfies Record<FlowResult['outcome'], string>;

const because = (lead: string, name = '', tail = ''): FlowCause => ({ lead, name, tail });

const hopOf = ({ through }: Course) => (through === '' ? 'a firewall or gateway' : through);

/** Drawn through the firewall of most traffic, which names it; another one is a cause of its own. */
const isThrough = ({ way, through }: Course, firewall: string | undefined) =>
  way === 'TUNNEL' && through === firewall;

function drawnFlow(flow: FlowResult, course: Course, firewall: string | undefined): DrawnFlow {
  const base = {
    key: flow.key,
    direction: flow.direction,
    title: flow.rule.title,
    farEnd: flow.remoteTags.join(', '),
    ports: `${flow.statement.protocol} ${flow.destinationPort}`,
    isTunneled: false,
  };
  const { outcome, steps } = flow;
  const admin = steps.find(({ element }) => element === 'SECURITY_ADMIN_RULES');
  if (admin && admin.outcome !== 'ALLOWED') return { ...base, ...fateAt(admin) };
  // A reply has an arrow of its own.
  const way = flow.direction === 'OUTBOUND' ? course.way : 'DIRECT';
  if (outcome === 'DENIED') return { ...base, state: 'STOPPED', cause: stopper(flow, 'stopped') };
  if (way === 'NOWHERE') {
    return { ...base, state: 'STOPPED', cause: because('dropped by a route') };
  }
  if (outcome === 'PARTIAL') {
    return { ...base, state: 'PARTLY', cause: stopper(flow, 'stopped in part') };
  }
  if (outcome === 'UNKNOWN') return { ...base, state: 'UNDECIDED', cause: because('undecided') };
  if (way === 'PARTLY_NOWHERE') {
    return { ...base, state: 'UNDECIDED', cause: because('a part may be dropped by a route') };
  }
  if (way === 'DIRECT') return { ...base, ...fateOnDefaultRoute(steps) };
  const isTunneled = isThrough(course, firewall);
  const behind = worstOf(
    steps.filter(({ element }) => element === 'FIREWALL' || element === 'ROUTE'),
  );
  if (behind && behind.outcome !== 'UNKNOWN') {
    const isPart = behind.outcome === 'DENIED' && way !== 'TUNNEL';
    return { ...base, isTunneled, ...fateAt(isPart ? { ...behind, outcome: 'PARTIAL' } : behind) };
  }
  const part = way === 'TUNNEL' ? 'leaves through' : 'a part leaves through';
  return { ...base, isTunneled, state: 'UNDECIDED', cause: because(part, hopOf(course)) };
}

/** A gateway may bring a default route that replaces Azure's. */
const fateOnDefaultRoute = (steps: readonly PathStep[]): Pick<DrawnFlow, 'state' | 'cause'> =>
  steps.some(({ element, outcome }) => element === 'ROUTE' && outcome === 'UNKNOWN')
    ? { state: 'UNDECIDED', cause: because('undecided: a gateway may bring a default route') }
    : { state: 'PASSES', cause: undefined };

const outcomes = ['DENIED', 'PARTIAL', 'UNKNOWN', 'ALLOWED'] as const;

/** The step that decides, of several firewalls behind each other; undefined where the input has none. */
const worstOf = (steps: readonly PathStep[]): PathStep | undefined =>
  steps.toSorted((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome))[0];

/** What a step on the way before or behind the security group makes of the flow. */
function fateAt({ outcome, decidedBy, name }: PathStep): Pick<DrawnFlow, 'state' | 'cause'> {
  const by = decidedBy ?? name ?? '';
  switch (outcome) {
    case 'ALLOWED':
      return { state: 'PASSES', cause: undefined };
    case 'DENIED':
      return { state: 'STOPPED', cause: because('stopped by', by) };
    case 'PARTIAL':
      return { state: 'PARTLY', cause: because('stopped in part by', by) };
    case 'UNKNOWN':
      return { state: 'UNDECIDED', cause: because('undecided: security admin rules') };
  }
}

const replyPrefix = 'reply-';

/** A request comes straight from the far end; a firewall that has not seen it drops the reply. */
function lostReply(
  flow: FlowResult,
  course: Course,
  firewall: string | undefined,
): readonly DrawnFlow[] {
  const { way } = course;
  if (flow.direction !== 'INBOUND' || way === 'DIRECT' || flow.outcome === 'DENIED') return [];
  const isPart = way === 'PARTLY_TUNNEL' || way === 'PARTLY_NOWHERE';
  const replies = isPart ? 'some replies' : 'reply';
  const cause =
    way === 'NOWHERE' || way === 'PARTLY_NOWHERE'
      ? because(`${replies} dropped by a route`)
      : because(`${replies} lost at`, hopOf(course));
  return [
    {
      key: `${replyPrefix}${flow.key}`,
      direction: 'OUTBOUND',
      title: flow.rule.title,
      farEnd: `asymmetric reply to ${flow.destinationPort}`,
      ports: `reply ${flow.destinationPort}`,
      state: isPart ? 'PARTLY' : 'STOPPED',
      cause,
      isTunneled: isThrough(course, firewall),
    },
  ];
}

/** The rule that denies most of the flow, or else the first that denies a part. */
function stopper({ trace, decidedBy }: FlowResult, what: string): FlowCause {
  const denies = trace.filter(({ access, fraction }) => access === 'DENY' && fraction !== 0);
  const entry = denies.find(({ rule }) => rule === decidedBy) ?? denies[0];
  if (!entry) return because(`${what}: no security group allows it`);
  return because(`${what} by`, entry.rule, `(${entry.priority})`);
}

/** Those of each direction that has rules. */
function laddersOf(
  { rules }: JudgedLocation,
  flows: readonly FlowResult[],
): readonly LocationLadder[] {
  return (['OUTBOUND', 'INBOUND'] as const).flatMap((direction) => {
    const own = rules.filter((rule) => rule.direction === direction);
    if (!own.some(({ isDefault }) => !isDefault)) return [];
    const columns = flows
      .filter((flow) => flow.direction === direction)
      .toSorted((a, b) => Number(isDrawn(b)) - Number(isDrawn(a)));
    const indexes = (keys: readonly string[]) => {
      const wanted = new Set(keys);
      return columns.flatMap(({ key }, index) => (wanted.has(key) ? [index] : []));
    };
    return [
      {
        direction,
        title: `${direction === 'OUTBOUND' ? 'Outbound' : 'Inbound'} rules by priority`,
        columns: columns.map(
          ({ destinationPort, remoteTags }) =>
            `${destinationPort} ${remoteTags[0]?.split('.')[0] ?? ''}`,
        ),
        rules: own.map(({ name, priority, access, takes, matches, hiddenBy }) => ({
          name,
          priority: `${priority ?? '?'}`,
          access: access ?? 'UNKNOWN',
          takes: indexes(takes),
          matches: indexes(matches),
          hiddenBy,
        })),
      },
    ];
  });
}
