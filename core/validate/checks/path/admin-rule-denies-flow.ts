import type { AdminRule, LocationInput } from '../../../deployment.ts';
import { citationsOf, noteOf } from '../../../notes.ts';
import { quoted } from '../../../quoted.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import { doubtOfAdmin } from '../../path/admin-words.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { conditionOf, describeFlow, titleOf } from '../kit/flow-labels.ts';

/** An outbound rule to Azure SQL with this action. */
const toSql = (action: AdminRule['action'], doubt = ''): Partial<LocationInput> => ({
  networkSecurityGroup: { securityRules: [] },
  adminRules: [
    {
      action,
      doubt,
      rule: {
        name: 'Databases',
        description: undefined,
        priority: 100,
        direction: 'Outbound',
        access: 'Allow',
        protocol: 'Tcp',
        source: { singular: '*', plural: [], applicationSecurityGroups: [] },
        sourcePorts: { singular: '*', plural: [] },
        destination: { singular: 'Sql', plural: [], applicationSecurityGroups: [] },
        destinationPorts: { singular: '1433', plural: [] },
        path: '',
        fieldsPath: '',
        isDefault: false,
        listsHoldTags: true,
      },
    },
  ],
});

export const adminRuleDeniesFlow: Check = {
  id: 'admin-rule-denies-flow',
  title: 'A security admin rule denies required traffic',
  severity: 'ERROR',
  summary:
    'A security admin rule of Azure Virtual Network Manager denies, or may deny, traffic that the documents require.',
  rationale:
    'Security admin rules come before the security group, so no rule of the group lets the traffic pass. They apply once their configuration is deployed, and to the networks of its network groups.',
  avoid: 'a security admin rule with Deny for a network with an instance',
  prefer: 'a rule with Always Allow or Allow and a smaller number for what the instance needs',
  examples: {
    good: example('the rule leaves the traffic to the group', toSql('ALLOW')),
    bad: example('the rule denies Azure SQL', toSql('DENY')),
    unsure: example(
      'the same, and nothing says that it is deployed',
      toSql('DENY', 'the input does not say whether the configuration is deployed'),
    ),
  },
  citations: citationsOf(noteOf('admin-rules-before-groups'), noteOf('admin-rules-not-exempt')),
  run: perLocation(({ flows, location, path }) => {
    const denied = flows.filter(
      ({ necessity, admin }) =>
        ['REQUIRED', 'CONDITIONAL'].includes(necessity) &&
        admin &&
        admin.denied.outcome !== 'ALLOWED',
    );
    const ruleOf = ({ admin }: EvaluatedFlow) => admin?.denied.deniedBy[0];
    const groups = Map.groupBy(
      denied,
      (flow) =>
        `${ruleOf(flow)?.path} ${ruleOf(flow)?.name} ${flow.admin?.denied.outcome === 'UNKNOWN'} ${flow.necessity}`,
    );
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      const rule = first && ruleOf(first);
      if (!first?.admin || !rule) return [];
      const isOpen = first.admin.denied.outcome === 'UNKNOWN';
      const doubt = isOpen ? `: ${doubtOfAdmin(first.admin.denied, location)}` : '';
      const isUndecided = isOpen || first.necessity === 'CONDITIONAL';
      return [
        {
          title: titleOf(
            group,
            isOpen ? 'perhaps blocked by an admin rule' : 'blocked by an admin rule',
          ),
          message: `the security admin rule ${quoted(rule.name)} (priority ${rule.priority ?? 'unknown'}) ${isOpen ? 'may deny' : 'denies'} ${group.map(describeFlow).join('; ')}${doubt}${conditionOf(first)}`,
          path: rule.path || `${path}/adminRules`,
          ...(isUndecided && ({ severity: 'WARNING', outcome: 'NEEDS_REVIEW' } as const)),
          remediation: `add a security admin rule with Always Allow for it and a smaller number, or change ${quoted(rule.name)}. If you do not: ${first.rule.consequence}`,
          citations: citationsOf(
            noteOf('admin-rules-before-groups'),
            noteOf('admin-rules-when-deployed'),
            ...group.map(({ statement }) => statement),
          ),
          flows: group,
          rules: [rule],
        },
      ];
    });
  }),
};
