import { cite } from '../../../../data/cite.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import { isSharedByUnits } from '../../flows/shared-by-units.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { by, describeFlow } from '../kit/flow-labels.ts';

const denyAll = { protocol: '*' } as const;
const premium = { tier: 'PREMIUM' } as const;

export const unitTrafficDenied: Check = {
  id: 'unit-traffic-denied',
  title: 'Units cannot reach each other',
  severity: 'INFO',
  summary:
    'A location has several units, and a rule denies the ports on which they share the internal cache and the rate limit counters.',
  rationale:
    'The tables call these rows optional, and the instance runs without them. Only policies that cache or limit rates are affected: each unit then has its own cache and counters. The default rules let the traffic pass, so it is lost as soon as a rule denies everything else.',
  avoid: 'DenyAll in both directions for an instance of two units whose policies limit rates',
  prefer: 'rules that allow the rows within VirtualNetwork, or policies that do not need them',
  examples: {
    good: example(
      'the default rules let the virtual network pass',
      {
        units: 2,
        ...securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
      },
      premium,
    ),
    bad: example(
      'a rule denies everything else',
      {
        units: 2,
        ...securityRules(
          inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
          inbound('DenyAllInbound', 4096, 'DENY', '*', '*', denyAll),
          outbound('DenyAllOutbound', 4096, 'DENY', '*', '*', denyAll),
        ),
      },
      premium,
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perLocation((location) => {
    const denied = location.flows.filter(
      (flow) =>
        flow.necessity === 'OPTIONAL' &&
        isSharedByUnits(flow, location.location) &&
        ['DENIED', 'PARTIAL'].includes(flow.evaluation.outcome),
    );
    const [first] = denied;
    if (!first) return [];
    const rows = [...Map.groupBy(denied, ({ rule }) => rule)];
    const directions = denied.map((flow) => `${describeFlow(flow)} is ${extent(flow)} ${by(flow)}`);
    const needs = rows.flatMap(([{ feature }, [flow]]) =>
      flow
        ? [
            `allow ${flow.statement.protocol} ${flow.statement.destinationPorts.join(', ')} from ${flow.statement.source} to ${flow.statement.destination}, inbound and outbound; the feature ${feature} makes the row required`,
          ]
        : [],
    );
    return [
      {
        message: `the location has ${location.location.units} units, and ${directions.join('; ')}. ${rows.map(([{ consequence }]) => consequence).join(' ')}`,
        path: first.evaluation.decidedBy?.path || `${location.path}/networkSecurityGroup`,
        flows: denied,
        remediation: `if policies need it, ${needs.join('; ')}`,
        citations: rows.flatMap(([, [flow]]) => flow?.statement.citations ?? []),
      },
    ];
  }),
};

const extent = ({ evaluation }: EvaluatedFlow) =>
  evaluation.outcome === 'PARTIAL' ? 'denied in part' : 'denied';
