import { cite } from '../../../../data/cite.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { type FirewallStep, firewallSteps } from '../../path/firewall-steps.ts';
import { doubtOf } from '../../path/firewall-words.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { throughFirewall } from '../kit/firewall-example.ts';
import { describeStep } from '../kit/firewall-labels.ts';
import { titleOf } from '../kit/flow-labels.ts';
import { describeRoutes, tunneled } from '../kit/tunnel.ts';

const firewallOf = ({ firewall, behind }: FirewallStep) => firewall ?? behind;

export const firewallFlowUndecided: Check = {
  id: 'firewall-flow-undecided',
  title: 'What the firewall does with required traffic could not be decided',
  severity: 'WARNING',
  summary:
    'Routes lead required traffic to an Azure Firewall of the input, and its rules do not say for certain whether it passes.',
  rationale:
    'An application rule compares host names, and documents name them for some services only. Policies and IP groups may be somewhere else. Any guess would be wrong for somebody.',
  avoid: 'application rules for services whose host names the documents do not list',
  prefer: 'network rules by service tag, and the policy with its parents in the input',
  examples: {
    good: throughFirewall(
      'rules by tag can be decided',
      [
        'AllowDependencies',
        'Allow',
        ['Storage', 'AzureKeyVault', 'AzureMonitor', 'Sql'],
        ['443', '1886', '1433'],
      ],
      ['AllowCertificates', 'Allow', ['*'], ['80']],
    ),
    unsure: throughFirewall('an IP group that the document does not contain', [
      'AllowDependencies',
      'Allow',
      ["[resourceId('Microsoft.Network/ipGroups', 'azure')]"],
      ['80', '443', '1433', '1886'],
    ]),
  },
  citations: [
    cite(
      'firewall-rules-2026-03-23',
      'Network rules and application rules',
      'DOCUMENTED',
      '2026-11-29',
    ),
  ],
  run: perLocation((location) => {
    if (!tunneled(location)) return [];
    const open = firewallSteps(location).filter(
      (step) =>
        firewallOf(step) && step.flow.necessity === 'REQUIRED' && step.outcome === 'UNKNOWN',
    );
    const groups = Map.groupBy(open, (step) => `${firewallOf(step)?.path} ${doubtOf(step)}`);
    return [...groups.values()].map((steps) => {
      const [first] = steps as [FirewallStep];
      return {
        title: titleOf(
          steps.map(({ flow }) => flow),
          'undecided at the firewall',
        ),
        message: `${describeRoutes(first.routes)} leads to the firewall ${firewallOf(first)?.name}, and whether ${steps.map(describeStep).join('; ')} passes there could not be decided: ${doubtOf(first)}`,
        path: firewallOf(first)?.path ?? `${location.path}/routeTable`,
        outcome: 'NEEDS_REVIEW' as const,
        remediation:
          'allow it by its service tag in a network rule, or put what is missing into the input: the policy with its parents and groups, the IP groups, the private address of the firewall',
        citations: citationsOf(
          noteOf('firewall-application-rules'),
          noteOf('firewall-infrastructure-rules'),
        ),
        flows: steps.map(({ flow }) => flow),
      };
    });
  }),
};
