import { cite } from '../../../data/cite.ts';
import { type EvaluatedFlow, isClientTraffic } from '../evaluated-flow.ts';
import { type Check, perLocation } from './check.ts';
import { example, inbound, securityRules } from './example.ts';
import { by, describeFlow, packet, remedy } from './required-flow-denied.ts';

export const requiredFlowPartial: Check = {
  id: 'required-flow-partial',
  title: 'Required traffic is allowed in part',
  severity: 'ERROR',
  summary: 'Of traffic that the documents require, one part is allowed and another denied.',
  rationale:
    'A service tag stands for many addresses, and any of them may be used tomorrow. A rule for one address, one region or half the subnet works until it does not. Client traffic is the exception: who may call the gateway is the owner’s decision, so there the finding asks for a look instead of failing.',
  avoid:
    '51.145.179.78 in place of ApiManagement, or Storage.NorthEurope for an instance in West Europe',
  prefer:
    'the service tag of the row, or for Storage, Sql and EventHub its part for the instance’s region',
  examples: {
    good: example(
      'the tag of the row',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
    ),
    bad: example(
      'one address of the tag',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', '51.145.179.78', '3443')),
    ),
    unsure: example(
      'only some clients reach the gateway',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        inbound('AllowOffice', 110, 'ALLOW', '203.0.113.0/24', '443'),
      ),
      { virtualNetworkType: 'EXTERNAL' },
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perLocation((location) =>
    location.flows
      .filter(
        ({ necessity, evaluation }) => necessity === 'REQUIRED' && evaluation.outcome === 'PARTIAL',
      )
      .map((flow) => ({
        message: `${describeFlow(flow)} is allowed ${share(flow)}; the rest is denied ${denier(flow)}${packet(flow)}`,
        path: flow.evaluation.deniedBy[0]?.path || `${location.path}/networkSecurityGroup`,
        remediation: isClientTraffic(flow)
          ? `if only these clients are to call the gateway, nothing; otherwise ${remedy(flow)}`
          : remedy(flow),
        citations: flow.statement.citations,
        ...(isClientTraffic(flow) && { severity: 'WARNING', outcome: 'NEEDS_REVIEW' }),
      })),
  ),
};

function share({ evaluation }: EvaluatedFlow): string {
  const { allowedFraction } = evaluation;
  if (allowedFraction === null) return 'in part';
  if (allowedFraction > 0.999) return 'for more than 99.9 % of it';
  return `for ${Number((allowedFraction * 100).toPrecision(2))} % of it`;
}

function denier(flow: EvaluatedFlow): string {
  const decidedBy = flow.evaluation.deniedBy[0];
  return by({ ...flow, evaluation: { ...flow.evaluation, decidedBy } });
}
