/** Names in generated code: identifiers made from the names of rules and regions, unique in their output. */

import { type ArmRule, type RuleGroup, toArmRule } from './rendered-rule.ts';

function wordsOf(text: string): readonly string[] {
  return text.replace(/([a-z\d])([A-Z])/g, '$1 $2').match(/[A-Za-z\d]+/g) ?? [];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function snakeCase(text: string): string {
  return wordsOf(text).join('_').toLowerCase();
}

export function kebabCase(text: string): string {
  return wordsOf(text).join('-').toLowerCase();
}

export function pascalCase(text: string): string {
  return wordsOf(text).map(capitalized).join('');
}

export function camelCase(text: string): string {
  const name = pascalCase(text);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Hands out each wanted name once and numbers the later ones; names that differ in case only count as one. */
export function uniqueNames(separator = '_'): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      name = `${wanted}${separator}${number}`;
    }
    taken.add(name.toLowerCase());
    return name;
  };
}

/** What an open region has to be, as a hint next to the default value. */
export const openRegionHint = 'The region of the virtual network.';

/** A group that has rules, ready to be written out. */
export interface Location {
  readonly region: string;
  /** Where that is so, a new group takes the region of its resource group, unless another one is set. */
  readonly isRegionOpen: boolean;
  /** Tells the location's names from another location's; empty where there is one location only. */
  readonly key: string;
  readonly isExisting: boolean;
  readonly isNew: boolean;
  readonly hasInlineRules: boolean;
  /** Name of the network security group: its own, or one to begin with. */
  readonly groupName: string;
  readonly isGroupNameKnown: boolean;
  readonly resourceGroup?: string;
  readonly rules: readonly ArmRule[];
}

/** The groups that have rules. */
export function locationsOf(groups: readonly RuleGroup[]): readonly Location[] {
  const filled = groups.filter((group) => group.rules.length > 0);
  const unique = uniqueNames('');
  return filled.map((group) => {
    const key =
      filled.length === 1 ? '' : unique(wordsOf(group.region).join('').toLowerCase() || 'location');
    return {
      region: group.region,
      isRegionOpen: group.isRegionOpen === true,
      key,
      isExisting: group.isExisting === true,
      isNew: group.isNew === true,
      hasInlineRules: group.hasInlineRules === true,
      groupName: group.name ?? kebabCase(`nsg apim ${key}`),
      isGroupNameKnown: group.name !== undefined,
      ...(group.resourceGroup !== undefined && { resourceGroup: group.resourceGroup }),
      rules: group.rules.map(toArmRule),
    };
  });
}

/** The resource group of all locations, or one for each where the input names different ones; undefined is unknown. */
export function resourceGroupsOf(locations: readonly Location[]): readonly ResourceGroup[] {
  const shared = new Set(locations.map(({ resourceGroup }) => resourceGroup)).size === 1;
  return locations.flatMap(({ key, resourceGroup: name }, index) =>
    shared && index > 0 ? [] : [{ key: shared ? '' : key, ...(name !== undefined && { name }) }],
  );
}

export interface ResourceGroup {
  /** Key of the location whose group it holds; empty where it holds all of them. */
  readonly key: string;
  readonly name?: string;
}

/** Which of the resource groups holds a location's group. */
export function resourceGroupKey(location: Location, groups: readonly ResourceGroup[]): string {
  return groups.length === 1 ? '' : location.key;
}
