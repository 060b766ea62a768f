/** Texts for findings: documented traffic, the rule that decides it, and the fix. */

import type { SecurityRule } from '../../../network/security-rule.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import { packetInWords } from '../../flows/flow-examples.ts';

/** outbound TCP 443 to Storage.WestEurope (Azure Storage) */
export function describeFlow(flow: EvaluatedFlow): string {
  const preposition = flow.direction === 'INBOUND' ? 'from' : 'to';
  const remote = flow.remote.map((tag) => tag.name).join(' and ');
  const protocol = flow.statement.protocol;
  return `${flow.direction.toLowerCase()} ${protocol} ${flow.destinationPort} ${preposition} ${remote} (${flow.rule.title})`;
}

export function by(flow: EvaluatedFlow): string {
  const rule = decider(flow);
  return rule ? `by ${ruleLabel(rule)}` : 'because the subnet has no network security group';
}

/** The rule that decides most of the flow, or else the first one that denies a part of it. */
export const decider = ({ evaluation }: EvaluatedFlow): SecurityRule | undefined =>
  evaluation.decidedBy ?? evaluation.deniedBy[0];

/** the default rule DenyAllInBound (priority 65500) */
const ruleLabel = (rule: SecurityRule) =>
  `${rule.isDefault ? 'the default rule' : 'rule'} ${rule.name} (priority ${rule.priority ?? 'unknown'})`;

/** The flows that one rule denies, in one sentence. */
export function denial(flows: Flows): string {
  const [first, ...others] = flows;
  const rule = decider(first);
  if (others.length === 0 || !rule)
    return `${describeFlow(first)} is denied ${by(first)}${packet(first)}`;
  return `${ruleLabel(rule)} denies ${flows.length} flows: ${flows.map(describeFlow).join('; ')}${packet(first)}`;
}

/** What decides whether the flow is required, where the input leaves that open. */
export const conditionOf = ({ necessity, statement: { requiredWhen } }: EvaluatedFlow): string =>
  necessity === 'CONDITIONAL' && requiredWhen
    ? `; it is required if ${requiredWhen.text}, which the input leaves open`
    : '';

/** How to let these flows pass, and what happens otherwise. */
export function remedyOf(flows: Flows): string {
  const [first, ...others] = flows;
  if (others.length === 0) return remedy(first);
  const consequences = [...new Set(flows.map(({ rule }) => rule.consequence))];
  const label = ({ statement, destinationPort, direction, remote }: EvaluatedFlow) =>
    `${statement.protocol} ${destinationPort} ${direction === 'INBOUND' ? 'from' : 'to'} ${remote.map(({ name }) => name).join(' and ')}`;
  return `allow ${first.direction.toLowerCase()} ${flows.map(label).join(', ')}${beforeDeny(first)}. If you do not: ${consequences.slice(0, 2).join(' ')}`;
}

/** At least one flow. */
export type Flows = readonly [EvaluatedFlow, ...EvaluatedFlow[]];

/** Flows in groups of one direction and cause; `key` says what else parts them. */
export function byCause(
  flows: readonly EvaluatedFlow[],
  key: (flow: EvaluatedFlow) => string,
): readonly Flows[] {
  const groups = Map.groupBy(
    flows,
    (flow) => `${flow.direction} ${decider(flow)?.priority} ${decider(flow)?.name} ${key(flow)}`,
  );
  return [...groups.values()] as unknown as readonly Flows[];
}

/** Azure SQL is blocked */
export function titleOf(flows: readonly EvaluatedFlow[], state: string): string {
  const titles = [...new Set(flows.map(({ rule }) => rule.title))];
  const rest = titles.length - mostTitles;
  const shown = rest > 0 ? [...titles.slice(0, mostTitles), `${rest} more`] : titles;
  const text =
    shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  return `${text} ${titles.length === 1 ? 'is' : 'are'} ${state}`;
}

const mostTitles = 3;

export function packet(flow: EvaluatedFlow): string {
  const { deniedPacket } = flow;
  return deniedPacket === null ? '' : `, for example ${packetInWords(deniedPacket, flow)}`;
}

export function remedy(flow: EvaluatedFlow): string {
  return `allow ${describeFlow(flow)}${beforeDeny(flow)}. If you do not: ${flow.rule.consequence}`;
}

function beforeDeny({ evaluation }: EvaluatedFlow): string {
  const deny = evaluation.deniedBy.find((rule) => !rule.isDefault);
  return deny ? ` before ${deny.name} (priority ${deny.priority ?? 'unknown'})` : '';
}
