import { cite } from '../../../../data/cite.ts';
import { has, size } from '../../../network/sets/interval-set.ts';
import { portPath } from '../../read/rules/input-rule.ts';
import type { Check } from '../kit/check.ts';
import { type CustomRule, farTag, isBroad, perAllowRule, portEntries } from '../kit/custom-rule.ts';
import { farEndOf, isDocumentedPort, isSinglePortOf } from '../kit/documented-port.ts';
import { example, inbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';

const management = inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443');
const external = { virtualNetworkType: 'EXTERNAL' } as const;

export const portRangeSuspect: Check = {
  id: 'port-range-suspect',
  title: 'Range where two single ports were probably meant',
  severity: 'WARNING',
  summary:
    'An allow rule has a range whose two ends are documented ports, while no document names most of the ports between them.',
  rationale:
    'A hyphen makes a range where a comma makes a list. The two ports are open, and so is everything between them.',
  avoid: '80-443, which is 364 ports',
  prefer: '80 and 443 as two entries',
  examples: {
    good: example(
      'two ports',
      securityRules(management, inbound('AllowClients', 110, 'ALLOW', 'Internet', ['80', '443'])),
      external,
    ),
    bad: example(
      'a range',
      securityRules(management, inbound('AllowClients', 110, 'ALLOW', 'Internet', '80-443')),
      external,
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules', 'INFERRED')],
  run: perAllowRule((custom) => {
    // A single port is not a range.
    if (size(custom.rule.destinationPorts ?? []) < 2) return undefined;
    const suspects = portEntries(custom)
      .filter((entry) => entry.includes('-'))
      .flatMap((entry) => suspectRange(entry, custom) ?? []);
    if (suspects.length === 0) return undefined;
    const [ranges, counts] = [
      suspects.map(({ ends }) => ends.join('-')),
      suspects.map(({ ends: [first, last] }) => String(last - first + 1)),
    ];
    const ports = [...new Set(suspects.flatMap(({ ends }) => ends))].map(String);
    return {
      message: `${namedRule(custom.rule)} allows ${listing(ranges)}, ${listing(counts)} ports; the documents name only ${listing(ports)}`,
      path: portPath(custom.raw, 'destination'),
      remediation: `list the ports in destinationPortRanges: ${listing(ports)}`,
    };
  }),
};

/** A range between two documented ports of the rule’s far end, most of whose other ports no row names. */
function suspectRange(entry: string, custom: CustomRule) {
  const [, from, to] = /^(\d{1,5})\s*-\s*(\d{1,5})$/.exec(entry) ?? [];
  const ends = [Number(from), Number(to)] as const;
  const [first, last] = ends;
  if (from === undefined || !(last > first) || !has(custom.rule.destinationPorts ?? [], last)) {
    return undefined;
  }
  const isMeant = ends.every(
    (port) =>
      isDocumentedPort(port) &&
      isSinglePortOf(
        port,
        (row) =>
          row.directions.includes(custom.direction) &&
          (isBroad(custom) || farEndOf(row) === farTag(custom)?.base),
      ),
  );
  if (!isMeant) return undefined;
  const between = Array.from({ length: last - first - 1 }, (_, index) => first + 1 + index);
  const unnamed = between.filter((port) => !isDocumentedPort(port));
  return unnamed.length * 2 > between.length + 2 ? { ends } : undefined;
}
