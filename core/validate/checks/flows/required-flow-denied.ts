import { cite } from '../../../../data/cite.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { disputeOf } from '../kit/dispute.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { by, describeFlow, packet, remedy } from '../kit/flow-labels.ts';

export const requiredFlowDenied: Check = {
  id: 'required-flow-denied',
  title: 'Required traffic is denied',
  severity: 'ERROR',
  summary: 'Traffic that the documents require is denied by the network security group.',
  rationale:
    'The instance needs this traffic to be created, managed or reached. Where it is denied the deployment fails after its long wait, or a running instance loses what the row is for. A row that one document asks of everyone, and another one not of the tier at hand, asks for a look.',
  avoid: 'a deny rule with a smaller priority number than the allow rule the service needs',
  prefer:
    'the allow rule for each required row, placed before every deny rule that takes its traffic',
  examples: {
    good: example(
      'the allow rule comes first',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        outbound('AllowCertificates', 100, 'ALLOW', 'Internet', '80'),
        outbound('AllowStorage', 110, 'ALLOW', 'Storage', '443'),
        outbound('AllowSql', 120, 'ALLOW', 'Sql', '1433'),
        outbound('AllowKeyVault', 130, 'ALLOW', 'AzureKeyVault', '443'),
        outbound('AllowMonitor', 140, 'ALLOW', 'AzureMonitor', ['443', '1886']),
        outbound('DenyInternet', 4000, 'DENY', 'Internet', '*'),
      ),
    ),
    bad: example(
      'a deny rule takes what Storage needs',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        outbound('AllowCertificates', 100, 'ALLOW', 'Internet', '80'),
        outbound('AllowSql', 120, 'ALLOW', 'Sql', '1433'),
        outbound('AllowKeyVault', 130, 'ALLOW', 'AzureKeyVault', '443'),
        outbound('AllowMonitor', 140, 'ALLOW', 'AzureMonitor', ['443', '1886']),
        outbound('DenyInternet', 4000, 'DENY', 'Internet', '*'),
      ),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perLocation((location) =>
    location.flows
      .filter(
        ({ necessity, evaluation }) => necessity === 'REQUIRED' && evaluation.outcome === 'DENIED',
      )
      .map((flow) => {
        const { clause, judgement } = disputeOf(flow, location.deployment.tier);
        return {
          message: `${describeFlow(flow)} is denied ${by(flow)}${packet(flow)}${clause}`,
          path: flow.evaluation.decidedBy?.path || `${location.path}/networkSecurityGroup`,
          remediation: remedy(flow),
          citations: flow.statement.citations,
          ...judgement,
        };
      }),
  ),
};
