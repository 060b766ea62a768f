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
  const text = others.length > 0 ? 'tier or mode open' : `${labelOf(kind.tier)}, ${modeOf(kind)}`;
  return chip(
    others.length === 0,
    h('small', {}, isAlone ? 'from the form' : 'from the files'),
    text,
  );
}

const modeOf = ({ virtualNetworkType }: Instance['kinds'][number]) =>
  virtualNetworkType === 'NONE' ? 'in no virtual network' : `${labelOf(virtualNetworkType)} mode`;

/** 9 rules; of rules that Azure refuses: 2 of 9 rules read */
function rulesText({ group: { written }, rules }: Location): string {
  const read = rules.filter(({ isDefault }) => !isDefault).length;
  const counted = `${written} ${written === 1 ? 'rule' : 'rules'}`;
  return read === written ? counted : `${read} of ${counted} read`;
}

function locationChips(
  location: Location,
  { regionOfGroup }: Pick<Result<'validate'>, 'regionOfGroup'>,
): Markup[] {
  const { displayName, subnet, virtualNetwork, group, hasRouteTable, firewalls, dnsServers } =
    location;
  const hasNetwork = virtualNetwork.length > 0;
  const groupText = {
    READ: [group.name ?? 'security group', h('small', {}, rulesText(location))],
    ELSEWHERE: ['the security group is not in the input'],
    NONE: ['no security group'],
  }[group.state];
  return [
    chip(
      displayName !== undefined,
      regionOfGroup !== undefined && h('small', {}, 'from the document'),
      displayName ?? 'region open',
    ),
    chip(subnet !== null, subnet ?? 'no subnet prefix given'),
    chip(group.state === 'READ', groupText),
    chip(
      hasRouteTable,
      hasRouteTable ? 'route table' : 'no route table given',
      firewalls.length > 0 && h('small', {}, firewalls.join(', ')),
    ),
    dnsServers.length > 0
      ? chip(true, `DNS ${dnsServers.join(', ')}`)
      : chip(hasNetwork, hasNetwork ? 'DNS of Azure' : 'no DNS servers given'),
  ];
}

const mostLocations = 3;

export function chipsView(result: Result<'validate'>): Markup {
  const { instance, isAlone } = result;
  const { locations } = instance;
  const rest = locations.length - mostLocations;
  return h(
    'ul',
    { class: 'atlas-chips', 'aria-label': 'What was recognised' },
    kindChip(instance, isAlone),
    locations.slice(0, mostLocations).map((location) => locationChips(location, result)),
    rest > 0 && chip(true, `${rest} more regions`),
  );
}
