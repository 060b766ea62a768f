/** Conflicts between documents on whether a tier needs a row. */

import { catalog } from '../../../../data/index.ts';
import type { Tier } from '../../../../data/model.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { Observation } from './check.ts';

interface Dispute {
  /** A clause for the end of a message; empty where documents agree. */
  readonly clause: string;
  /** If one document exempts the tier from a required row, the finding is NEEDS_REVIEW. */
  readonly judgement: Pick<Observation, 'severity' | 'outcome'>;
}

export function disputeOf({ rule }: EvaluatedFlow, tier: Tier): Dispute {
  const conflict = catalog.conflicts.find(({ touches }) =>
    [`PORT_RULE ${rule.id}`, `TIER ${tier}`].every((fact) =>
      touches.some(({ kind, id }) => `${kind} ${id}` === fact),
    ),
  );
  if (!conflict) return { clause: '', judgement: {} };
  const [first, ...others] = conflict.positions.map(({ statement }) => statement);
  return {
    clause: `. Documents disagree about this row. ${first} ${others.join(' ')}`,
    judgement: { severity: 'WARNING', outcome: 'NEEDS_REVIEW' },
  };
}
