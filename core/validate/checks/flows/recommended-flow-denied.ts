import { cite } from '../../../../data/cite.ts';
import { citationsOf } from '../../../notes.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { byCause, decider, denial, remedyOf, titleOf } from '../kit/flow-labels.ts';

const edition2019 = { platform: 'STV1', edition: '2019-09-09' } as const;

export const recommendedFlowDenied: Check = {
  id: 'recommended-flow-denied',
  title: 'Recommended traffic is denied',
  severity: 'WARNING',
  summary: 'Traffic without which the service works less well is denied, wholly or in part.',
  rationale:
    'The applied edition does not require the row for a deployment, but says that blocking it degrades the instance.',
  avoid: 'denying a row because the deployment succeeds without it',
  prefer: 'an allow rule for the row',
  examples: {
    good: example(
      'units may reach each other',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
      edition2019,
    ),
    bad: example(
      'units may not reach each other, which the table of 2019 asks for',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        outbound('DenyRest', 4000, 'DENY', 'VirtualNetwork', '*', { protocol: '*' }),
      ),
      edition2019,
    ),
  },
  citations: [cite('vnet-reference-2019-09-09', 'Required ports')],
  run: perLocation(({ flows, rules, path }) => {
    const denied = flows.filter(
      ({ necessity, evaluation }) =>
        necessity === 'RECOMMENDED' && ['DENIED', 'PARTIAL'].includes(evaluation.outcome),
    );
    return (rules ? byCause(denied, () => '') : []).map((group) => {
      const rule = decider(group[0]);
      return {
        title: titleOf(group, 'blocked'),
        message: denial(group),
        path: rule?.path || `${path}/networkSecurityGroup`,
        remediation: remedyOf(group),
        citations: citationsOf(...group.map(({ statement }) => statement)),
        flows: group,
        rules: rule ? [rule] : [],
      };
    });
  }),
};
