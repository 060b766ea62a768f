import { cite } from '../../../../data/cite.ts';
import { has } from '../../../network/sets/interval-set.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import type { LocationContext } from '../../location/location.ts';
import { portPath } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import {
  allowRulesOf,
  type CustomRule,
  farEndLabel,
  farTag,
  hasProtocolOf,
  isBroad,
  listing,
  named,
  perAllowRule,
  portEntries,
  singlePort,
} from '../kit/custom-rule.ts';
import { isDocumentedPort, plainSlips, slipOf } from '../kit/documented-port.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { statusWithout } from '../kit/traffic-status.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const portTypo: Check = {
  id: 'port-typo',
  title: 'Port that is one slip away from the documented one',
  severity: 'WARNING',
  summary:
    'A rule allows a port that belongs to no row of the port tables, and that is one slip of the keyboard away from the port of a row with the same far end.',
  rationale:
    'The rule admits nothing the service uses. As long as a default rule carries the traffic nobody notices; on the day a deny rule is added, the instance loses what the row is for. Found are swapped neighbors, a doubled or missing digit, and the wrong digit of a pair doubled. Documents slip as well: one text of the reference printed 1000 for 10000 before it was corrected.',
  avoid: '1443 for Sql, 433 for AzureKeyVault, 1000 for the external cache',
  prefer: '1433 for Sql, 443 for AzureKeyVault, 10000 for the external cache',
  examples: {
    good: example(
      'the documented port',
      securityRules(management, outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433')),
    ),
    bad: example(
      'the wrong digit is doubled',
      securityRules(management, outbound('AllowSql', 100, 'ALLOW', 'Sql', '1443')),
    ),
  },
  citations: [
    cite('vnet-reference-2026-04-30', 'Required ports'),
    cite('vnet-reference-2026-04-30', 'Required ports, first text of the date', 'DISPUTED'),
  ],
  run: perAllowRule((given, location) => {
    const slipped = portEntries(given).filter(isUndocumented);
    if (slipped.length === 0) return undefined;
    const found = slipped.flatMap((entry) => meantFlows(entry, given, location));
    const [first] = found;
    if (!first) return undefined;
    const slips = [...new Set(found.map(({ port, right }) => `${port} for ${right}`))];
    const meant = found.map(({ flow }) => flow);
    const titles = [...new Set(meant.map(({ rule }) => rule.title))];
    const worst = meant.find(({ evaluation }) => evaluation.outcome === 'DENIED') ?? first.flow;
    return {
      message: `${named(given.rule)} for ${farEndLabel(given)} seems to have ${listing(slips)} (${listing(titles)}), and no row has the port as it stands; ${statusWithout(worst)}`,
      path: portPath(given.raw, 'destination'),
      remediation: remedyOf(given, worst, location),
      citations: first.flow.statement.citations,
    };
  }),
};

function isUndocumented(entry: string): boolean {
  const port = singlePort(entry);
  return port !== undefined && !isDocumentedPort(port);
}

/** The flows of which the entry misses the port by one slip; those of the nearest kind of slip only. */
function meantFlows(entry: string, given: CustomRule, location: LocationContext) {
  const port = Number(entry);
  const ports = given.rule.destinationPorts;
  if (!ports) return [];
  const tag = farTag(given);
  const isOneService = tag && !isBroad(given) && tag.name !== 'VirtualNetwork';
  const found = location.flows.flatMap((flow) => {
    if (flow.direction !== given.direction) return [];
    const right = singlePort(flow.destinationPort);
    const concerns =
      right !== undefined &&
      !has(ports, right) &&
      hasProtocolOf(given.rule, flow.statement) &&
      mayMean(given, flow);
    const slip = concerns ? slipOf(port, right) : undefined;
    return slip && (isOneService || plainSlips.includes(slip))
      ? [{ flow, port: entry, right: flow.destinationPort, slip }]
      : [];
  });
  const best = [...plainSlips, 'typed-twice', 'left-out'].find((kind) =>
    found.some(({ slip }) => slip === kind),
  );
  return found.filter(({ slip }) => slip === best);
}

/**
 * The far end is the flow's, or holds it: any address holds all, Internet and AzureCloud what lies outside the network.
 */
function mayMean(given: CustomRule, flow: EvaluatedFlow): boolean {
  const tag = farTag(given);
  const isInside = ['VirtualNetwork', 'AzureLoadBalancer'].includes(flow.remote[0]?.name ?? '');
  return (
    flow.remote.some(({ base }) => base === tag?.base) ||
    (isBroad(given) && (tag === undefined || !isInside))
  );
}

function remedyOf(given: CustomRule, flow: EvaluatedFlow, location: LocationContext): string {
  const right = singlePort(flow.destinationPort) as number;
  const tag = farTag(given);
  const other =
    tag &&
    allowRulesOf(location).find(
      (candidate) =>
        has(candidate.rule.destinationPorts ?? [], right) &&
        candidate.direction === given.direction &&
        farTag(candidate)?.name === tag.name &&
        hasProtocolOf(candidate.rule, flow.statement),
    );
  return other
    ? `remove the port: ${named(other.rule)} has ${flow.destinationPort} already`
    : `set the destination port of this rule to ${flow.destinationPort}`;
}
