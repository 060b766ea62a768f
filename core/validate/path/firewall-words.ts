/** What a firewall does with traffic, in words: who denies it, or why that is not known. */

import { isExpression } from '../../network/address-term.ts';
import type { Evaluation } from '../../network/evaluate.ts';
import {
  firewallDefault,
  type HostEvaluation,
  infrastructureRules,
} from '../../network/firewall/evaluate-firewall.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { quoted } from '../../quoted.ts';
import { listing } from '../checks/kit/rule-labels.ts';
import type { AtStop, Stop } from './stops.ts';

/** The evaluations that deny a host, or else those that leave it open. */
export function culprits({ outcome, evaluation }: AtStop): readonly HostEvaluation[] {
  const hosts = evaluation?.hosts ?? [];
  const isMeant = ({ outcome: one }: Evaluation) =>
    outcome === 'UNKNOWN' ? one !== 'ALLOWED' : one === 'DENIED' || one === 'PARTIAL';
  return hosts.filter((one) => isMeant(one.evaluation));
}

/** The rule that denies most, or the first one that denies a part. */
export function denierOf(step: AtStop): SecurityRule | undefined {
  const { decidedBy, deniedBy = [] } = culprits(step)[0]?.evaluation ?? {};
  return decidedBy?.access === 'DENY'
    ? decidedBy
    : deniedBy.find(({ access }) => access === 'DENY');
}

/** rule "Web/DenyAll" of it denies; no rule of it allows. */
export function denialBy(rule: SecurityRule | undefined): string {
  return rule === undefined || rule.name === firewallDefault
    ? 'no rule of it allows'
    : `rule ${quoted(rule.name)} of it denies`;
}

/** Why it is not known what happens there. */
export function doubtOf(step: Stop & AtStop): string {
  if (step.reason !== '') return step.reason;
  const met = culprits(step).flatMap(({ evaluation }) =>
    evaluation.deciders.filter(({ fraction }) => fraction !== 0).map(({ rule }) => rule),
  );
  const open = met.filter(isOpen);
  const rules = open.length > 0 ? open : met.filter(({ isDefault }) => !isDefault);
  const names = [...new Set(rules.map(({ name }) => name))];
  if (names.length === 0) return 'the routes do not say which part of it goes there';
  const named = names.filter((name) => name !== infrastructureRules).map(quoted);
  const builtIn = names.includes(infrastructureRules)
    ? [`${infrastructureRules}, whose host names no document lists`]
    : [];
  const hosts = rules.some(isByName) && step.evaluation?.hosts[0]?.host === undefined;
  return `it depends on ${listing([...named, ...builtIn])}${hosts ? '; documents name no host of it' : ''}`;
}

/** What the rule matches, or what it does, is not known. */
const isOpen = ({
  access,
  priority,
  protocol,
  destinationPorts,
  source,
  destination,
}: SecurityRule) =>
  [access, priority, protocol, destinationPorts].includes(undefined) ||
  [...source, ...destination].some(({ kind }) => kind === 'unresolved');

/** An open value of the input is in brackets, a host name is not. */
const isByName = ({ destination }: SecurityRule) =>
  destination.some((term) => term.kind === 'unresolved' && !isExpression(term.text));
