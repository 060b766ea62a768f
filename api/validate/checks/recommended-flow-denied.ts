import { cite } from '../../../data/cite.ts';
import { type Check, perLocation } from './check.ts';
import { by, describeFlow, packet, remedy } from './required-flow-denied.ts';

export const recommendedFlowDenied: Check = {
  id: 'recommended-flow-denied',
  title: 'Recommended traffic is denied',
  severity: 'WARNING',
  summary: 'Traffic without which the service works less well is denied, wholly or in part.',
  rationale:
    'The edition applied does not call the row a condition of deployment, and says that blocking it degrades the instance.',
  avoid: 'denying a row because the deployment succeeds without it',
  prefer: 'the allow rule for the row',
  citations: [cite('vnet-reference-2019-09-09', 'Required ports')],
  run: perLocation((location) =>
    location.flows
      .filter(
        ({ necessity, evaluation }) =>
          necessity === 'RECOMMENDED' && ['DENIED', 'PARTIAL'].includes(evaluation.outcome),
      )
      .map((flow) => ({
        message: `${describeFlow(flow)} is denied ${by(flow)}${packet(flow)}`,
        path: flow.evaluation.decidedBy?.path || `${location.path}/networkSecurityGroup`,
        remediation: remedy(flow),
        citations: flow.statement.citations,
      })),
  ),
};
