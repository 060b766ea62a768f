/**
 * The ladder of a rule of the security group, or of a security admin rule: its own packets under the rules before it. What
 * they leave is what it decides; where they leave nothing, they hide it.
 */

import type { Direction } from '../../../data/model.ts';
import { isEmptyPart } from '../../network/address-part.ts';
import { type Evaluation, evaluate } from '../../network/evaluate.ts';
import type { Flow } from '../../network/flow.ts';
import { localSide } from '../../network/flow-ends.ts';
import { hostSide } from '../../network/host-side.ts';
import { endsOf } from '../../network/near-end.ts';
import { defaultRules, type RuleProtocol, type SecurityRule } from '../../network/security-rule.ts';
import { type IntervalSet, isEmpty, subtract } from '../../network/sets/interval-set.ts';
import { everyAddress, hostAddress } from '../../network/sets/ipv4.ts';
import { everyPort } from '../../network/sets/ports.ts';
import {
  type AssumptionCode,
  coverAll,
  type NetworkFacts,
  rememberedSide,
} from '../../network/side.ts';
import { describeFlow } from '../checks/kit/flow-labels.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import { shadowedRules } from '../checks/kit/shadowed-rules.ts';
import type { LocationContext } from '../location/location.ts';
import { adminNotes, adminRulesOf, ofAdmin } from './admin-step.ts';
import type { Ladder, Rung } from './ladder.ts';
import { inWords } from './rule-in-words.ts';
import { assumptionsIn, type Locate, labelOf, ofGroup, rungsOf } from './rungs.ts';

/** Names of the rules of a location, of default rules too. */
export function ruleNamesOf(context: LocationContext): readonly string[] {
  const { rules, inputRules, tags } = context;
  const defaults = rules ? [...rules, ...defaultRules(tags)] : [];
  const all = [...defaults, ...inputRules, ...adminRulesOf(context)];
  return [...new Set(all.map(({ name }) => String(name)))];
}

/** Azure takes names in any case. */
export const isNamed = (name: string, { name: own }: { readonly name: unknown }): boolean =>
  String(own).toLowerCase() === name.toLowerCase();

/** One ladder for each protocol that the rules before it tell apart; none where the location has no such rule. */
export function laddersOfRule(
  name: string,
  context: LocationContext,
  locate: Locate,
): readonly Ladder[] {
  const { rules, tags } = context;
  const group = rules ? [...rules, ...defaultRules(tags)] : [];
  const lists = [
    { all: adminRulesOf(context), element: ofAdmin },
    { all: group, element: ofGroup },
  ];
  return lists.flatMap(({ all, element }) =>
    all
      .filter((rule) => isNamed(name, rule))
      .flatMap((rule) => {
        const before = all.slice(0, all.indexOf(rule));
        return (rule.direction ? [rule.direction] : (['INBOUND', 'OUTBOUND'] as const)).flatMap(
          (direction) => laddersIn({ rule, before, element }, direction, context, locate),
        );
      }),
  );
}

interface Explained {
  readonly rule: SecurityRule;
  readonly before: readonly SecurityRule[];
  readonly element: Pick<Rung, 'element' | 'elementName'>;
}

function laddersIn(
  { rule, before, element }: Explained,
  direction: Direction,
  context: LocationContext,
  locate: Locate,
): readonly Ladder[] {
  const assumed = new Set<AssumptionCode>();
  const facts: NetworkFacts = { ...context.network, assume: (code) => assumed.add(code) };
  const own = ownPackets(rule, direction, facts);
  const about = { region: context.region.name, direction };
  const words = (protocol: RuleProtocol, isRest: boolean) =>
    inWords({ ...rule, direction, protocol }, isRest);
  if (typeof own === 'string') {
    return [
      {
        ...about,
        packets: words(rule.protocol ?? 'ANY', false),
        outcome: 'UNKNOWN',
        decidedBy: null,
        rungs: [],
        notes: [own, ...problemNotes(rule, context)],
        assumptions: [],
      },
    ];
  }
  const tried = [...before, rule];
  const evaluations = protocolsOf(rule, before).map((protocol) => ({
    protocol,
    evaluation: evaluate({ ...own, direction, protocol }, tried),
  }));
  const [rest, ...named] = evaluations as [Protocoled, ...Protocoled[]];
  const different = named.filter((one) => decidersIn(one) !== decidersIn(rest));
  return [...different, rest].map(({ protocol, evaluation }, index, shown) => ({
    ...about,
    packets: words(protocol, shown.length > 1 && index === shown.length - 1),
    outcome: evaluation.outcome,
    decidedBy: evaluation.decidedBy?.name ?? null,
    rungs: rungsOf(evaluation, locate, element),
    notes: [
      shareNote(rule, evaluation),
      ...(element === ofGroup
        ? [
            ...(index === 0 ? groupNotes(rule, context) : []),
            ...adminNotes({ ...own, direction, protocol }, context),
          ]
        : []),
    ],
    assumptions: assumptionsIn(assumed, context),
  }));
}

