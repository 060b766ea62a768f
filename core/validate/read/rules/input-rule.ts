/** A security rule as an input states it, before anything is decided about its values. */

import type { InputPorts, InputRule } from '../../../deployment.ts';
import { isExpression } from '../../../network/address-term.ts';

export type RuleSide = 'source' | 'destination';

export const portsAt = (raw: InputRule, side: RuleSide): InputPorts =>
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
export const addressField = (raw: InputRule, side: RuleSide): string =>
  addressFields[side][raw[side].singular === undefined ? 'several' : 'one'];

/** The field that holds a side's ports. */
export const portField = (raw: InputRule, side: RuleSide): string =>
  portFields[side][portsAt(raw, side).singular === undefined ? 'several' : 'one'];

/** JSON pointers to these fields. */
export const addressPath = (raw: InputRule, side: RuleSide): string =>
  `${raw.fieldsPath}/${addressField(raw, side)}`;
export const portPath = (raw: InputRule, side: RuleSide): string =>
  `${raw.fieldsPath}/${portField(raw, side)}`;

/** A rule's description where it has one that can be written down again. */
export const described = (text: unknown): string | undefined =>
  typeof text === 'string' && text.trim() !== '' && !isExpression(text) ? text : undefined;

/** The values of both fields. */
export function entriesOf({ singular, plural }: InputPorts): readonly string[] {
  if (singular !== undefined) {
    return plural.length === 0
      ? entriesIn(singular)
      : [...entriesIn(singular), ...plural.flatMap(entriesIn)];
  }
  return plural.every(isOneEntry) ? plural : plural.flatMap(entriesIn);
}

/** How many values both fields have. */
export const countEntries = ({ singular, plural }: InputPorts): number =>
  (singular === undefined ? 0 : countIn(singular)) +
  (plural.length === 0 ? 0 : plural.reduce((count, text) => count + countIn(text), 0));

const countIn = (text: string) => (text.includes(',') ? entriesIn(text).length : 1);

const isOneEntry = (text: string) => !text.includes(',') && text.trim() === text;

/** A few inputs write several values into one text, separated by commas. */
export function entriesIn(value: string): readonly string[] {
  const text = value.trim();
  if (!text.includes(',') || isExpression(text)) return [text];
  return text.split(',').map((entry) => entry.trim());
}
