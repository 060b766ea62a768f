/**
 * Security admin rules, which come before the security group (data/routing/admin-rules.ts). For each flow two walks over
 * them tell which part they deny, and which part they always allow; what they allow goes on to the group.
 */

import type { AdminRule, InputRule } from '../../deployment.ts';
import { inPriorityOrder, type SecurityRule } from '../../network/security-rule.ts';
import type { ServiceTagIndex } from '../../network/service-tags/service-tags.ts';
import { everyAddress } from '../../network/sets/ipv4.ts';
import { everyPort } from '../../network/sets/ports.ts';
import type { AssumptionCode } from '../../network/side.ts';
import type { EvaluatedFlow, FlowEvaluator } from '../flows/evaluated-flow.ts';
import { ruleReader } from '../read/rules/security-rule.ts';
import { unreadValue } from './admin-words.ts';

type EvaluatorOf = (
  rules: readonly SecurityRule[],
  assumptions: Set<AssumptionCode>,
) => FlowEvaluator;

/** Adds what admin rules do to flows that are evaluated under the security group. */
export function underAdminRules(
  admin: readonly AdminRule[],
  tags: ServiceTagIndex,
  evaluatorOf: EvaluatorOf,
): (flow: EvaluatedFlow) => EvaluatedFlow {
  if (admin.length === 0) return (flow) => flow;
  const rules = readAdminRules(admin, tags);
  const walks = adminWalks(rules);
  const denials = evaluatorOf(walks.denied, new Set());
  const passes = evaluatorOf(walks.always, new Set());
  return (flow) => {
    const own = { denied: denials(flow).evaluation, always: passes(flow).evaluation };
    if (own.always.outcome === 'ALLOWED') {
      return { ...flow, admin: own, evaluation: own.always, deniedPacket: null };
    }
    const isRescued = own.always.outcome !== 'DENIED' && flow.evaluation.outcome !== 'ALLOWED';
    if (!isRescued) return { ...flow, admin: own };
    const evaluation = { ...flow.evaluation, outcome: 'UNKNOWN', allowedFraction: null } as const;
    return { ...flow, admin: own, evaluation, deniedPacket: null };
  };
}

interface ReadAdminRule extends Omit<AdminRule, 'rule'> {
  readonly rule: SecurityRule;
  readonly written: InputRule;
}

/** As the input lists them. */
export function readAdminRules(
  admin: readonly AdminRule[],
  tags: ServiceTagIndex,
): readonly ReadAdminRule[] {
  const read = ruleReader(tags);
  return admin.map((one) => {
    const known = read(one.rule).rule;
    // Whether a rule in doubt matches anything is not known, as for a rule that another one contests.
    const rule = known ? { ...known, isContested: one.doubt !== '' } : unreadRule(one.rule);
    return { ...one, written: one.rule, rule };
  });
}

/** The rules as two lists for evaluation: what they do not deny is allowed by one, what they always allow by the other. */
export function adminWalks(rules: readonly ReadAdminRule[]) {
  const walk = (
    isAllowed: (action: NonNullable<AdminRule['action']>) => boolean,
    last: SecurityRule['access'],
  ): readonly SecurityRule[] => [
    ...inPriorityOrder(
      rules.map(({ rule, action }) => ({
        ...rule,
        access: action === undefined ? undefined : isAllowed(action) ? 'ALLOW' : 'DENY',
      })),
    ),
    ...lastRules(last),
  ];
  return {
    denied: walk((action) => action !== 'DENY', 'ALLOW'),
    always: walk((action) => action === 'ALWAYS_ALLOW', 'DENY'),
  };
}

const anywhere = [{ kind: 'addresses', addresses: everyAddress }] as const;

/** A rule that cannot be read may match anything. */
const unreadRule = ({ name, path }: InputRule): SecurityRule => ({
  name,
  priority: undefined,
  direction: undefined,
  access: undefined,
  protocol: undefined,
  source: [{ kind: 'unresolved', text: unreadValue }],
  sourcePorts: undefined,
  destination: anywhere,
  destinationPorts: undefined,
  isDefault: false,
  isContested: true,
  index: -1,
  path,
});

/** What no admin rule matches. */
const lastRules = (access: SecurityRule['access']): SecurityRule[] =>
  (['INBOUND', 'OUTBOUND'] as const).map((direction) => ({
    name: 'no security admin rule',
    priority: 65_500,
    direction,
    access,
    protocol: 'ANY',
    source: anywhere,
    sourcePorts: everyPort,
    destination: anywhere,
    destinationPorts: everyPort,
    isDefault: true,
    isContested: false,
    index: -1,
    path: '',
  }));
