import { cite } from '../../../../data/cite.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { citationsOf } from '../../../notes.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { disputeOf } from '../kit/dispute.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { byCause, decider, denial, remedyOf, titleOf } from '../kit/flow-labels.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { hiddenBy } from '../kit/shadowed-rules.ts';

export const requiredFlowDenied: Check = {
  id: 'required-flow-denied',
  title: 'Required traffic is denied',
  severity: 'ERROR',
  summary: 'The network security group denies traffic that the documents require.',
  rationale:
    'The instance needs this traffic to be created, managed or reached. If it is denied, the deployment fails after its long wait, or a running instance loses what the row is for. If documents disagree about this tier, the finding is NEEDS_REVIEW.',
  avoid: 'a deny rule with a smaller priority number than the allow rule that the service needs',
  prefer: 'an allow rule for each required row, before every deny rule that matches its traffic',
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
      'a deny rule blocks Storage',
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
  run: perLocation((location) => {
    const { deployment, rules, flows, path } = location;
    // Without a group, nsg-missing explains every denied flow.
    if (!rules) return [];
    const denied = flows.filter(
      ({ necessity, evaluation }) => necessity === 'REQUIRED' && evaluation.outcome === 'DENIED',
    );
    const explained = new Set<SecurityRule>();
    return byCause(denied, (flow) => disputeOf(flow, deployment.tier).clause).map((group) => {
      const [first] = group;
      const { clause, judgement } = disputeOf(first, deployment.tier);
      const rule = decider(first);
      const hidden = rule && !explained.has(rule) ? hiddenBy(rule, location) : [];
      if (rule) explained.add(rule);
      return {
        title: titleOf(group, 'blocked'),
        message: `${denial(group)}${hidden.length === 0 ? '' : `. It also hides ${listing(hidden.map(namedRule))}`}${clause}`,
        path: rule?.path || `${path}/networkSecurityGroup`,
        remediation: remedyOf(group),
        citations: citationsOf(...group.map(({ statement }) => statement)),
        flows: group,
        rules: rule ? [rule, ...hidden] : [],
        ...(hidden.length > 0 && { includes: ['rule-shadowed'] }),
        ...judgement,
      };
    });
  }),
};
