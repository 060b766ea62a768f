/** Security admin rules under the names of Resource Manager and of azurerm. */

import type { AdminRule, InputAddresses } from '../../../deployment.ts';
import { pointer } from '../../../json-pointer.ts';
import { isExpression } from '../../../network/address-term.ts';
import {
  field,
  fieldPath,
  get,
  keyOf,
  listOf,
  type Path,
  textOf,
  Unresolved,
} from '../unresolved.ts';

/** Why it is not known that a rule applies. */
export const maybeNone = 'a condition decides whether it exists';
export const notDeployed = 'the input does not say whether the configuration is deployed';
export const notMember = (group: string) =>
  `the input does not say whether the network group ${group} contains the virtual network`;

const actions = { allow: 'ALLOW', alwaysallow: 'ALWAYS_ALLOW', deny: 'DENY' } as const;

/** `condition` is an open condition on which the rule is there. */
export function readAdminRule(value: unknown, path: Path, doubts: readonly string[]): AdminRule {
  const at = (...names: readonly string[]) =>
    names.map((name) => field(value, name)).find((one) => one !== undefined && one !== null);
  const word = (...names: readonly string[]) => openOr(at(...names));
  const priority = at('priority');
  const number = priority instanceof Unresolved ? Number.NaN : Number(priority);
  const action = keyOf(at('access', 'action')) ?? '';
  return {
    action: Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined,
    doubt: doubts.filter((one) => one !== '').join(', and '),
    rule: {
      name: textOf(get(value, 'name')).split('/').at(-1) ?? '',
      description: undefined,
      priority: Number.isNaN(number) ? openOr(priority) : number,
      direction: word('direction'),
      access: 'Allow',
      protocol: word('protocol').replace(/^any$/i, '*'),
      source: sideOf(at('sources', 'source')),
      sourcePorts: portsOf(at('sourcePortRanges', 'source_port_ranges')),
      destination: sideOf(at('destinations', 'destination')),
      destinationPorts: portsOf(at('destinationPortRanges', 'destination_port_ranges')),
      path: pointer(...path),
      fieldsPath: pointer(...path, ...fieldPath(value, 'access').slice(0, -1)),
      isDefault: false,
      listsHoldTags: true,
    },
  };
}

const openOr = (value: unknown): string => {
  const text = textOf(value ?? '*');
  return value instanceof Unresolved && !isExpression(text) ? `[${text}]` : text;
};

/** No entries are all addresses. */
function sideOf(entries: unknown): InputAddresses {
  const texts = listOf(entries).map((entry) => {
    if (entry instanceof Unresolved) return openOr(entry);
    const type = keyOf(get(entry, 'addressPrefixType') ?? get(entry, 'address_prefix_type'));
    const prefix = openOr(get(entry, 'addressPrefix') ?? get(entry, 'address_prefix'));
    return type === 'networkgroup' ? `[network group ${prefix.split('/').at(-1)}]` : prefix;
  });
  return {
    ...(texts.length > 1
      ? { singular: undefined, plural: texts }
      : { singular: texts[0] ?? '*', plural: [] }),
    applicationSecurityGroups: [],
  };
}

function portsOf(ranges: unknown) {
  const texts = listOf(ranges).map(openOr);
  return texts.length === 0
    ? { singular: '*', plural: [] }
    : { singular: undefined, plural: texts };
}
