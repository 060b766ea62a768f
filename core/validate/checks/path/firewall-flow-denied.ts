import { cite } from '../../../../data/cite.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type FirewallStep, firewallSteps } from '../../path/firewall-steps.ts';
import { denialBy, denierOf } from '../../path/firewall-words.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { disputeOf } from '../kit/dispute.ts';
import { throughFirewall } from '../kit/firewall-example.ts';
import { describeStep, remedyAt } from '../kit/firewall-labels.ts';
import { packet, titleOf } from '../kit/flow-labels.ts';
import { describeRoutes, tunneled } from '../kit/tunnel.ts';

export const firewallFlowDenied: Check = {
  id: 'firewall-flow-denied',
  title: 'The firewall denies required traffic',
  severity: 'ERROR',
  summary:
    'Routes lead required traffic to an Azure Firewall whose rules, which the input contains, do not let it pass.',
  rationale:
    'Azure Firewall processes network rules, then application rules, and denies what none of them allows. The instance then does not reach the service, whatever its security group allows.',
  avoid: '0.0.0.0/0 to a firewall without a rule for each dependency of the instance',
  prefer:
    'network rules by service tag for the subnet of the instance, or service endpoints, which lead around the firewall',
  examples: {
    good: throughFirewall(
      'network rules allow what the instance needs',
      [
        'AllowDependencies',
        'Allow',
        ['Storage', 'AzureKeyVault', 'AzureMonitor', 'Sql'],
        ['443', '1886', '1433'],
      ],
      ['AllowCertificates', 'Allow', ['*'], ['80']],
    ),
    bad: throughFirewall(
      'no rule allows Azure SQL',
      ['AllowDependencies', 'Allow', ['Storage', 'AzureKeyVault', 'AzureMonitor'], ['443', '1886']],
      ['AllowCertificates', 'Allow', ['*'], ['80']],
    ),
  },
  citations: [
    cite(
      'firewall-rules-2026-03-23',
      'Rule processing by using Firewall Policy',
      'DOCUMENTED',
      '2026-11-29',
    ),
    cite('internal-mode-2026-08-24', 'Force tunnel traffic'),
  ],
  run: perLocation((location) => {
    if (!tunneled(location)) return [];
    const denied = firewallSteps(location).filter(
      ({ flow, outcome, firewall }) =>
        firewall &&
        flow.necessity === 'REQUIRED' &&
        (outcome === 'DENIED' || outcome === 'PARTIAL'),
    );
    const groups = Map.groupBy(denied, (step) => {
      const rule = denierOf(step);
      const { clause } = disputeOf(step.flow, location.deployment.tier);
      return `${step.firewall?.path} ${rule?.path} ${rule?.name} ${clause}`;
    });
    return [...groups.values()].map((steps) => {
      const [first] = steps as [FirewallStep];
      const rule = denierOf(first);
      const { clause, judgement } = disputeOf(first.flow, location.deployment.tier);
      return {
        title: titleOf(
          steps.map(({ flow }) => flow),
          'blocked by the firewall',
        ),
        message: `${describeRoutes(first.routes)} leads to the firewall ${first.firewall?.name}, and ${denialBy(rule)} ${steps.map(describeStep).join('; ')}${packet(first.flow)}${clause}`,
        path: rule?.path || (first.firewall?.path ?? `${location.path}/routeTable`),
        remediation: `${[...new Set(steps.map(remedyAt))].join('; ')}. If you do not: ${first.flow.rule.consequence}`,
        citations: citationsOf(
          noteOf('firewall-rule-order'),
          noteOf('firewall-default-deny'),
          ...steps.map(({ flow }) => flow.statement),
        ),
        flows: steps.map(({ flow }) => flow),
        ...judgement,
      };
    });
  }),
};
