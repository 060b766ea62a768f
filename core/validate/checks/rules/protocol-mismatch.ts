import { cite } from '../../../../data/cite.ts';
import { catalog } from '../../../../data/index.ts';
import { memoize } from '../../../network/memoize.ts';
import type { RuleProtocol } from '../../../network/security-rule.ts';
import { covers, type IntervalSet, overlaps } from '../../../network/sets/interval-set.ts';
import { privateAddresses } from '../../../network/sets/ipv4.ts';
import { everyPort, parsePortRange, portSet } from '../../../network/sets/ports.ts';
import type { EvaluatedFlow } from '../../flows/evaluated-flow.ts';
import { type Check, perLocation } from '../kit/check.ts';
import {
  allowRulesOf,
  type CustomRule,
  hasProtocolOf,
  isBroad,
  portEntries,
} from '../kit/custom-rule.ts';
import { portsOf } from '../kit/documented-port.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { deniedOf, statusWithout } from '../kit/traffic-status.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');

export const protocolMismatch: Check = {
  id: 'protocol-mismatch',
  title: 'Right port, wrong protocol',
  severity: 'WARNING',
  summary:
    'A rule allows the documented port for the documented far end, but with a protocol that this traffic does not use.',
  rationale:
    'A rule for TCP admits no UDP packet and the other way round, so the rule has no effect. Rate limit counters on port 4290 are the usual case: published templates open it for TCP, and the default rules hide the error until a rule denies the rest of the virtual network.',
  avoid: 'Tcp for port 4290, Udp for Sql',
  prefer: 'the protocol of the row: Udp for port 4290, Tcp for all others',
  examples: {
    good: example(
      'the counters are synchronized over UDP',
      securityRules(
        management,
        inbound('AllowCounters', 110, 'ALLOW', 'VirtualNetwork', '4290', { protocol: 'Udp' }),
      ),
    ),
    bad: example(
      'a rule for TCP',
      securityRules(management, inbound('AllowCounters', 110, 'ALLOW', 'VirtualNetwork', '4290')),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perLocation((location) => {
    const all = allowRulesOf(location);
    const isAllowed = memoize((flow: EvaluatedFlow) => isAllowedBesides(flow, all));
    const flowsMissing = memoize((protocol: RuleProtocol) =>
      location.flows.filter(({ statement }) => !hasProtocolOf({ protocol }, statement)),
    );
    const observed = all.flatMap((custom) => {
      const { protocol } = custom.rule;
      if (protocol === undefined || protocol === 'ANY') return [];
      const missed = flowsMissing(protocol).filter(
        (flow) => isMissed(flow, custom) && !isAllowed(flow),
      );
      const [first] = missed;
      if (!first) return [];
      const worst = missed.find(({ evaluation }) => evaluation.outcome === 'DENIED') ?? first;
      const missing = listing([...new Set(missed.map(({ destinationPort }) => destinationPort))]);
      const titles = listing([...new Set(missed.map(({ rule }) => rule.title))]);
      const uses =
        first.statement.protocol === 'ANY'
          ? 'uses every protocol'
          : `uses ${first.statement.protocol}`;
      return [
        {
          custom,
          first,
          denied: deniedOf(missed),
          mistake: `${custom.raw.protocol} ${missing}, but ${titles} ${uses}`,
          status: statusWithout(worst),
        },
      ];
    });
    // The same mistake in both directions is one.
    return [...Map.groupBy(observed, ({ mistake }) => mistake).values()].flatMap((same) => {
      const [one] = same;
      if (!one) return [];
      const isOne = same.length === 1;
      const names = listing(same.map(({ custom }) => namedRule(custom.rule)));
      const status = [...new Set(same.map((each) => each.status))].join('; ');
      return [
        {
          message: `${names} ${isOne ? 'allows' : 'allow'} ${one.mistake}, so ${isOne ? 'the rule admits' : 'the rules admit'} none of it; ${status}`,
          path: `${one.custom.raw.fieldsPath}/protocol`,
          flows: same.flatMap(({ denied }) => denied),
          rules: same.map(({ custom }) => custom.rule),
          remediation: `set the protocol of ${isOne ? 'this rule' : 'these rules'} to ${protocolLabel(one.first)}`,
          citations: one.first.statement.citations,
        },
      ];
    });
  }),
};

/** Udp */
const protocolLabel = ({ statement: { protocol } }: EvaluatedFlow) =>
  `${protocol[0]}${protocol.slice(1).toLowerCase()}`;

/** True for a rule of another protocol that names exactly the port of the flow, for its far end. */
function isMissed(flow: EvaluatedFlow, custom: CustomRule): boolean {
  return (
    flow.direction === custom.direction &&
    overlaps(flow.ports, custom.rule.destinationPorts ?? everyPort) &&
    isMeantFor(flow, custom) &&
    namesPortsIn(flow.ports, custom)
  );
}

const namesPortsIn = (ports: IntervalSet, custom: CustomRule) =>
  portEntries(custom).some((entry) => {
    const set = parsePortRange(entry);
    return set !== undefined && covers(ports, set);
  });

/** The ports of each row in all its editions. */
const portsOfRows = catalog.portRules.map(({ statements }) =>
  portSet(statements.flatMap(portsOf).filter((entry) => entry !== '*')),
);

/** Called with ports of the catalog only, so the cache stays small. */
const hasOneUser = memoize((entry: string) => {
  const ports = portSet([entry]);
  return portsOfRows.filter((row) => overlaps(row, ports)).length === 1;
});

/** By the tag; or, where only one row in all editions has the port, by a far end that contains the tag. */
function isMeantFor(flow: EvaluatedFlow, custom: CustomRule): boolean {
  const isNamed = custom.far.some(
    (term) => term.kind === 'tag' && flow.remote.some(({ base }) => base === term.tag.base),
  );
  if (isNamed) return true;
  const isInNetwork = custom.far.some(
    (term) => term.kind === 'addresses' && overlaps(term.addresses, privateAddresses),
  );
  return (
    hasOneUser(flow.destinationPort) &&
    (isBroad(custom) || (isInNetwork && flow.remote[0]?.name === 'VirtualNetwork'))
  );
}

/** Another rule allows the same port with the right protocol, so this one may be intended. */
function isAllowedBesides(flow: EvaluatedFlow, all: readonly CustomRule[]): boolean {
  return all.some(
    (other) =>
      other.direction === flow.direction &&
      hasProtocolOf(other.rule, flow.statement) &&
      covers(other.rule.destinationPorts ?? [], flow.ports) &&
      isMeantFor(flow, other),
  );
}
