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

const none: Dispute = { clause: '', judgement: {} };

/** By the ids of the rule and of the tier; of several conflicts the first one counts. */
const disputes = new Map(
  catalog.conflicts.toReversed().flatMap(({ touches, positions }) => {
    const [first, ...others] = positions.map(({ statement }) => statement);
    const dispute: Dispute = {
      clause: `. Documents disagree about this row. ${first} ${others.join(' ')}`,
      judgement: { severity: 'WARNING', outcome: 'NEEDS_REVIEW' },
    };
    const idsOf = (kind: string) =>
      touches.flatMap((fact) => (fact.kind === kind ? [fact.id] : []));
    return idsOf('PORT_RULE').flatMap((rule) =>
      idsOf('TIER').map((tier) => [`${rule} ${tier}`, dispute] as const),
    );
  }),
);

export const disputeOf = ({ rule }: EvaluatedFlow, tier: Tier): Dispute =>
  disputes.get(`${rule.id} ${tier}`) ?? none;
