import { cite } from '../../../../data/cite.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { citationsOf } from '../../../notes.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import { hasGroupElsewhere, type LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import {
  conditionOf,
  describeFlow,
  type Flows,
  packet,
  remedyOf,
  titleOf,
} from '../kit/flow-labels.ts';
import { missingSpace } from '../kit/missing-space.ts';
import { listing } from '../kit/rule-labels.ts';

export const requiredFlowUndecided: Check = {
  id: 'required-flow-undecided',
  title: 'Required traffic could not be decided',
  severity: 'WARNING',
  summary: 'The input does not say enough to decide whether required traffic is allowed.',
  rationale:
    'A rule names addresses, but the service is known only by its tag; or a value is known only at deployment. Any guess would be wrong for somebody. The assumptions of the report name what is missing.',
  avoid: 'address prefixes where the prefixes of the service tag are not known',
  prefer: 'service tags in the rules',
  examples: {
    good: example(
      'rules by tag can be decided',
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
    unsure: example(
      'a prefix that may belong to Storage',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        outbound('DenyAddresses', 4000, 'DENY', '20.60.0.0/16', '443'),
      ),
    ),
  },
  citations: [cite('service-tags-overview', 'Service tags on-premises')],
  run: perLocation((location) => {
    const undecided = location.flows.filter(
      ({ necessity, evaluation }) =>
        ['REQUIRED', 'CONDITIONAL'].includes(necessity) &&
        evaluation.outcome === 'UNKNOWN' &&
        !hasGroupElsewhere(location.location),
    );
    const groups = Map.groupBy(undecided, (flow) => {
      const rules = doubtful(flow);
      return [
        ...rules.map(({ path, name }) => path || name),
        ...remedies(flow, rules, location),
      ].join();
    });
    const unsettled = [...groups.values()].map((group) => {
      const [first] = group as unknown as Flows;
      const rules = doubtful(first);
      return {
        title: titleOf(group, 'undecided'),
        message: `${group.map(describeFlow).join('; ')} could not be decided; it depends on ${listing([...new Set(rules.map(({ name }) => name))])}`,
        path: `${location.path}/networkSecurityGroup`,
        outcome: 'NEEDS_REVIEW' as const,
        remediation: remedies(first, rules, location).join('; '),
        citations: citationsOf(...group.map(({ statement }) => statement)),
        flows: group,
        rules,
      };
    });
    return [...unsettled, ...perhapsRequired(location)];
  }),
};

/** What the group denies, of which the input leaves open whether it is required. */
function perhapsRequired({ flows, rules, path }: LocationContext) {
  const denied = flows.filter(
    ({ necessity, evaluation }) =>
      necessity === 'CONDITIONAL' && ['DENIED', 'PARTIAL'].includes(evaluation.outcome),
  );
  return (rules ? denied : []).map((flow) => {
    const [rule] = flow.evaluation.deniedBy;
    const extent = flow.evaluation.outcome === 'PARTIAL' ? ' in part' : '';
    return {
      title: titleOf([flow], `blocked${extent}, and perhaps required`),
      message: `${describeFlow(flow)} is denied${extent}${rule ? ` by ${rule.name} (priority ${rule.priority ?? 'unknown'})` : ''}${packet(flow)}${conditionOf(flow)}`,
      path: rule?.path || `${path}/networkSecurityGroup`,
      outcome: 'NEEDS_REVIEW' as const,
      remediation: remedyOf([flow]),
      citations: citationsOf(flow.statement),
      flows: [flow],
      rules: rule ? [rule] : [],
    };
  });
}

/** The rules whose effect is unknown, by what they match or by what they do; default rules only where no custom rule is. */
function doubtful({ evaluation: { deciders } }: EvaluatedFlow): SecurityRule[] {
  const open = deciders.filter(
    ({ rule, fraction }) => fraction === null || (rule.access === undefined && fraction > 0),
  );
  const rules = (open.length > 0 ? open : deciders).map(({ rule }) => rule);
  const custom = rules.filter(({ isDefault }) => !isDefault);
  return custom.length > 0 ? custom : rules;
}

function remedies(
  { remote }: EvaluatedFlow,
  rules: readonly SecurityRule[],
  location: LocationContext,
): string[] {
  const remedies = [
    ...(rules.some(isOpen) ? ['replace the expressions by their values'] : []),
    ...(rules.some(({ isContested }) => isContested) ? ['give each rule its own priority'] : []),
    ...(location.location.subnet ? [] : ['state the address prefix of the subnet']),
    ...(remote.some(({ name }) => name === 'VirtualNetwork') ? missingSpace(rules, location) : []),
  ];
  if (remedies.length > 0) return remedies;
  return [
    location.tags.file
      ? 'use the service tag in the rule'
      : 'load the official service-tag file, or use the service tag in the rule',
  ];
}

const isOpen = (rule: SecurityRule) =>
  [rule.direction, rule.access, rule.priority, rule.protocol].includes(undefined) ||
  [rule.sourcePorts, rule.destinationPorts].includes(undefined) ||
  [...rule.source, ...rule.destination].some(({ kind }) => kind === 'unresolved');
