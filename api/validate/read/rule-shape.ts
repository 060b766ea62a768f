/**
 * A security rule in the shapes that Azure's tools print: nested under `properties` (Resource Manager) or flat (`az`,
 * PowerShell, which has lists in the singular fields). Values are taken as loosely as Azure takes them.
 */

import { z } from 'zod';
import { UserInputError } from '../../knowledge/user-input-error.ts';
import { describe } from './document-shape.ts';
import { described, pointer, type RawSecurityRule } from './raw-rule.ts';
import { get, isObject } from './unresolved.ts';

/** No custom rule can have these; an export may list the default rules among the others. */
const defaultPriorities = [65_000, 65_001, 65_500];

const word = z.union([z.string(), z.number().transform(String)]);
const text = word.nullish();
const texts = z.array(word).nullish();
const either = z.union([text, texts]);
const groups = z.array(z.unknown()).nullish();

const ruleShape = z.object({
  name: text,
  protocol: text,
  sourceAddressPrefix: either,
  sourceAddressPrefixes: texts,
  sourcePortRange: either,
  sourcePortRanges: texts,
  sourceApplicationSecurityGroups: groups,
  destinationAddressPrefix: either,
  destinationAddressPrefixes: texts,
  destinationPortRange: either,
  destinationPortRanges: texts,
  destinationApplicationSecurityGroups: groups,
  access: text,
  priority: text,
  direction: text,
});
const fields = Object.keys(ruleShape.shape);

/** One rule in Resource Manager's shape or in that of `az`. */
export function readRule(
  json: unknown,
  path: readonly (string | number)[],
  isDefault: boolean,
): RawSecurityRule {
  const properties = get(json, 'properties');
  const isNested = isObject(properties);
  const holder = isNested ? properties : json;
  const reading = isObject(json)
    ? ruleShape.safeParse({
        ...Object.fromEntries(fields.map((key) => [key, get(holder, key)])),
        name: get(json, 'name'),
      })
    : undefined;
  if (!reading?.success) {
    throw new UserInputError('not a security rule', {
      path,
      given: describe(json),
      accepted: ['an object with the fields of an Azure security rule, flat or under properties'],
    });
  }
  const rule = reading.data;
  const priority = /^\d+$/.test(rule.priority ?? '') ? Number(rule.priority) : Number.NaN;
  return {
    name: rule.name ?? '',
    ...described(get(holder, 'description')),
    priority: Number.isNaN(priority) ? (rule.priority ?? '') : priority,
    direction: rule.direction ?? '',
    access: rule.access ?? '',
    protocol: rule.protocol ?? '',
    source: {
      ...oneOrMore(rule.sourceAddressPrefix, rule.sourceAddressPrefixes),
      applicationSecurityGroups: rule.sourceApplicationSecurityGroups?.length ?? 0,
    },
    sourcePorts: oneOrMore(rule.sourcePortRange, rule.sourcePortRanges),
    destination: {
      ...oneOrMore(rule.destinationAddressPrefix, rule.destinationAddressPrefixes),
      applicationSecurityGroups: rule.destinationApplicationSecurityGroups?.length ?? 0,
    },
    destinationPorts: oneOrMore(rule.destinationPortRange, rule.destinationPortRanges),
    path: pointer(...path),
    fieldsPath: pointer(...path, ...(isNested ? ['properties'] : [])),
    isDefault: isDefault || defaultPriorities.includes(priority),
    listsHoldTags: false,
  };
}

/** A list in the singular field is what PowerShell prints; with one entry it is that entry. */
function oneOrMore(
  singular: string | readonly string[] | null | undefined,
  plural: readonly string[] | null | undefined,
) {
  if (typeof singular === 'string' || !singular) {
    return { singular: singular || undefined, plural: plural ?? [] };
  }
  const all = [...singular, ...(plural ?? [])];
  return all.length === 1 ? { singular: all[0], plural: [] } : { singular: undefined, plural: all };
}
