/**
 * The elements that a flow passes on its way, in the order of Azure: security admin rules, the security group of the subnet,
 * the route, and what the route leads to. Each decides, or says why it is not known what it does.
 */

import { isEmptyPart, subtractParts } from '../../network/address-part.ts';
import { memoizeOnObject } from '../../network/memoize.ts';
import { isNowhere } from '../../network/route.ts';
import { quoted } from '../../quoted.ts';
import type { EvaluatedFlow } from '../flows/evaluated-flow.ts';
import { hasGroupElsewhere, type LocationContext } from '../location/location.ts';
import { doubtOfAdmin } from './admin-words.ts';
import { type FirewallStep, firewallSteps } from './firewall-steps.ts';
import { denialBy, denierOf, doubtOf } from './firewall-words.ts';
import { isNear } from './near-flows.ts';
import type { PathStep } from './path-step.ts';
import { openRouteSources, takesDefaultRoute } from './peers.ts';

/** The steps by the key of the flow. */
export const pathsOf = memoizeOnObject(
  (location: LocationContext): ReadonlyMap<string, readonly PathStep[]> => {
    const steps = Map.groupBy(firewallSteps(location), ({ flow }) => flow.id);
    return new Map(
      location.flows.map((flow) => [
        flow.id,
        [
          ...adminStep(flow, location),
          ...groupStep(flow, location),
          ...droppedBy(flow, location),
          ...perhapsLearned(flow, location),
          ...(steps.get(flow.id) ?? []).map(toStep),
        ],
      ]),
    );
  },
);

function adminStep({ admin }: EvaluatedFlow, { location }: LocationContext): PathStep[] {
  if (!admin) return [];
  const { outcome } = admin.denied;
  const isAlways = admin.always.outcome === 'ALLOWED';
  const { decidedBy, deniedBy } = isAlways ? admin.always : admin.denied;
  const rule = outcome === 'ALLOWED' ? decidedBy : (deniedBy[0] ?? decidedBy);
  const reason =
    outcome === 'ALLOWED'
      ? ''
      : outcome === 'UNKNOWN'
        ? doubtOfAdmin(admin.denied, location)
        : `security admin rule ${quoted(rule?.name ?? '')} denies it`;
  return [
    {
      element: 'SECURITY_ADMIN_RULES',
      name: null,
      outcome,
      decidedBy: rule?.path ? rule.name : null,
      reason,
      path: rule?.path || null,
    },
  ];
}

/** What admin rules always allow does not come to the group. */
function groupStep(
  { evaluation, admin }: EvaluatedFlow,
  { rules, location }: LocationContext,
): PathStep[] {
  if (admin?.always.outcome === 'ALLOWED') return [];
  const { outcome, decidedBy } = evaluation;
  const reason = rules
    ? ''
    : hasGroupElsewhere(location)
      ? 'the input does not contain the security group'
      : 'the subnet has no security group';
  return [
    {
      element: 'NETWORK_SECURITY_GROUP',
      name: null,
      outcome,
      decidedBy: decidedBy?.name ?? null,
      reason: outcome === 'ALLOWED' ? '' : reason,
      path: decidedBy?.path || null,
    },
  ];
}

/** Routes with next hop None. */
function droppedBy({ remote, direction }: EvaluatedFlow, { routes }: LocationContext): PathStep[] {
  if (!routes || direction === 'INBOUND' || isNear(remote)) return [];
  const { sure, maybe, whole, takers } = routes.course(remote, isNowhere);
  const [route] = isEmptyPart(maybe) ? [] : takers();
  if (!route) return [];
  const outcome = isEmptyPart(sure)
    ? 'UNKNOWN'
    : isEmptyPart(subtractParts(whole, sure))
      ? 'DENIED'
      : 'PARTIAL';
  const reason = outcome === 'UNKNOWN' ? 'it may have next hop None' : 'its next hop is None';
  return [
    {
      element: 'ROUTE',
      name: route.name,
      outcome,
      decidedBy: route.name,
      reason,
      path: route.path,
    },
  ];
}

/** A default route that a gateway may bring. */
function perhapsLearned(flow: EvaluatedFlow, location: LocationContext): PathStep[] {
  const [source] = openRouteSources(location);
  if (!source || flow.direction === 'INBOUND' || !takesDefaultRoute(flow, location)) return [];
  return [
    {
      element: 'ROUTE',
      name: null,
      outcome: 'UNKNOWN',
      decidedBy: null,
      reason: `${source.name} may bring a default route`,
      path: source.path,
    },
  ];
}

function toStep(step: FirewallStep): PathStep {
  const { firewall, behind, outcome, routes } = step;
  if (!firewall) {
    return {
      element: 'ROUTE',
      name: behind ? null : (routes[0]?.name ?? null),
      outcome,
      decidedBy: null,
      reason: doubtOf(step),
      path: behind?.path ?? routes[0]?.path ?? null,
    };
  }
  const isDenied = outcome === 'DENIED' || outcome === 'PARTIAL';
  const rule = isDenied ? denierOf(step) : step.evaluation?.hosts[0]?.evaluation.decidedBy;
  return {
    element: 'FIREWALL',
    name: firewall.name,
    outcome,
    decidedBy: outcome === 'UNKNOWN' ? null : (rule?.name ?? null),
    reason: isDenied ? `${denialBy(rule)} it` : outcome === 'UNKNOWN' ? doubtOf(step) : '',
    path: rule?.path || firewall.path,
  };
}
