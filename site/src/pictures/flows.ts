/** The port rules of one mode as flows between the subnet and everything else. */

import type { PortRowFragment } from '../generated/queries.ts';
import { labelOf, portsLabel } from '../lib/labels.ts';

export type Mode = 'EXTERNAL' | 'INTERNAL';
export type Way = 'in' | 'out' | 'within';

export interface Flow {
  readonly ruleId: string;
  readonly title: string;
  /** Service tag of the far end. */
  readonly tag: string;
  readonly ports: string;
  readonly necessity: string;
  readonly way: Way;
}

/** In the order in which flows are drawn. */
const necessities = ['REQUIRED', 'CONDITIONAL', 'RECOMMENDED', 'OPTIONAL'];

export const ways: Readonly<Record<Way, string>> = {
  in: 'Into the subnet',
  out: 'Out of the subnet',
  within: 'Within the network, both ways',
};

function wayOf({ directions }: PortRowFragment): Way {
  if (directions.length > 1) return 'within';
  return directions[0] === 'INBOUND' ? 'in' : 'out';
}

/** The flows of one mode, the required ones first. */
export function flowsOf(rules: readonly PortRowFragment[], mode: Mode): readonly Flow[] {
  return rules
    .filter((rule) => rule.virtualNetworkTypes.includes(mode))
    .map((rule): Flow => {
      const way = wayOf(rule);
      const { ruleId, title, necessity } = rule;
      const tag = way === 'in' ? rule.source.name : rule.destination.name;
      return { ruleId, title, necessity, tag, way, ports: portsLabel(rule) };
    })
    .sort((a, b) => necessities.indexOf(a.necessity) - necessities.indexOf(b.necessity));
}

export function necessitiesOf(flows: readonly Flow[]): readonly string[] {
  return necessities.filter((value) => flows.some(({ necessity }) => necessity === value));
}

/** The picture as text. */
export function described(flows: readonly Flow[]): string {
  return Object.entries(ways)
    .map(([way, title]) => {
      const those = flows.filter((flow) => flow.way === way);
      const texts = those.map((flow) => {
        const end = way === 'in' ? ` from ${flow.tag}` : way === 'out' ? ` to ${flow.tag}` : '';
        return `${flow.title}, ${flow.ports}${end} (${labelOf(flow.necessity)})`;
      });
      return `${title}: ${texts.join('; ')}.`;
    })
    .join(' ');
}
