/**
 * A security rule in the shapes that Azure's tools print: nested under `properties` (Resource Manager) or flat (`az`,
 * PowerShell, which has lists in the singular fields). Values are taken as loosely as Azure takes them. Groups have a
 * thousand rules of some twenty fields each, so these are read by hand.
 */

import type { InputAddresses, InputPorts, InputRule } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { pointer } from '../../../json-pointer.ts';
import { describe } from '../document-shape.ts';
import { get, isObject, type Path } from '../unresolved.ts';
import { addressFields, described, portFields, type RuleSide } from './input-rule.ts';

/** No custom rule can have these; an export may list the default rules among the others. */
const defaultPriorities: readonly (number | string)[] = [65_000, 65_001, 65_500];

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

type Fields = Readonly<Record<string, unknown>>;

/** As `get`, which is called only for what the rule does not have in this spelling; no object inherits these fields. */
function fieldOf(fields: Fields, key: string): unknown {
  const value = fields[key];
  return value === undefined ? get(fields, key) : value;
}

const textsOf = (list: readonly unknown[], refuse: Refuse): readonly string[] =>
  list.map((value) => wordOf(value, refuse));

/** A list in the singular field is what PowerShell prints; with one entry it is that entry. */
function valuesAt(
  fields: Fields,
  names: { readonly one: string; readonly several: string },
  refuse: Refuse,
): InputPorts {
  const one = fieldOf(fields, names.one);
  const list = listOf(fieldOf(fields, names.several), refuse);
  const more = list.length === 0 ? nothing : textsOf(list, refuse);
  if (!Array.isArray(one)) return { singular: textOf(one, refuse) || undefined, plural: more };
  const all = [...textsOf(one, refuse), ...more];
  return all.length === 1
    ? { singular: all[0], plural: nothing }
    : { singular: undefined, plural: all };
}

function addressesAt(fields: Fields, side: RuleSide, refuse: Refuse): InputAddresses {
  const { singular, plural } = valuesAt(fields, addressFields[side], refuse);
  const groups = listOf(fieldOf(fields, groupFields[side]), refuse);
  return {
    singular,
    plural,
    applicationSecurityGroups: groups.map((group) => JSON.stringify(group)),
  };
}

const groupFields = {
  source: 'sourceApplicationSecurityGroups',
  destination: 'destinationApplicationSecurityGroups',
} as const;

function priorityOf(value: unknown, refuse: Refuse): number | string {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  const text = textOf(value, refuse);
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** One rule in Resource Manager's shape or in that of `az`, with the path to it for an error, and the pointer. */
export function readRawRule(
  json: unknown,
  path: () => Path,
  isDefault: boolean,
  at: string = pointer(...path()),
): InputRule {
  const refuse: Refuse = () => {
    throw new InputError('not a security rule', {
      path: path(),
      given: describe(json),
      expected: ['an object with the fields of an Azure security rule, flat or under properties'],
    });
  };
  if (!isObject(json)) return refuse();
  const properties = get(json, 'properties');
  const isNested = isObject(properties);
  const fields = isNested ? properties : json;
  const priority = priorityOf(fieldOf(fields, 'priority'), refuse);
  return {
    name: textOf(fieldOf(json, 'name'), refuse),
    description: described(fieldOf(fields, 'description')),
    priority,
    direction: textOf(fieldOf(fields, 'direction'), refuse),
    access: textOf(fieldOf(fields, 'access'), refuse),
    protocol: textOf(fieldOf(fields, 'protocol'), refuse),
    source: addressesAt(fields, 'source', refuse),
    sourcePorts: valuesAt(fields, portFields.source, refuse),
    destination: addressesAt(fields, 'destination', refuse),
    destinationPorts: valuesAt(fields, portFields.destination, refuse),
    path: at,
    fieldsPath: isNested ? `${at}/properties` : at,
    isDefault: isDefault || defaultPriorities.includes(priority),
    listsHoldTags: false,
  };
}
