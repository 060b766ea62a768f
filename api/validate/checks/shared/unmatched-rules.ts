/**
 * Rules that match no packet of the subnet, each of one kind: what they would be documented as if they stood the other
 * way round decides which of four checks tells of them.
 */

import type { Direction } from '../../../../data/model.ts';
import type { EvaluatedFlow } from '../../evaluated-flow.ts';
import type { LocationContext } from '../../location.ts';
import type { AddressTerm } from '../../network/address-term.ts';
import { covers, overlaps } from '../../network/interval-set.ts';
import { privateAddresses } from '../../network/ipv4.ts';
import { endsOf, isElsewhere } from '../../network/near-end.ts';
import { everyPort } from '../../network/ports.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { addressPath, entriesOf, type RuleSide } from '../../read/raw-rule.ts';
import { rememberingWith } from '../../remembering.ts';
import type { Observation } from '../check.ts';
import { by, describeFlow } from './flow-words.ts';
import { rawRuleOf } from './given-rule.ts';
import { listed, namedRule } from './rule-words.ts';

type Kind = 'wrong-direction' | 'swapped' | 'wrong-destination' | 'inert-rule';

interface UnmatchedRule {
  readonly rule: SecurityRule;
  readonly kind: Kind;
  /** The documented flows it would be for; none for a deny rule, since documents ask to allow. */
  readonly meant: readonly EvaluatedFlow[];
}

const opposite = { INBOUND: 'OUTBOUND', OUTBOUND: 'INBOUND' } as const;

const unmatchedRules = rememberingWith(({ rules = [], network, flows }: LocationContext) =>
  rules.flatMap((rule): UnmatchedRule[] => {
    const { direction } = rule;
    if (direction === undefined || rule.path === '') return [];
    const { near, far } = endsOf(rule);
    if (!near.every((term) => isElsewhere(term, network))) return [];
    const isTurnable = !far.every((term) => isElsewhere(term, network));
    const documented = (as: Direction, remote: readonly AddressTerm[]) =>
      rule.access === 'ALLOW' && remote.some(({ kind }) => kind === 'tag')
        ? flows.filter((flow) => isDocumented(flow, as, remote, rule))
        : [];
    const turned = isTurnable ? documented(opposite[direction], near) : [];
    if (turned.length > 0) return [{ rule, kind: 'wrong-direction', meant: turned }];
    const exchanged = isTurnable ? documented(direction, near) : [];
    if (exchanged.length > 0) return [{ rule, kind: 'swapped', meant: exchanged }];
    const isOfAddresses = near.every(({ kind }) => kind === 'addresses');
    const meant = documented(direction, far);
    return [{ rule, kind: isOfAddresses ? 'wrong-destination' : 'inert-rule', meant }];
  }),
);

/** Whether a rule with this far end would be for the flow. */
function isDocumented(
  flow: EvaluatedFlow,
  direction: Direction,
  remote: readonly AddressTerm[],
  { protocol = 'ANY', destinationPorts = everyPort }: SecurityRule,
): boolean {
  return (
    flow.direction === direction &&
    (protocol === 'ANY' || protocol === flow.statement.protocol) &&
    overlaps(flow.ports, destinationPorts) &&
    remote.some(
      (term) => term.kind === 'tag' && flow.remote.some(({ base }) => base === term.tag.base),
    )
  );
}

/** The observations on rules of one kind; `remedy` says what to do, given the fields' names. */
export function unmatched(
  kind: Kind,
  remedy: (rule: SecurityRule, near: RuleSide) => string,
): (location: LocationContext) => Omit<Observation, 'region'>[] {
  return (location) =>
    unmatchedRules(location)
      .filter((found) => found.kind === kind)
      .map(({ rule, meant }) => {
        const near = rule.direction === 'INBOUND' ? 'destination' : 'source';
        const raw = rawRuleOf(rule, location);
        return {
          message: [
            `${namedRule(rule)} matches nothing: ${reason(rule, near, location)}`,
            ...mostTelling(meant).map((flow) => consequence(flow, rule, kind)),
          ].join('; '),
          path: raw ? addressPath(raw, near) : rule.path,
          remediation: remedy(rule, near),
        };
      });
}

function reason(rule: SecurityRule, near: RuleSide, context: LocationContext): string {
  const { network, location } = context;
  const raw = rawRuleOf(rule, context)?.[near];
  const given = raw ? entriesOf(raw) : [];
  const end = `the ${near} ${listed(given)}`.trim();
  const [term] = endsOf(rule).near;
  const where = `the ${near} of ${(rule.direction ?? '').toLowerCase()} traffic is the subnet`;
  if (term?.kind === 'tag') return `${where}, and ${end} is a service tag that holds none of it`;
  const isPrivate = covers(privateAddresses, network.subnet ?? []);
  if (isPrivate && term?.kind === 'addresses' && !overlaps(term.addresses, privateAddresses)) {
    return `${where} with its private addresses, which is what rules see, and ${end} is public`;
  }
  const space = network.subnet ? location.subnet?.addressPrefix : 'the virtual network';
  return `${where}, and ${end} lies outside ${space}`;
}

/** One flow stands for all that a rule would be for: one that is lost, where there is any. */
function mostTelling(meant: readonly EvaluatedFlow[]): readonly EvaluatedFlow[] {
  const lost = meant.filter(({ evaluation }) => isDenied(evaluation.outcome));
  return [...lost, ...meant].slice(0, 1);
}

/** What the rule would be for, and how that traffic fares without it. */
function consequence(flow: EvaluatedFlow, rule: SecurityRule, kind: Kind): string {
  const { outcome, deniedBy } = flow.evaluation;
  const [denier] = deniedBy;
  const what =
    kind === 'wrong-direction'
      ? `as an ${flow.direction.toLowerCase()} rule it would be for ${describeFlow(flow)}`
      : kind === 'swapped'
        ? `with source and destination exchanged it would be for ${describeFlow(flow)}`
        : `it looks meant for ${describeFlow(flow)}`;
  const isLost = denier !== undefined && isAfter(denier, rule) && isDenied(outcome);
  if (isLost) {
    const part = outcome === 'PARTIAL' ? 'in part ' : '';
    const decider = { ...flow, evaluation: { ...flow.evaluation, decidedBy: denier } };
    return `${what}, which is denied ${part}${by(decider)}`;
  }
  return outcome === 'ALLOWED' && flow.evaluation.decidedBy
    ? `${what}, which is allowed without it ${by(flow)}`
    : what;
}

const isDenied = (outcome: EvaluatedFlow['evaluation']['outcome']) =>
  outcome === 'DENIED' || outcome === 'PARTIAL';

const isAfter = (other: SecurityRule, rule: SecurityRule) =>
  (other.priority ?? 0) > (rule.priority ?? 0);
