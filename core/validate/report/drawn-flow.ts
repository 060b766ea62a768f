/** The arrows of a flow: whether it arrives, what stops it on the way, and what becomes of its reply. */

import { firewallDefault } from '../../network/firewall/evaluate-firewall.ts';
import type { DrawnFlow, FlowCause } from '../../render/drawing/flow-drawing.ts';
import type { PathStep } from '../path/path-step.ts';
import type { Course, FlowResult } from '../report.ts';

const because = (lead: string, name = '', tail = ''): FlowCause => ({ lead, name, tail });

const hopOf = ({ through }: Course) => (through === '' ? 'a firewall or gateway' : through);

/** Drawn through the firewall of most traffic, which names it; another one is a cause of its own. */
const isThrough = ({ way, through }: Course, firewall: string | undefined) =>
  way === 'TUNNEL' && through === firewall;

/** `firewall` is the one that is drawn. */
export function drawnFlow(
  flow: FlowResult,
  course: Course,
  firewall: string | undefined,
): DrawnFlow {
  const base = {
    key: flow.key,
    direction: flow.direction,
    title: flow.rule.title,
    farEnd: flow.remoteTags.join(', '),
    ports: `${flow.statement.protocol} ${flow.destinationPort}`,
    isTunneled: false,
  };
  const { outcome } = flow;
  const steps = flow.steps();
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
  const isByDefault = decidedBy === firewallDefault && name !== null;
  const by = isByDefault ? name : (decidedBy ?? name ?? '');
  const tail = isByDefault ? '(no rule for it)' : '';
  switch (outcome) {
    case 'ALLOWED':
      return { state: 'PASSES', cause: undefined };
    case 'DENIED':
      return { state: 'STOPPED', cause: because('stopped by', by, tail) };
    case 'PARTIAL':
      return { state: 'PARTLY', cause: because('stopped in part by', by, tail) };
    case 'UNKNOWN':
      return { state: 'UNDECIDED', cause: because('undecided: security admin rules') };
  }
}

const replyPrefix = 'reply-';

/** The key of the flow whose arrow has the key: of a reply that of its request. */
export const keyOfRequest = (key: string): string => key.replace(replyPrefix, '');

/** A request comes straight from the far end; a firewall that has not seen it drops the reply. */
export function lostReply(
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
  const denies = trace().filter(({ access, fraction }) => access === 'DENY' && fraction !== 0);
  const entry = denies.find(({ rule }) => rule === decidedBy) ?? denies[0];
  if (!entry) return because(`${what}: no security group allows it`);
  return because(`${what} by`, entry.rule, `(${entry.priority})`);
}
