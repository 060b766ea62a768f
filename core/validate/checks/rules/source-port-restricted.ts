import { cite } from '../../../../data/cite.ts';
import { covers, overlaps } from '../../../network/sets/interval-set.ts';
import { ephemeralPorts } from '../../../network/sets/ports.ts';
import { entriesOf, portPath } from '../../read/rules/input-rule.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { allowRulesOf } from '../kit/custom-rule.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';

const [firstPort, lastPort] = ephemeralPorts;

export const sourcePortRestricted: Check = {
  id: 'source-port-restricted',
  title: 'Source port restricted',
  severity: 'WARNING',
  summary: 'An allow rule admits only some source ports, but clients connect from any.',
  rationale:
    'The port of a service is the destination port. A client takes a free port above 1023 as its source port, a different one for each connection, so a rule with 443 as source port matches no client. Every row of the port tables has * as source port.',
  avoid: '443 as both source and destination port',
  prefer: '* as source port',
  examples: {
    good: example(
      'any source port',
      securityRules(inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443')),
    ),
    bad: example(
      'the port of the service as source and destination port',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443', {
          sourcePortRanges: ['3443'],
        }),
      ),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perLocation((location) => {
    const restricted = allowRulesOf(location).filter(
      ({ rule: { protocol, sourcePorts } }) =>
        // UDP services may send from a port of their own.
        (protocol === 'TCP' || protocol === 'ANY') &&
        sourcePorts !== undefined &&
        !covers(sourcePorts, ephemeralPorts),
    );
    const [first] = restricted;
    if (!first) return [];
    const each = restricted.map(({ rule, raw }) => {
      const ports = entriesOf(raw.sourcePorts);
      const isOne = ports.length === 1 && !ports[0]?.includes('-');
      const clients = overlaps(rule.sourcePorts ?? [], ephemeralPorts)
        ? 'only clients that happen to use these'
        : 'no client';
      return `${namedRule(rule)} admits only source ${isOne ? 'port' : 'ports'} ${listing(ports)} and so matches ${clients}`;
    });
    return [
      {
        message: `${each.slice(0, maxNamed).join('; ')}${each.length > maxNamed ? `; and ${each.length - maxNamed} more rules` : ''}; clients connect from ports ${firstPort} to ${lastPort}`,
        path: portPath(first.raw, 'source'),
        rules: restricted.map(({ rule }) => rule),
        remediation: `set the source port range of ${restricted.length === 1 ? 'this rule' : 'these rules'} to *`,
      },
    ];
  }),
};

/** More rules are counted. */
const maxNamed = 10;
