/** Routes and firewalls in ladders: what takes packets that the security group lets out. */

import type { InputFirewall } from '../../firewall.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { evaluate, type FlowOutcome } from '../../network/evaluate.ts';
import { rulesForAnyHost } from '../../network/firewall/rules-for-any-host.ts';
import type { Flow } from '../../network/flow.ts';
import { hostSide } from '../../network/host-side.ts';
import type { UserRoute } from '../../network/route.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { covers, isEmpty } from '../../network/sets/interval-set.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import { describeRoutes } from '../checks/kit/tunnel.ts';
import type { LocationContext } from '../location/location.ts';
import { type NextHopTarget, targetOf } from '../path/next-hop.ts';
import type { Rung } from './ladder.ts';
import { type LadderStep, worst } from './ladder-step.ts';
import { routedElsewhere, type Taken } from './routed-elsewhere.ts';
import { type Locate, rungsOf } from './rungs.ts';

/** Undefined where no route takes a part of the far end. */
export function wayStep(
  flow: Flow,
  term: AddressTerm,
  context: LocationContext,
  locate: Locate,
): LadderStep | undefined {
  const steps = routedElsewhere([term], context).map((taken) =>
    stepOf(taken, flow, term, context, locate),
  );
  if (context.routes && context.routes.unread.length > 0) return withUnread(steps);
  const [first] = steps;
  if (!first) return undefined;
  const outcome = worst(steps.map((step) => step.outcome));
  return {
    element: 'ROUTE',
    outcome,
    decidedBy: (steps.find((step) => step.outcome === outcome) ?? first).decidedBy,
    rungs: steps.flatMap(({ rungs }) => rungs),
    notes: steps.flatMap(({ notes }) => notes),
  };
}

/** A route that cannot be read may take it instead of every other one. */
const withUnread = (steps: readonly LadderStep[]): LadderStep => ({
  element: 'ROUTE',
  outcome: 'UNKNOWN',
  decidedBy: null,
  rungs: steps.flatMap(({ rungs }) => rungs),
  notes: [
    ...steps.flatMap(({ notes }) => notes),
    'a route that cannot be read may send it elsewhere or drop it',
  ],
});

function stepOf(
  taken: Taken,
  flow: Flow,
  term: AddressTerm,
  context: LocationContext,
  locate: Locate,
): LadderStep {
  const { routes, isCertain, isDropped } = taken;
  const target = isDropped ? undefined : targetBehind(routes, context);
  const firewall = target?.firewall;
  const isLost = target?.isLost === true;
  const there = firewall && firewallStep(flow, taken, firewall, context, locate);
  const atEnd = isDropped || isLost ? 'DENIED' : (there?.outcome ?? 'UNKNOWN');
  const verb = isDropped ? (isCertain ? 'drops' : 'may drop') : isCertain ? 'sends' : 'may send';
  const where = isDropped
    ? 'it'
    : firewall
      ? `it to the firewall ${firewall.name}, whose rules decide`
      : isLost
        ? `it on, but ${target.reason}`
        : 'it on, and the input does not say what passes there';
  return {
    element: 'ROUTE',
    outcome: ofPart(atEnd, taken, term, context),
    decidedBy: there ? there.decidedBy : (routes[0]?.name ?? null),
    rungs: [...routes.map((route) => rungOf(route, taken, locate)), ...(there?.rungs ?? [])],
    notes: [`then ${describeRoutes(routes)} ${verb} ${where}`, ...(there?.notes ?? [])],
  };
}

/** Of the whole far end, where this happens to the part that routes take. */
function ofPart(
  outcome: FlowOutcome,
  { addresses, isCertain }: Taken,
  term: AddressTerm,
  { network }: LocationContext,
): FlowOutcome {
  if (outcome === 'ALLOWED') return outcome;
  if (!isCertain || isEmpty(addresses)) return 'UNKNOWN';
  const side = hostSide(everyAddress, { ...network, assume: () => {} });
  const isWhole = covers(addresses, side.cover(term).maybe.line);
  return outcome === 'DENIED' && !isWhole ? 'PARTIAL' : outcome;
}

/** Where all of the routes lead; undefined where they lead to several ends, or to none of the input. */
function targetBehind(
  routes: readonly UserRoute[],
  { deployment, location }: LocationContext,
): NextHopTarget | undefined {
  const targets = routes.map((route) => targetOf(route, deployment, location));
  const lost = targets.find((target) => target?.isLost);
  if (lost) return lost;
  const [only] = targets;
  return targets.every((target) => target?.firewall === only?.firewall) ? only : undefined;
}

function rungOf(
  { name, path, nextHop }: UserRoute,
  { isCertain, isDropped }: Taken,
  locate: Locate,
): Rung {
  const place = locate(path);
  return {
    element: 'ROUTE',
    elementName: null,
    rule: name,
    priority: null,
    access: nextHop === undefined ? null : isDropped ? 'DENY' : 'ALLOW',
    isDefault: false,
    misses: [],
    fraction: isCertain ? 1 : null,
    path: place.path,
    ...(place.sourceLocation && { sourceLocation: place.sourceLocation }),
  };
}

/** Only the rules that match, or may: a policy has hundreds of others. */
function firewallStep(
  flow: Flow,
  { addresses }: Taken,
  firewall: InputFirewall,
  { tags, network }: LocationContext,
  locate: Locate,
): LadderStep {
  const rules = rulesForAnyHost(firewall, tags);
  const facts = { ...network, assume: () => {} };
  const remote = isEmpty(addresses) ? flow.remote : hostSide(addresses, facts);
  const evaluation = evaluate({ ...flow, remote }, rules);
  const { decidedBy, deciders } = evaluation;
  const isOpenBehind = firewall.hasOwnRoutes === true && evaluation.outcome === 'ALLOWED';
  const outcome = isOpenBehind ? 'UNKNOWN' : evaluation.outcome;
  const named = deciders
    .filter(({ fraction, rule }) => fraction !== 0 && !rule.isDefault)
    .map(({ rule }) => rule.name);
  const element = { element: 'FIREWALL', elementName: firewall.name } as const;
  return {
    element: 'FIREWALL',
    outcome,
    decidedBy: decidedBy?.name ?? null,
    rungs: rungsOf(evaluation, locate, element).filter(({ misses }) => misses.length === 0),
    notes: [
      ...(isOpenBehind
        ? [`the routes of the subnet of firewall ${firewall.name} may lead on`]
        : outcome === 'UNKNOWN'
          ? [`it depends on ${listing([...new Set(named)])} of firewall ${firewall.name}`]
          : []),
    ],
  };
}

export const firewallRulesOf = ({ deployment, tags }: LocationContext): readonly SecurityRule[] =>
  (deployment.firewalls ?? []).flatMap((one) => rulesForAnyHost(one, tags));
