import { cite } from '../../../../data/cite.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { allowRulesOf, farTag, isBroad, listing, named } from '../kit/custom-rule.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
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
  title: 'Required traffic rests on a rule for a broader tag',
  severity: 'WARNING',
  summary:
    'Required outbound traffic passes only because a rule for AzureCloud or Internet takes it in, no rule names the tag of the row, and a deny rule waits behind.',
  rationale:
    'Every packet passes, since AzureCloud and Internet hold the addresses of the service. Users report all the same that a deployment was refused until a rule named AzureKeyVault; no document says whether the resource provider looks for the tag. And who narrows the broad rule one day does not see what else hangs on it.',
  avoid: 'AzureCloud for port 443 in place of AzureKeyVault, with a deny rule behind it',
  prefer: 'a rule for the tag of each required row',
  examples: {
    good: example(
      'a rule for the tag of the row',
      securityRules(...rules, outbound('AllowKeyVault', 140, 'ALLOW', 'AzureKeyVault', '443')),
    ),
    bad: example('Key Vault rests on AzureCloud', securityRules(...rules)),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports', 'INFERRED')],
  run: perLocation((location) => {
    const resting = location.flows.flatMap((flow) => {
      const carrier = broadCarrierOf(flow, location);
      return carrier ? [{ flow, ...carrier }] : [];
    });
    return [...Map.groupBy(resting, ({ given }) => given.rule).values()].flatMap((flows) => {
      const [first] = flows;
      if (!first) return [];
      const { given, denier } = first;
      const rows = flows.map(
        ({ flow }) =>
          `${flow.statement.protocol} ${flow.destinationPort} to ${flow.remote[0]?.name}`,
      );
      return [
        {
          message: `outbound ${listing(rows)} ${rows.length === 1 ? 'passes' : 'pass'} by ${named(given.rule)} for ${farTag(given)?.name}; no rule names ${rows.length === 1 ? 'that tag' : 'those tags'}, and ${named(denier)} denies the rest; the resource provider may still ask for a rule by the tag`,
          path: given.raw.path,
          remediation: `allow outbound ${listing(rows)} by ${rows.length === 1 ? 'the tag' : 'the tags'}, before ${named(denier)}`,
        },
      ];
    });
  }),
};

/** The rule for a broader tag on which a required flow rests alone, and the rule that would deny it otherwise. */
function broadCarrierOf(flow: EvaluatedFlow, location: LocationContext) {
  const isConcerned =
    flow.direction === 'OUTBOUND' &&
    flow.necessity === 'REQUIRED' &&
    flow.evaluation.outcome === 'ALLOWED' &&
    flow.remote[0]?.name !== 'Internet';
  if (!isConcerned) return undefined;
  const carriers = carriersOf(flow);
  const given = allowRulesOf(location).find(({ rule }) => rule === carriers[0]);
  const [only, ...others] = carriers;
  if (!given || !only || others.length > 0 || !farTag(given) || !isBroad(given)) return undefined;
  const denier = denierBehind(only, flow, location);
  return denier && !isNamed(flow, location) ? { given, denier } : undefined;
}

/** A rule names the tag of the row, even where the broader one stands before it. */
function isNamed(flow: EvaluatedFlow, location: LocationContext): boolean {
  return allowRulesOf(location).some(
    (given) =>
      given.direction === flow.direction &&
      flow.remote.some(({ base }) => base === farTag(given)?.base) &&
      overlaps(given.rule.destinationPorts ?? [], flow.ports),
  );
}
