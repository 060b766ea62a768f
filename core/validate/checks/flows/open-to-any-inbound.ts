import { cite } from '../../../../data/cite.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { ephemeralPorts } from '../../../network/sets/ports.ts';
import type { Check } from '../kit/check.ts';
import { openedBeyond } from '../kit/client-ports.ts';
import { farEndLabel, isBroad, listing, named, perAllowRule } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';

const probe = inbound('AllowProbe', 110, 'ALLOW', 'AzureLoadBalancer', '6390');

export const openToAnyInbound: Check = {
  id: 'open-to-any-inbound',
  title: 'Open to more sources than documented',
  severity: 'WARNING',
  summary:
    'An inbound rule admits anybody to a port for which the documents name one source: the management endpoint, the probe port, ports between machines.',
  rationale:
    'The deployment works, and the port answers to more callers than it is there for. The management endpoint is called by the control plane alone, the probe port by the load balancer, the other ports by machines of the instance; client ports in external mode are not meant here. AzureCloud in place of ApiManagement is only worth knowing: it admits the machines of every Azure customer, and the control plane does not need it.',
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
  run: perAllowRule((given, location) => {
    // A rule for one source port admits nobody by accident; what is wrong with it is said of its source port.
    if (!covers(given.rule.sourcePorts ?? [], ephemeralPorts)) return undefined;
    const opened = openedBeyond(given, location);
    const [first] = opened;
    if (!first) return undefined;
    const isAzure = given.far.some((term) => term.kind === 'tag' && term.tag.base === 'AzureCloud');
    const sources = [...Map.groupBy(opened, ({ remote }) => remote[0]?.name ?? '')].map(
      ([tag, flows]) => `${tag} for ${listing(flows.map((flow) => flow.destinationPort))}`,
    );
    return {
      message: isAzure
        ? `${named(given.rule)} admits ${farEndLabel(given)}, which holds the machines of every Azure customer; the documents name ${listing(sources)}`
        : `${named(given.rule)} admits ${isBroad(given) ? `any source (${farEndLabel(given)})` : `nearly any source (${farEndLabel(given)})`}; the documents name ${listing(sources)}`,
      path: given.raw.path,
      remediation:
        opened.length === 1
          ? `set the source of this rule to ${first.remote[0]?.name}`
          : `write one rule for each source: ${listing(sources)}; let this rule keep the ports of clients only`,
      citations: first.statement.citations,
      ...(isAzure && { severity: 'INFO' as const }),
    };
  }),
};
