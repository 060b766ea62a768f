/** Texts for findings: documented traffic, the rule that decides it, and the fix. */

import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';

/** outbound TCP 443 to Storage.WestEurope (Azure Storage) */
export function describeFlow(flow: EvaluatedFlow): string {
  const preposition = flow.direction === 'INBOUND' ? 'from' : 'to';
  const remote = flow.remote.map((tag) => tag.name).join(' and ');
  const protocol = flow.statement.protocol;
  return `${flow.direction.toLowerCase()} ${protocol} ${flow.destinationPort} ${preposition} ${remote} (${flow.rule.title})`;
}

export function by(flow: EvaluatedFlow): string {
  const rule = flow.evaluation.decidedBy;
  return rule
    ? `by ${rule.isDefault ? 'the default rule' : 'rule'} ${rule.name} (priority ${rule.priority ?? 'unknown'})`
    : 'because the subnet has no network security group';
}

export function packet(flow: EvaluatedFlow): string {
  return flow.counterexample === null ? '' : `, for example ${flow.counterexample}`;
}

export function remedy(flow: EvaluatedFlow): string {
  const deny = flow.evaluation.deniedBy.find((rule) => !rule.isDefault);
  const before = deny ? ` before ${deny.name} (priority ${deny.priority ?? 'unknown'})` : '';
  return `allow ${describeFlow(flow)}${before}. If you do not: ${flow.rule.consequence}`;
}
