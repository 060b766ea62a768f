/** Required rules: the text in every format, and a table for each location. */

import { labelOf, portsLabel } from '../../lib/labels.ts';
import { h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';
import { code, codes, formatChoice, link, sourceList } from './parts.ts';
import { row, table } from './table.ts';

type Location = Result<'requiredRules'>['locations'][number];

function locationTable({ region, rules }: Location): Markup {
  return table(
    `Rules in ${region}`,
    ['Rule', 'Priority', 'Direction', 'From', 'To', 'Ports'],
    rules.map((rule) =>
      row(
        rule.portRuleId === undefined
          ? rule.name
          : link(`/port-rules/${rule.portRuleId}/`, rule.title),
        [
          rule.priority,
          labelOf(rule.direction),
          code(rule.sourceAddressPrefixes.join(', ')),
          code(rule.destinationAddressPrefixes.join(', ')),
          portsLabel({ protocol: rule.protocol, destinationPorts: rule.destinationPortRanges }),
        ],
      ),
    ),
  );
}

export function requiredRulesView({
  locations,
  rendered,
  notes,
  citations,
}: Result<'requiredRules'>): Markup {
  const [first] = locations;
  const all = first?.rules ?? [];
  const inbound = all.filter(({ direction }) => direction === 'INBOUND').length;
  const where = locations.length === 1 ? first?.region : `each of ${locations.length} regions`;
  return h(
    'div',
    {},
    h(
      'h2',
      { 'data-announce': true },
      `${all.length} rules in ${where}: ${inbound} inbound, ${all.length - inbound} outbound`,
    ),
    notes.length > 0 && [
      h('h3', {}, 'Worth knowing'),
      h(
        'ul',
        {},
        notes.map(({ text }) => h('li', {}, text)),
      ),
    ],
    formatChoice('BICEP', codes(rendered)),
    locations.map(locationTable),
    sourceList(citations),
  );
}
