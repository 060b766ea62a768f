/** The rules of a network security group from the input, as a list or as a document, and how many there may be. */

import type { InputPorts, InputRule, NetworkSecurityGroup } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { Budget } from './arm/budget.ts';
import { readGroupDocument } from './group-document.ts';
import { countEntries, described } from './rules/input-rule.ts';
import { field, fieldPath, get, type Path } from './unresolved.ts';

export const maxRules = 1000;
export const maxPrefixes = 4000;
/** Far above the 80 characters that Azure takes, for the sake of expressions. */
const maxName = 1000;
const maxCharacters = 2_000_000;

/**
 * The custom rules of a group, with the pointers to them; `path` leads to the group's input object. The id of the
 * subnet tells which of several groups in a document is meant.
 */
export function readNetworkSecurityGroup(
  group: NetworkSecurityGroup,
  path: Path,
  subnetId?: string,
  budget = new Budget(),
): InputRule[] {
  const rules =
    'document' in group
      ? (group.rules ?? readGroupDocument(group.document, [...path, 'document'], subnetId, budget))
      : group.securityRules.map((rule, index) => ({
          name: rule.name,
          description: described(rule.description),
          priority: rule.priority,
          direction: rule.direction,
          access: rule.access,
          protocol: spelled(rule.protocol),
          source: listed(rule.sourceAddressPrefixes),
          sourcePorts: { singular: undefined, plural: rule.sourcePortRanges },
          destination: listed(rule.destinationAddressPrefixes),
          destinationPorts: { singular: undefined, plural: rule.destinationPortRanges },
          path: pointer(...path, 'securityRules', index),
          fieldsPath: pointer(...path, 'securityRules', index),
          isDefault: false,
          listsHoldTags: true,
        }));
  const custom = rules.filter((rule) => !rule.isDefault);
  requireSize(custom, path);
  return custom;
}

/** The values of this API's own enums, as Resource Manager spells them; any other text stays as it is. */
const spellings: ReadonlyMap<string, string> = new Map([
  ['TCP', 'Tcp'],
  ['UDP', 'Udp'],
  ['ICMP', 'Icmp'],
  ['ESP', 'Esp'],
  ['AH', 'Ah'],
  ['ANY', '*'],
]);

const spelled = (protocol: string): string => spellings.get(protocol) ?? protocol;

const listed = (plural: readonly string[]) => ({
  singular: undefined,
  plural,
  applicationSecurityGroups: [],
});

/** The subnets that an exported group is attached to, and the pointer to their list from the group's document. */
export function readSubnetIds(group: NetworkSecurityGroup | undefined) {
  const document = group && 'document' in group ? group.document : undefined;
  const list = field(document, 'subnets');
  const ids = (Array.isArray(list) ? list : [])
    .map((subnet: unknown) => get(subnet, 'id'))
    .filter((id) => typeof id === 'string');
  return {
    ids: [...new Map(ids.map((id) => [id.toLowerCase(), id])).values()],
    path: pointer(...fieldPath(document, 'subnets')),
  };
}

/** Rules of a template may share a long list or text, so this ends at the first rule that is too much. */
function requireSize(custom: readonly InputRule[], path: Path): void {
  if (custom.length > maxRules) throw tooMany('security rules', maxRules, custom.length, path);
  const limit = (what: string, most: number) => {
    let count = 0;
    return (more: number) => {
      count += more;
      if (count > most) throw tooMany(what, most, `more than ${most}`, path);
    };
  };
  const characters = limit('characters in security rules', maxCharacters);
  const longest = Math.max(0, ...custom.map(({ name }) => name.length));
  limit('characters in the name of a security rule', maxName)(longest);
  const sources = limit('source prefixes', maxPrefixes);
  const destinations = limit('destination prefixes', maxPrefixes);
  const sourcePorts = limit('source port ranges', maxPrefixes);
  const destinationPorts = limit('destination port ranges', maxPrefixes);
  const addEntries = (of: InputPorts, add: (more: number) => void) => {
    characters(of.singular?.length ?? 0);
    for (const text of of.plural) characters(text.length);
    add(countEntries(of));
  };
  for (const rule of custom) {
    const { description, direction, access, protocol } = rule;
    characters((description?.length ?? 0) + direction.length + access.length + protocol.length);
    addEntries(rule.source, sources);
    addEntries(rule.destination, destinations);
    addEntries(rule.sourcePorts, sourcePorts);
    addEntries(rule.destinationPorts, destinationPorts);
  }
}

const tooMany = (what: string, most: number, count: number | string, path: Path) =>
  new InputError(`too many ${what}`, {
    path,
    given: count,
    expected: [`at most ${most} in a network security group`],
  });