const groupNotes = (rule: SecurityRule, context: LocationContext): readonly string[] => [
  ...flowNotes(rule, context),
  ...hidingNotes(rule, context),
  ...problemNotes(rule, context),
];

interface Protocoled {
  readonly protocol: RuleProtocol;
  readonly evaluation: Evaluation;
}

const decidersIn = ({ evaluation }: Protocoled): string =>
  evaluation.deciders.map(({ rule, fraction }) => `${rule.index} ${rule.name} ${fraction}`).join();

/** Its own protocol; of a rule for any protocol first any, then those that earlier rules are about. */
function protocolsOf(rule: SecurityRule, before: readonly SecurityRule[]): RuleProtocol[] {
  const { protocol = 'ANY', direction } = rule;
  if (protocol !== 'ANY') return [protocol];
  const others = before.filter((one) => one.direction === direction || !direction);
  return [...new Set(['ANY', ...others.flatMap((one) => one.protocol ?? [])])] as RuleProtocol[];
}

/** The packets that the rule matches in the subnet; a sentence where there are none. */
function ownPackets(
  rule: SecurityRule,
  direction: Direction,
  facts: NetworkFacts,
): Omit<Flow, 'direction' | 'protocol'> | string {
  const { near, far } = endsOf({ ...rule, direction });
  const { sure, maybe } = coverAll(
    rememberedSide(facts, (known) => hostSide(everyAddress, known)),
    far,
  );
  // Of a tag that may hold more than is known, what it certainly holds.
  const known = isEmpty(subtract(sure.line, host)) ? maybe.line : sure.line;
  if (isEmpty(known)) return 'it names no IPv4 address at its far end, so no packet is judged';
  const own = coverAll(rememberedSide(facts, localSide), near).maybe;
  if (isEmptyPart(own))
    return 'its near end is never the subnet of the instance: it matches nothing';
  const local = isEmpty(own.line) ? facts : { ...facts, subnet: own.line };
  return {
    remote: rememberedSide(facts, (network) => hostSide(known, network)),
    local: rememberedSide(local, localSide),
    ports: rule.destinationPorts ?? everyPort,
    sourcePorts: rule.sourcePorts ?? everyPort,
  };
}

const host: IntervalSet = [hostAddress, hostAddress];

/** How much of its packets it decides, and which rules decide the rest before it. */
function shareNote(rule: SecurityRule, { deciders }: Evaluation): string {
  const before = deciders.filter((one) => one.rule !== rule && one.fraction !== 0);
  const others = listing(before.map((one) => labelOf(one.rule)));
  const own = deciders.find((one) => one.rule === rule);
  if (!own || own.fraction === 0) {
    return `it decides nothing: ${others} ${before.length === 1 ? 'decides' : 'decide'} all of these packets before it`;
  }
  if (before.length === 0) return 'it decides all of these packets';
  const share = own.fraction === null ? 'may decide some' : `decides ${percent(own.fraction)}`;
  return `it ${share} of these packets; the rest goes to ${others} before it`;
}

/** 40 %; never 0 or 100 of what is not. */
function percent(fraction: number): string {
  const value = 100 * fraction;
  if (value > 99.9) return value === 100 ? '100 %' : 'more than 99.9 %';
  return value < 0.001 ? 'less than 0.001 %' : `${Number(value.toPrecision(2))} %`;
}

/** The documented flows of which it decides a part. */
function flowNotes(rule: SecurityRule, { flows }: LocationContext): string[] {
  const taken = flows.flatMap((flow) => {
    const own = flow.evaluation.deciders.find(
      (one) => one.rule.index === rule.index && one.rule.name === rule.name,
    );
    if (!own || own.fraction === 0) return [];
    const share =
      own.fraction === 1 ? '' : own.fraction === null ? 'perhaps ' : `${percent(own.fraction)} of `;
    return [`${share}${describeFlow(flow)}`];
  });
  const verb = rule.access === 'ALLOW' ? 'allows' : rule.access === 'DENY' ? 'denies' : 'decides';
  return taken.length === 0
    ? ['it decides no documented flow']
    : taken.map((flow) => `it ${verb} ${flow}`);
}

/** The later rules that decide nothing because of it. */
function hidingNotes(rule: SecurityRule, context: LocationContext): string[] {
  return shadowedRules(context).flatMap((hidden) => {
    if (!hidden.by.includes(rule)) return [];
    const others = hidden.by.filter((one) => one !== rule).map(labelOf);
    return [
      `it hides ${labelOf(hidden.rule)}${others.length > 0 ? `, together with ${listing(others)}` : ''}`,
    ];
  });
}

const problemNotes = ({ name }: SecurityRule, { problems }: LocationContext): string[] =>
  problems.filter(({ rule }) => rule === name).map(({ message }) => message);
