import { cite } from '../../../../data/cite.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { ephemeralPorts } from '../../../network/sets/ports.ts';
import type { Check } from '../kit/check.ts';
import { openedBeyond } from '../kit/client-ports.ts';
import { farEndLabel, isBroad, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';

const probe = inbound('AllowProbe', 110, 'ALLOW', 'AzureLoadBalancer', '6390');

export const openToAnyInbound: Check = {
  id: 'open-to-any-inbound',
  title: 'Open to more sources than documented',
  severity: 'WARNING',
  summary:
    'An inbound rule lets anybody reach a port for which the documents name one source: the management endpoint, the probe port, or ports between machines.',
  rationale:
    'The deployment works, but the port is open to more callers than it needs. Only the control plane calls the management endpoint, only the load balancer calls the probe port, and only machines of the instance call the other ports. Client ports in external mode are not affected. AzureCloud instead of ApiManagement is only worth knowing: it admits the machines of every Azure customer, and the control plane does not need it.',
  avoid: '* or Internet as source for port 3443, or for all ports',
  prefer: 'ApiManagement for 3443, AzureLoadBalancer for 6390, VirtualNetwork for the rest',
  examples: {
    good: example(
      'the documented source',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'), probe),
    ),
    bad: example(
      'the management endpoint is open to anybody',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', '*', '3443'), probe),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perAllowRule((custom, location) => {
    // The check source-port-restricted reports a rule for one source port.
    if (!covers(custom.rule.sourcePorts ?? [], ephemeralPorts)) return undefined;
    const opened = openedBeyond(custom, location);
    const [first] = opened;
    if (!first) return undefined;
    const isAzure = custom.far.some(
      (term) => term.kind === 'tag' && term.tag.base === 'AzureCloud',
    );
    const sources = [...Map.groupBy(opened, ({ remote }) => remote[0]?.name ?? '')].map(
      ([tag, flows]) => `${tag} for ${listing(flows.map((flow) => flow.destinationPort))}`,
    );
    return {
      message: isAzure
        ? `${namedRule(custom.rule)} admits ${farEndLabel(custom)}, which contains the machines of every Azure customer; the documents name only ${listing(sources)}`
        : `${namedRule(custom.rule)} admits ${isBroad(custom) ? `any source (${farEndLabel(custom)})` : `nearly any source (${farEndLabel(custom)})`}; the documents name only ${listing(sources)}`,
      path: custom.raw.path,
      remediation:
        opened.length === 1
          ? `set the source of this rule to ${first.remote[0]?.name}`
          : `write one rule for each source: ${listing(sources)}; leave only the client ports in this rule`,
      citations: first.statement.citations,
      ...(isAzure && { severity: 'INFO' as const }),
    };
  }),
};
