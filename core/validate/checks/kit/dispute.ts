/** Documents that disagree on whether an instance of some tier needs a row, as the conflicts of the catalog tell it. */

import { catalog } from '../../../../data/index.ts';
import type { Tier } from '../../../../data/model.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { Observation } from './check.ts';

interface Dispute {
  /** A clause for the end of a message; empty where nothing is disputed. */
  readonly clause: string;
  /** A required row that one document exempts the tier from asks for a look. */
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
    clause: `. Documents disagree on the row. ${first} ${others.join(' ')}`,
    judgement: { severity: 'WARNING', outcome: 'NEEDS_REVIEW' },
  };
}
