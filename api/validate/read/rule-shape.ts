/**
 * A security rule in the shapes that Azure's tools print: nested under `properties` (Resource Manager) or flat (`az`,
 * PowerShell, which has lists in the singular fields). Values are taken as loosely as Azure takes them. Groups have a
 * thousand rules of some twenty fields each, so these are read by hand.
 */

import { UserInputError } from '../../knowledge/user-input-error.ts';
import { describe } from './document-shape.ts';
import { described, pointer, type RawSecurityRule } from './raw-rule.ts';
import { get, isObject } from './unresolved.ts';

/** No custom rule can have these; an export may list the default rules among the others. */
const defaultPriorities = [65_000, 65_001, 65_500];

/** Called with the first value that no rule can have. */
type Refuse = () => never;

/** A text; tools write some as numbers. */
function wordOf(value: unknown, refuse: Refuse): string {
  if (typeof value === 'string') return value;
  return Number.isFinite(value) ? String(value) : refuse();
}

/** Empty where nothing is given. */
function textOf(value: unknown, refuse: Refuse): string {
  return value === undefined || value === null ? '' : wordOf(value, refuse);
}

const nothing: readonly string[] = [];

function listOf(value: unknown, refuse: Refuse): readonly unknown[] {
  if (value === undefined || value === null) return nothing;
  return Array.isArray(value) ? value : refuse();
}

/** A list in the singular field is what PowerShell prints; with one entry it is that entry. */
function oneOrMore(one: unknown, more: unknown, refuse: Refuse) {
  const list = listOf(more, refuse);
  const plural = list.length === 0 ? nothing : list.map((value) => wordOf(value, refuse));
  if (!Array.isArray(one)) return { singular: textOf(one, refuse) || undefined, plural };
  const all = [...one.map((value) => wordOf(value, refuse)), ...plural];
  return all.length === 1 ? { singular: all[0], plural: [] } : { singular: undefined, plural: all };
}

/** One rule in Resource Manager's shape or in that of `az`. */
export function readRawRule(
  json: unknown,
  path: readonly (string | number)[],
  isDefault: boolean,
): RawSecurityRule {
  const refuse: Refuse = () => {
    throw new UserInputError('not a security rule', {
      path,
      given: describe(json),
      accepted: ['an object with the fields of an Azure security rule, flat or under properties'],
    });
  };
  if (!isObject(json)) return refuse();
  const properties = get(json, 'properties');
  const isNested = isObject(properties);
  const holder = isNested ? properties : json;
  const text = (field: string) => textOf(get(holder, field), refuse);
  const values = (one: string, more: string) =>
    oneOrMore(get(holder, one), get(holder, more), refuse);
  const groups = (field: string) => listOf(get(holder, field), refuse).length;
  const priority = text('priority');
  const number = /^\d+$/.test(priority) ? Number(priority) : undefined;
  const pointerToRule = pointer(...path);
  return {
    name: textOf(get(json, 'name'), refuse),
    ...described(get(holder, 'description')),
    priority: number ?? priority,
    direction: text('direction'),
    access: text('access'),
    protocol: text('protocol'),
    source: {
      ...values('sourceAddressPrefix', 'sourceAddressPrefixes'),
      applicationSecurityGroups: groups('sourceApplicationSecurityGroups'),
    },
    sourcePorts: values('sourcePortRange', 'sourcePortRanges'),
    destination: {
      ...values('destinationAddressPrefix', 'destinationAddressPrefixes'),
      applicationSecurityGroups: groups('destinationApplicationSecurityGroups'),
    },
    destinationPorts: values('destinationPortRange', 'destinationPortRanges'),
    path: pointerToRule,
    fieldsPath: isNested ? `${pointerToRule}/properties` : pointerToRule,
    isDefault: isDefault || (number !== undefined && defaultPriorities.includes(number)),
    listsHoldTags: false,
  };
}
