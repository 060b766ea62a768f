import { cite } from '../../../../data/cite.ts';
import { catalog } from '../../../../data/index.ts';
import { memoize } from '../../../network/memoize.ts';
import { overlaps } from '../../../network/sets/interval-set.ts';
import { portSet } from '../../../network/sets/ports.ts';
import { portPath } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import { farTag, isBroad, perAllowRule, portEntries, singlePort } from '../kit/custom-rule.ts';
import { farEndOf, isDocumentedPort, portsOf } from '../kit/documented-port.ts';
import { example, outbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { deniedOf, statusWithout } from '../kit/traffic-status.ts';

export const tagOnUndocumentedPort: Check = {
  id: 'tag-on-undocumented-port',
  title: 'Documented service on a port that no document names',
  severity: 'WARNING',
  summary:
    'A rule allows the tag of a documented service, but only on ports that no document names for it.',
  rationale:
    'API Management reaches each service on the ports of its row. A rule for the tag on another documented port looks right, but carries nothing that the instance needs.',
  avoid: 'Sql on port 443',
  prefer: 'Sql on port 1433',
  examples: {
    good: example(
      'the port of the row',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '1433')),
    ),
    bad: example(
      'the port of other services',
      securityRules(outbound('AllowSql', 100, 'ALLOW', 'Sql', '443')),
    ),
  },
  citations: [cite('vnet-reference-2026-04-30', 'Required ports')],
  run: perAllowRule((custom, { flows }) => {
    const tag = farTag(custom);
    if (!tag || isBroad(custom) || tag.name === 'VirtualNetwork') return undefined;
    const ports = portEntries(custom);
    // A port that no service uses is a matter for port-typo; a range may be meant for more than one service.
    const areOfOthers = ports.every((entry) => {
      const port = singlePort(entry);
      return port !== undefined && isDocumentedPort(port);
    });
    if (!areOfOthers) return undefined;
    const ofTag = flows.filter(
      ({ direction, remote }) =>
        direction === custom.direction && remote.some(({ base }) => base === tag.base),
    );
    const [first] = ofTag;
    if (!first || overlaps(documentedPorts(tag.base), custom.rule.destinationPorts ?? []))
      return undefined;
    const needed = ofTag.find(({ evaluation }) => evaluation.outcome === 'DENIED') ?? first;
    const right = [...new Set(ofTag.map(({ destinationPort }) => destinationPort))];
    return {
      message: `${namedRule(custom.rule)} allows ${tag.name} on port ${listing(ports)}, which no document names for it; ${needed.rule.title} uses ${listing(right)}; ${statusWithout(needed)}`,
      path: portPath(custom.raw, 'destination'),
      remediation: `set the destination port of this rule to ${listing(right)}, or remove the rule`,
      citations: needed.statement.citations,
      flows: deniedOf(ofTag),
      rules: [custom.rule],
    };
  }),
};

/** The ports that rows of any edition and lists of endpoints name for a tag. */
const documentedPorts = memoize((tag: string) => {
  const ofRows = catalog.portRules.flatMap(({ statements }) =>
    statements.flatMap((row) => (farEndOf(row) === tag ? portsOf(row) : [])),
  );
  const ofEndpoints = catalog.endpoints.flatMap(({ serviceTag, ports }) =>
    serviceTag?.split('.')[0] === tag ? ports : [],
  );
  return portSet([...ofRows, ...ofEndpoints]);
});
