import { cite } from '../../../../data/cite.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { allowRulesOf, farTag, isBroad } from '../kit/custom-rule.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { carriersOf, denierBehind } from '../kit/traffic-status.ts';

const rules = [
  inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
  outbound('AllowCertificates', 100, 'ALLOW', 'Internet', '80'),
  outbound('AllowStorage', 110, 'ALLOW', 'Storage', '443'),
  outbound('AllowSql', 120, 'ALLOW', 'Sql', '1433'),
  outbound('AllowMonitor', 130, 'ALLOW', 'AzureMonitor', ['443', '1886']),
  outbound('AllowAzure', 300, 'ALLOW', 'AzureCloud', '443'),
  outbound('DenyInternet', 4000, 'DENY', 'Internet', '*'),
];

export const coveredByBroaderTag: Check = {
  id: 'covered-by-broader-tag',
  title: 'Required traffic depends on a rule for a broader tag',
  severity: 'WARNING',
  summary:
    'A rule for AzureCloud or Internet is the only rule that lets required outbound traffic pass: no rule names the tag of the row, and a later rule denies the rest.',
  rationale:
    'Every packet passes, since AzureCloud and Internet contain the addresses of the service. Even so, users report refused deployments that passed once a rule named AzureKeyVault; no document says whether the resource provider looks for the tag. Narrowing the broad rule later also blocks the services that depend on it without being named.',
  avoid: 'AzureCloud for port 443 instead of AzureKeyVault, followed by a deny rule',
  prefer: 'a rule for the tag of each required row',
  examples: {
    good: example(
      'a rule for the tag of the row',
      securityRules(...rules, outbound('AllowKeyVault', 140, 'ALLOW', 'AzureKeyVault', '443')),
    ),
    bad: example('Key Vault depends on AzureCloud', securityRules(...rules)),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports', 'INFERRED')],
  run: perLocation((location) => {
    const dependent = location.flows.flatMap((flow) => {
      const carrier = broadCarrierOf(flow, location);
      return carrier ? [{ flow, ...carrier }] : [];
    });
    return [...Map.groupBy(dependent, ({ custom }) => custom.rule).values()].flatMap((flows) => {
      const [first] = flows;
      if (!first) return [];
      const { custom, denier } = first;
      const rows = flows.map(
        ({ flow }) =>
          `${flow.statement.protocol} ${flow.destinationPort} to ${flow.remote[0]?.name}`,
      );
      return [
        {
          message: `outbound ${listing(rows)} ${rows.length === 1 ? 'passes' : 'pass'} only by ${namedRule(custom.rule)} for ${farTag(custom)?.name}; no rule names ${rows.length === 1 ? 'that tag' : 'those tags'}, and ${namedRule(denier)} denies the rest; a deployment may still be refused without a rule for the tag`,
          path: custom.raw.path,
          remediation: `allow outbound ${listing(rows)} by ${rows.length === 1 ? 'its tag' : 'their tags'} before ${namedRule(denier)}`,
        },
      ];
    });
  }),
};

/** The rule for a broader tag that alone lets a required flow pass, and the rule that would deny it otherwise. */
function broadCarrierOf(flow: EvaluatedFlow, location: LocationContext) {
  const isConcerned =
    flow.direction === 'OUTBOUND' &&
    flow.necessity === 'REQUIRED' &&
    flow.evaluation.outcome === 'ALLOWED' &&
    flow.remote[0]?.name !== 'Internet';
  if (!isConcerned) return undefined;
  const carriers = carriersOf(flow);
  const custom = allowRulesOf(location).find(({ rule }) => rule === carriers[0]);
  const [only, ...others] = carriers;
  if (!custom || !only || others.length > 0 || !farTag(custom) || !isBroad(custom))
    return undefined;
  const denier = denierBehind(only, flow, location);
  return denier && !isNamed(flow, location) ? { custom, denier } : undefined;
}

/** True where a rule names the tag of the row, even if the broader one comes first. */
function isNamed(flow: EvaluatedFlow, location: LocationContext): boolean {
  return allowRulesOf(location).some(
    (custom) =>
      custom.direction === flow.direction &&
      flow.remote.some(({ base }) => base === farTag(custom)?.base) &&
      overlaps(custom.rule.destinationPorts ?? [], flow.ports),
  );
}
