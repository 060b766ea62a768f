/** A security rule as an input states it, before anything is decided about its values. */

import { isExpression } from '../../../network/address-term.ts';

/** One side's ports, with the fields they stood in. */
export interface RawPorts {
  readonly singular: string | undefined;
  readonly plural: readonly string[];
}

export interface RawAddresses extends RawPorts {
  readonly applicationSecurityGroups: number;
}

export interface RawSecurityRule {
  readonly name: string;
  /** Undefined where it is empty or open. */
  readonly description: string | undefined;
  /** A text where the input holds a template expression, or nothing that could be a number. */
  readonly priority: number | string;
  readonly direction: string;
  readonly access: string;
  readonly protocol: string;
  readonly source: RawAddresses;
  readonly sourcePorts: RawPorts;
  readonly destination: RawAddresses;
  readonly destinationPorts: RawPorts;
  /** JSON pointer to the rule. */
  readonly path: string;
  /** JSON pointer to the object that holds its fields: the rule, or its `properties`. */
  readonly fieldsPath: string;
  /** True for the six rules that Azure adds and an export repeats. */
  readonly isDefault: boolean;
  /** Field-by-field input has one list for both of Resource Manager's fields, so tags may stand in it. */
  readonly listsHoldTags: boolean;
  /** Name of the Terraform resource that the rule is; absent where the resource is several, and for a block. */
  readonly terraformName?: string;
  /** Set where the rule is a block within its group in Terraform. */
  readonly isBlock?: true;
}

export type RuleSide = 'source' | 'destination';

export const portsAt = (raw: RawSecurityRule, side: RuleSide): RawPorts =>
  side === 'source' ? raw.sourcePorts : raw.destinationPorts;

/** The fields of Resource Manager for one value and for several. */
export const addressFields = {
  source: { one: 'sourceAddressPrefix', several: 'sourceAddressPrefixes' },
  destination: { one: 'destinationAddressPrefix', several: 'destinationAddressPrefixes' },
} as const;
export const portFields = {
  source: { one: 'sourcePortRange', several: 'sourcePortRanges' },
  destination: { one: 'destinationPortRange', several: 'destinationPortRanges' },
} as const;

/** The field that holds a side's addresses. */
export const addressField = (raw: RawSecurityRule, side: RuleSide): string =>
  addressFields[side][raw[side].singular === undefined ? 'several' : 'one'];

/** The field that holds a side's ports. */
export const portField = (raw: RawSecurityRule, side: RuleSide): string =>
  portFields[side][portsAt(raw, side).singular === undefined ? 'several' : 'one'];

/** JSON pointers to these fields. */
export const addressPath = (raw: RawSecurityRule, side: RuleSide): string =>
  `${raw.fieldsPath}/${addressField(raw, side)}`;
export const portPath = (raw: RawSecurityRule, side: RuleSide): string =>
  `${raw.fieldsPath}/${portField(raw, side)}`;

/** A rule's description where it has one that can be written down again. */
export const described = (text: unknown): string | undefined =>
  typeof text === 'string' && text.trim() !== '' && !isExpression(text) ? text : undefined;

/** The beginning of a text that is quoted in a message. */
export function quoted(text: string): string {
  const limit = 80;
  return text.length > limit ? `"${text.slice(0, limit)}…"` : `"${text}"`;
}

/** The values of both fields. */
export function entriesOf({ singular, plural }: RawPorts): readonly string[] {
  if (singular !== undefined) {
    return plural.length === 0
      ? entriesIn(singular)
      : [...entriesIn(singular), ...plural.flatMap(entriesIn)];
  }
  return plural.every(isOneEntry) ? plural : plural.flatMap(entriesIn);
}

const isOneEntry = (text: string) => !text.includes(',') && text.trim() === text;

/** A few inputs write several values into one text, parted by commas. */
export function entriesIn(value: string): readonly string[] {
  const text = value.trim();
  if (!text.includes(',') || isExpression(text)) return [text];
  return text.split(',').map((entry) => entry.trim());
}

/** Escapes a key for use in a JSON pointer. */
export function pointer(...keys: readonly (string | number)[]): string {
  let path = '';
  for (const key of keys) {
    const isPlain = typeof key === 'number' || !/[~/]/.test(key);
    path += `/${isPlain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return path;
}

/** The keys of a JSON pointer; a whole number is an index. */
export function keysOf(path: string): (string | number)[] {
  return path
    .split('/')
    .slice(1)
    .map((key) => {
      if (/^(0|[1-9]\d{0,8})$/.test(key)) return Number(key);
      return key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key;
    });
}
