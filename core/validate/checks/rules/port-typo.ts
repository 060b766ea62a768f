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
  perAllowRule,
  portEntries,
  singlePort,
} from '../kit/custom-rule.ts';
import { isDocumentedPort, plainSlips, slipOf } from '../kit/documented-port.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { deniedOf, statusWithout } from '../kit/traffic-status.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const portTypo: Check = {
  id: 'port-typo',
  title: 'Port that looks mistyped',
  severity: 'WARNING',
  summary:
    'A rule allows a port that no row of the port tables uses and that differs by one typing error from the port of a row with the same far end.',
  rationale:
    'The service does not use the port in this rule. While a default rule carries the traffic, it goes unnoticed; once a deny rule is added, the instance loses what the row is for. The check looks for swapped neighboring digits, a doubled or missing digit, and the wrong digit of a pair doubled. Documents have typing errors, too: one text of the reference printed 1000 for 10000 before it was corrected.',
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
  run: perAllowRule((custom, location) => {
    const slipped = portEntries(custom).filter(isUndocumented);
    if (slipped.length === 0) return undefined;
    const meantFor = slipped.flatMap((entry) => meantFlows(entry, custom, location));
    const [first] = meantFor;
    if (!first) return undefined;
    const wrong = [...new Set(meantFor.map(({ port }) => port))];
    const documented = [
      ...new Set(meantFor.map(({ flow, right }) => `${flow.rule.title} uses ${right}`)),
    ];
    const meant = meantFor.map(({ flow }) => flow);
    const worst = meant.find(({ evaluation }) => evaluation.outcome === 'DENIED') ?? first.flow;
    return {
      message: `${namedRule(custom.rule)} for ${farEndLabel(custom)} looks mistyped: API Management does not use ${listing(wrong)}, ${listing(documented)}; ${statusWithout(worst)}`,
      path: portPath(custom.raw, 'destination'),
      remediation: remedyOf(custom, worst, location),
      flows: deniedOf(meant),
      rules: [custom.rule],
      citations: first.flow.statement.citations,
    };
  }),
};

function isUndocumented(entry: string): boolean {
  const port = singlePort(entry);
  return port !== undefined && !isDocumentedPort(port);
}

/** The flows whose port the entry misses by one slip; only those of the most likely kind of slip. */
function meantFlows(entry: string, custom: CustomRule, location: LocationContext) {
  const port = Number(entry);
  const ports = custom.rule.destinationPorts;
  if (!ports) return [];
  const tag = farTag(custom);
  const isOneService = tag && !isBroad(custom) && tag.name !== 'VirtualNetwork';
  const candidates = location.flows.flatMap((flow) => {
    if (flow.direction !== custom.direction) return [];
    const right = singlePort(flow.destinationPort);
    const concerns =
      right !== undefined &&
      !has(ports, right) &&
      hasProtocolOf(custom.rule, flow.statement) &&
      mayMean(custom, flow);
    const slip = concerns ? slipOf(port, right) : undefined;
    return slip && (isOneService || plainSlips.includes(slip))
      ? [{ flow, port: entry, right: flow.destinationPort, slip }]
      : [];
  });
  const best = [...plainSlips, 'typed-twice', 'left-out'].find((kind) =>
    candidates.some(({ slip }) => slip === kind),
  );
  return candidates.filter(({ slip }) => slip === best);
}

/**
 * True where the rule’s far end is the flow’s or contains it: any address contains all, Internet and AzureCloud contain
 * what is outside the network.
 */
function mayMean(custom: CustomRule, flow: EvaluatedFlow): boolean {
  const tag = farTag(custom);
  const isInside = ['VirtualNetwork', 'AzureLoadBalancer'].includes(flow.remote[0]?.name ?? '');
  return (
    flow.remote.some(({ base }) => base === tag?.base) ||
    (isBroad(custom) && (tag === undefined || !isInside))
  );
}

function remedyOf(custom: CustomRule, flow: EvaluatedFlow, location: LocationContext): string {
  const right = singlePort(flow.destinationPort) as number;
  const tag = farTag(custom);
  const other =
    tag &&
    allowRulesOf(location).find(
      (candidate) =>
        has(candidate.rule.destinationPorts ?? [], right) &&
        candidate.direction === custom.direction &&
        farTag(candidate)?.name === tag.name &&
        hasProtocolOf(candidate.rule, flow.statement),
    );
  return other
    ? `remove the port: ${namedRule(other.rule)} already has ${flow.destinationPort}`
    : `set the destination port of this rule to ${flow.destinationPort}`;
}
