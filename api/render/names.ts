/** Names in generated code: identifiers made from the names of rules and regions, unique in their output. */

import { type ArmRule, type RuleGroup, toArmRule } from './security-rule.ts';

function words(text: string): readonly string[] {
  return text.replace(/([a-z\d])([A-Z])/g, '$1 $2').match(/[A-Za-z\d]+/g) ?? [];
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function snakeCase(text: string): string {
  return words(text).join('_').toLowerCase();
}

export function kebabCase(text: string): string {
  return words(text).join('-').toLowerCase();
}

export function pascalCase(text: string): string {
  return words(text).map(capitalized).join('');
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

/** A group that has rules, ready to be written out. */
export interface Location {
  readonly region: string;
  /** Tells the location's names from another location's; empty where there is one location only. */
  readonly key: string;
  readonly isExisting: boolean;
  readonly rules: readonly ArmRule[];
}

/** The groups that have rules. */
export function locationsOf(groups: readonly RuleGroup[]): readonly Location[] {
  const filled = groups.filter((group) => group.rules.length > 0);
  const unique = uniqueNames('');
  return filled.map((group) => ({
    region: group.region,
    key:
      filled.length === 1 ? '' : unique(words(group.region).join('').toLowerCase() || 'location'),
    isExisting: group.isExisting === true,
    rules: group.rules.map(toArmRule),
  }));
}

/** Default name of a location's network security group. */
export function networkSecurityGroupName(location: Location): string {
  return kebabCase(`nsg apim ${location.key}`);
}
