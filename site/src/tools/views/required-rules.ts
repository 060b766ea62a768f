/** Required rules as a table for each location, and in each format. */

import { ports, word } from '../../lib/words.ts';
import { h, type Markup } from '../markup.ts';
import type { Answer } from '../tasks.ts';
import { code, codes, formatChoice, link, row, sourceList, table } from './parts.ts';

type Location = Answer<'requiredRules'>['locations'][number];

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
          word(rule.direction),
          code(rule.sourceAddressPrefixes.join(', ')),
          code(rule.destinationAddressPrefixes.join(', ')),
          ports({ protocol: rule.protocol, destinationPorts: rule.destinationPortRanges }),
        ],
      ),
    ),
  );
}

export function requiredRulesView({
  locations,
  rendered,
  citations,
}: Answer<'requiredRules'>): Markup {
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
    locations.map(locationTable),
    h('h3', {}, 'To deploy'),
    formatChoice(codes(rendered)),
    sourceList(citations),
  );
}
