/** Security admin rules in ladders: they come before the security group. */

import { evaluate } from '../../network/evaluate.ts';
import type { Flow } from '../../network/flow.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import type { LocationContext } from '../location/location.ts';
import { adminWalks, readAdminRules } from '../path/admin-rules.ts';
import { doubtOfAdmin } from '../path/admin-words.ts';
import type { LadderStep } from './ladder-step.ts';
import { type Locate, labelOf, rungsOf } from './rungs.ts';

export const ofAdmin = { element: 'SECURITY_ADMIN_RULES', elementName: null } as const;

const walksOf = ({ location, tags }: LocationContext) =>
  adminWalks(readAdminRules(location.adminRules ?? [], tags));

/** In the order in which Azure tries them; DENY for those that deny. */
export const adminRulesOf = (context: LocationContext): readonly SecurityRule[] =>
  walksOf(context).denied.filter(({ isDefault }) => !isDefault);

/** Undefined where the input has none. */
export function adminStep(
  flow: Flow,
  context: LocationContext,
  locate: Locate,
): LadderStep | undefined {
  if ((context.location.adminRules ?? []).length === 0) return undefined;
  const walks = walksOf(context);
  const [denied, always] = [walks.denied, walks.always].map((rules) => evaluate(flow, rules)) as [
    ReturnType<typeof evaluate>,
    ReturnType<typeof evaluate>,
  ];
  const isAlways = always.outcome === 'ALLOWED';
  const decider = isAlways ? always.decidedBy : (denied.deniedBy[0] ?? denied.decidedBy);
  const label = decider ? labelOf(decider) : '';
  const isDecided = isAlways || denied.outcome === 'DENIED' || denied.outcome === 'PARTIAL';
  return {
    element: ofAdmin.element,
    outcome: denied.outcome,
    decidedBy: isDecided ? (decider?.name ?? null) : null,
    always: always.outcome,
    rungs: rungsOf(denied, locate, ofAdmin).filter(({ isDefault }) => !isDefault),
    notes: [
      ...(isAlways
        ? [
            `security admin rule ${label} always allows it, so it does not come to the security group`,
          ]
        : []),
      ...(denied.outcome === 'UNKNOWN'
        ? [`security admin rules may deny it: ${doubtOfAdmin(denied, context.location)}`]
        : []),
      ...(!isAlways && (always.outcome === 'PARTIAL' || always.outcome === 'UNKNOWN')
        ? [
            `security admin rules ${always.outcome === 'PARTIAL' ? '' : 'may '}always allow some of it, without the security group`,
          ]
        : []),
    ],
  };
}

/** What security admin rules do with the packets of a rule of the group before it. */
export function adminNotes(flow: Flow, context: LocationContext): readonly string[] {
  if ((context.location.adminRules ?? []).length === 0) return [];
  const walks = walksOf(context);
  const [denied, always] = [evaluate(flow, walks.denied), evaluate(flow, walks.always)];
  const namesOf = (rules: readonly SecurityRule[], access: SecurityRule['access']) =>
    listing([
      ...new Set(rules.filter((rule) => !rule.isDefault && rule.access !== access).map(labelOf)),
    ]);
  const deniers = namesOf(denied.deniedBy, 'ALLOW');
  const openers = namesOf(
    always.deciders.filter(({ fraction }) => fraction !== 0).map(({ rule }) => rule),
    'DENY',
  );
  const share = {
    ALLOWED: 'all of',
    DENIED: 'all of',
    PARTIAL: 'some of',
    UNKNOWN: 'perhaps some of',
  };
  return [
    ...(denied.outcome === 'ALLOWED'
      ? []
      : [`before it security admin rules deny ${share[denied.outcome]} these packets: ${deniers}`]),
    ...(always.outcome === 'DENIED'
      ? []
      : [
          `before it security admin rules always allow ${share[always.outcome]} these packets: ${openers}`,
        ]),
  ];
}
