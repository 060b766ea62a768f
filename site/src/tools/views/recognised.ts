/** Chips: what the tool recognised in the input, and what it lacked. */

import { labelOf } from '../../lib/labels.ts';
import { type Child, h, type Markup } from '../markup.ts';
import type { Result } from '../tasks.ts';

type Instance = Result<'validate'>['instance'];
type Location = Instance['locations'][number];

const chip = (isKnown: boolean, ...text: Child[]) =>
  h('li', { 'data-known': String(isKnown) }, text);

function kindChip({ kinds }: Instance, isAlone: boolean): Markup | undefined {
  const [kind, ...others] = kinds;
  if (!kind) return undefined;
  const text =
    others.length > 0
      ? 'tier or mode open'
      : `${labelOf(kind.tier)}, ${labelOf(kind.virtualNetworkType)} mode`;
  return chip(
    others.length === 0,
    h('small', {}, isAlone ? 'from the form' : 'from the files'),
    text,
  );
}

function locationChips(location: Location, ofRegion: string | undefined): Markup[] {
  const { displayName, subnet, group, rules, hasRouteTable, firewalls, dnsServers } = location;
  const written = rules.filter(({ isDefault }) => !isDefault).length;
  const groupText = {
    READ: [
      group.name ?? 'security group',
      h('small', {}, `${written} ${written === 1 ? 'rule' : 'rules'}`),
    ],
    ELSEWHERE: ['the security group is not in the input'],
    NONE: ['no security group'],
  }[group.state];
  return [
    chip(
      displayName !== undefined,
      ofRegion !== undefined && h('small', {}, 'from the document'),
      displayName ?? 'region open',
    ),
    chip(subnet !== null, subnet ?? 'no subnet prefix given'),
    chip(group.state === 'READ', groupText),
    chip(
      hasRouteTable,
      hasRouteTable ? 'route table' : 'no route table given',
      firewalls.length > 0 && h('small', {}, firewalls.join(', ')),
    ),
    chip(
      dnsServers.length > 0,
      dnsServers.length > 0 ? `DNS ${dnsServers.join(', ')}` : 'DNS of Azure',
    ),
  ];
}

const mostLocations = 3;

export function chipsView({ instance, isAlone, regionOfGroup }: Result<'validate'>): Markup {
  const { locations } = instance;
  const rest = locations.length - mostLocations;
  return h(
    'ul',
    { class: 'atlas-chips', 'aria-label': 'What was recognised' },
    kindChip(instance, isAlone),
    locations
      .slice(0, mostLocations)
      .map((location) => locationChips(location, regionOfGroup?.displayName)),
    rest > 0 && chip(true, `${rest} more regions`),
  );
}
