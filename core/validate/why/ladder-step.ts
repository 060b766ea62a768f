/** What one element of the way does with the packets of a ladder, and the elements one after the other. */

import type { FlowOutcome } from '../../network/evaluate.ts';
import type { PathElement } from '../path/path-step.ts';
import type { Ladder, Rung } from './ladder.ts';

export interface LadderStep {
  readonly element: PathElement;
  readonly outcome: FlowOutcome;
  readonly decidedBy: string | null;
  readonly rungs: readonly Rung[];
  readonly notes: readonly string[];
  /** Of security admin rules: what becomes of the packets by Always Allow alone. */
  readonly always?: FlowOutcome;
}

type Joined = Pick<Ladder, 'outcome' | 'decidedBy' | 'rungs' | 'notes'>;

/** Up to the element that stops all of the packets; what admin rules always allow does not come to the group. */
export function joined(elements: readonly (() => LadderStep | undefined)[]): Joined {
  const steps: LadderStep[] = [];
  let always: FlowOutcome | undefined;
  for (const stepAt of elements) {
    const step = stepAt();
    if (!step) continue;
    const isGroup = step.element === 'NETWORK_SECURITY_GROUP';
    if (isGroup && always === 'ALLOWED') continue;
    const isRescued =
      isGroup && always !== undefined && always !== 'DENIED' && step.outcome !== 'ALLOWED';
    steps.push(isRescued ? { ...step, outcome: 'UNKNOWN' } : step);
    always ??= step.always;
    if (steps.at(-1)?.outcome === 'DENIED') break;
  }
  const outcome = worst(steps.map((step) => step.outcome));
  const deciding =
    steps.findLast((step) => step.outcome === outcome && step.decidedBy !== null) ??
    steps.findLast((step) => step.outcome === outcome);
  return {
    outcome,
    decidedBy: outcome === 'UNKNOWN' ? null : (deciding?.decidedBy ?? null),
    rungs: steps.flatMap((step) => step.rungs),
    notes: steps.flatMap((step) => step.notes),
  };
}

/** Of elements that come one after the other. */
export function worst(outcomes: readonly FlowOutcome[]): FlowOutcome {
  const order = ['DENIED', 'UNKNOWN', 'PARTIAL'] as const;
  return order.find((one) => outcomes.includes(one)) ?? 'ALLOWED';
}
