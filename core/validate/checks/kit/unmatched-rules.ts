/**
 * Rules that match no packet of the subnet. What they would match the other way round decides which of four checks
 * reports them.
 */

import type { Direction } from '../../../../data/model.ts';
import type { InputRule } from '../../../deployment.ts';
import type { AddressTerm } from '../../../network/address-term.ts';
import { memoizeOnObject } from '../../../network/memoize.ts';
import { endsOf, isElsewhere } from '../../../network/near-end.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { covers, overlaps } from '../../../network/sets/interval-set.ts';
import { privateAddresses } from '../../../network/sets/ipv4.ts';
import { everyPort } from '../../../network/sets/ports.ts';
import type { KnownNetwork } from '../../../network/side.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { addressPath, entriesOf, type RuleSide } from '../../read/rules/input-rule.ts';
import type { Observation } from './check.ts';
import { inputRuleOf } from './custom-rule.ts';
import { by, describeFlow } from './flow-labels.ts';
import { listing, namedRule } from './rule-labels.ts';
import { deniedOf } from './traffic-status.ts';

type Kind = 'wrong-direction' | 'rule-ends-swapped' | 'wrong-destination' | 'rule-inert';

interface UnmatchedRule {
  readonly rule: SecurityRule;
  readonly kind: Kind;
  /** The documented flows that the rule was meant for; none for a deny rule. */
  readonly meant: readonly EvaluatedFlow[];
}

const opposite = { INBOUND: 'OUTBOUND', OUTBOUND: 'INBOUND' } as const;

const unmatchedRules = memoizeOnObject(({ rules = [], network, flows }: LocationContext) => {
  const flowsByTag: FlowsByTag = Map.groupBy(flows, ({ remote }) => remote[0]?.base);
  const result: UnmatchedRule[] = [];
  for (const rule of rules) {
    const { direction } = rule;
    if (direction === undefined || rule.path === '') continue;
    const { near, far } = endsOf(rule);
    if (!areElsewhere(near, network)) continue;
    const isTurnable = near.some(isTag) && !areElsewhere(far, network);
    result.push(unmatchedRule(rule, direction, isTurnable, flowsByTag));
  }
  return Map.groupBy(result, ({ kind }) => kind);
});

/** The tags of a flow's far end are one tag, or parts of one. */
type FlowsByTag = ReadonlyMap<string | undefined, readonly EvaluatedFlow[]>;

const isTag = ({ kind }: AddressTerm) => kind === 'tag';

function areElsewhere(terms: readonly AddressTerm[], network: KnownNetwork): boolean {
  for (const term of terms) if (!isElsewhere(term, network)) return false;
  return true;
}

function unmatchedRule(
  rule: SecurityRule,
  direction: Direction,
  isTurnable: boolean,
  flowsByTag: FlowsByTag,
): UnmatchedRule {
  const { near, far } = endsOf(rule);
  if (isTurnable) {
    const turned = documented(rule, opposite[direction], near, flowsByTag);
    if (turned.length > 0) return { rule, kind: 'wrong-direction', meant: turned };
    const exchanged = documented(rule, direction, near, flowsByTag);
    if (exchanged.length > 0) return { rule, kind: 'rule-ends-swapped', meant: exchanged };
  }
  const isOfAddresses = near.every(({ kind }) => kind === 'addresses');
  const meant = documented(rule, direction, far, flowsByTag);
  return { rule, kind: isOfAddresses ? 'wrong-destination' : 'rule-inert', meant };
}

const none: readonly EvaluatedFlow[] = [];

/** The flows that an allow rule with this far end is meant for. */
function documented(
  rule: SecurityRule,
  direction: Direction,
  remote: readonly AddressTerm[],
  flowsByTag: FlowsByTag,
): readonly EvaluatedFlow[] {
  const term = rule.access === 'ALLOW' ? remote.find(isTag) : undefined;
  const flows = term?.kind === 'tag' ? flowsByTag.get(term.tag.base) : undefined;
  return flows ? flowsFor(rule, direction, flows) : none;
}

const flowsFor = (
  { protocol = 'ANY', destinationPorts = everyPort }: SecurityRule,
  direction: Direction,
  flows: readonly EvaluatedFlow[],
) =>
  flows.filter(
    (flow) =>
      flow.direction === direction &&
      (protocol === 'ANY' || protocol === flow.statement.protocol) &&
      overlaps(flow.ports, destinationPorts),
  );

/** The observations on rules of one kind; `remedy` says what to do, given the fields' names. */
export function unmatched(
  kind: Kind,
  remedy: (rule: SecurityRule, near: RuleSide) => string,
): (location: LocationContext) => Omit<Observation, 'region'>[] {
  return (location) =>
    (unmatchedRules(location).get(kind) ?? []).map(({ rule, meant }) => {
      const near = rule.direction === 'INBOUND' ? 'destination' : 'source';
      const raw = inputRuleOf(rule, location);
      const flow = mostTelling(meant);
      const why = `matches nothing: ${reason(rule, near, raw, location)}`;
      return {
        message: `${namedRule(rule)} ${why}${flow ? `; ${consequence(flow, rule, kind)}` : ''}`,
        path: raw ? addressPath(raw, near) : rule.path,
        remediation: remedy(rule, near),
        flows: deniedOf(meant),
        rules: [rule],
      };
    });
}

const nearEnds = {
  source: 'the source of outbound traffic is the subnet',
  destination: 'the destination of inbound traffic is the subnet',
} as const;

function reason(
  rule: SecurityRule,
  near: RuleSide,
  raw: InputRule | undefined,
  { network, location }: LocationContext,
): string {
  const entries = raw ? listing(entriesOf(raw[near])) : '';
  const end = entries === '' ? `the ${near}` : `the ${near} ${entries}`;
  const [term] = endsOf(rule).near;
  const where = nearEnds[near];
  if (term?.kind === 'tag') return `${where}, but ${end} is a service tag that does not contain it`;
  const isPrivate = covers(privateAddresses, network.subnet ?? []);
  if (isPrivate && term?.kind === 'addresses' && !overlaps(term.addresses, privateAddresses)) {
    return `${where} with its private addresses, but ${end} is public`;
  }
  const space = network.subnet ? location.subnet?.addressPrefix : 'the virtual network';
  return `${where}, but ${end} is outside ${space}`;
}

/** The flow to name in the message: a denied one if there is any. */
function mostTelling(meant: readonly EvaluatedFlow[]): EvaluatedFlow | undefined {
  return meant.find(({ evaluation }) => isDenied(evaluation.outcome)) ?? meant[0];
}

/** What the rule was meant for, and whether that traffic passes without it. */
function consequence(flow: EvaluatedFlow, rule: SecurityRule, kind: Kind): string {
  const { outcome, deniedBy } = flow.evaluation;
  const [denier] = deniedBy;
  const what =
    kind === 'wrong-direction'
      ? `as an ${flow.direction.toLowerCase()} rule it would match ${describeFlow(flow)}`
      : kind === 'rule-ends-swapped'
        ? `with source and destination swapped it would match ${describeFlow(flow)}`
        : `it was probably meant for ${describeFlow(flow)}`;
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
