/** The documented ports, and the typing errors that turn one of them into another number. */

import { catalog } from '../../../../data/index.ts';
import type { PortRuleStatement } from '../../../../data/model.ts';
import { memoize } from '../../../network/memoize.ts';
import { singlePort } from './custom-rule.ts';

export const portsOf = (row: PortRuleStatement) => [
  ...row.destinationPorts,
  ...row.optionalDestinationPorts,
];

/** Name of the tag at the row's far end. */
export function farEndOf(row: PortRuleStatement): string {
  return row.directions.includes('INBOUND') ? row.source : row.destination;
}

const rows = catalog.portRules.flatMap(({ statements }) => statements);

/** Every port that some row of some edition, or a list of endpoints, names by itself or as part of a range. */
const documented = new Set(
  [...rows.flatMap(portsOf), ...catalog.endpoints.flatMap(({ ports }) => ports)].flatMap(numbersOf),
);

function numbersOf(entry: string): number[] {
  const [first, last = first] = entry.split('-').map(Number);
  if (first === undefined || last === undefined || Number.isNaN(first)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function isDocumentedPort(port: number): boolean {
  return documented.has(port);
}

/** The rows of all editions by the ports that they name by themselves. */
const rowsByPort = Map.groupBy(
  rows.flatMap((row) => portsOf(row).map((entry) => ({ row, port: singlePort(entry) }))),
  ({ port }) => port,
);

/** True where some row of some edition names the port by itself for this far end. */
export const isSinglePortOf = (port: number, isFarEnd: (row: PortRuleStatement) => boolean) =>
  rowsByPort.get(port)?.some(({ row }) => isFarEnd(row)) === true;

/**
 * How a number differs from the documented one: two neighbors swapped (1343), the other digit of a pair doubled (1443
 * for 1433), a digit of a repetition left out (1000 for 10000), a digit typed twice (4433 for 443), any other digit
 * left out (143). The first three are too odd to be meant; the others may be ports of other services.
 */
export type Slip = 'swapped' | 'wrong-double' | 'repetition-short' | 'typed-twice' | 'left-out';

export const plainSlips: readonly Slip[] = ['swapped', 'wrong-double', 'repetition-short'];

export const slipOf = (port: number, right: number): Slip | undefined =>
  slipsOf(right).get(String(port));

/** What each slip makes of a documented port; the likeliest slip that makes a number counts. */
const slipsOf = memoize((right: number): ReadonlyMap<string | undefined, Slip> => {
  const wanted = String(right);
  const digits = [...wanted].map((_, index) => index);
  const without = (i: number) => wanted.slice(0, i) + wanted.slice(i + 1);
  const made: readonly (readonly [Slip, readonly (string | undefined)[]])[] = [
    ['left-out', digits.map(without)],
    ['typed-twice', digits.map((i) => wanted.slice(0, i + 1) + wanted.slice(i))],
    ['repetition-short', digits.filter((i) => wanted[i] === wanted[i + 1]).map(without)],
    ['wrong-double', digits.slice(2).map((i) => redoubled(wanted, i))],
    ['swapped', digits.slice(1).map((i) => swapped(wanted, i))],
  ];
  return new Map(made.flatMap(([slip, texts]) => texts.map((text) => [text, slip] as const)));
});

const swapped = (text: string, i: number) =>
  text[i] === text[i - 1]
    ? undefined
    : `${text.slice(0, i - 1)}${text[i]}${text[i - 1]}${text.slice(i + 1)}`;

/** 433 becomes 443, and 443 becomes 433; not for three or more equal digits. */
function redoubled(text: string, i: number): string | undefined {
  const [a, b, c] = text.slice(i - 2, i + 1);
  if (/(\d)\1\1/.test(text)) return undefined;
  const middle = a === b ? c : b === c ? a : undefined;
  return middle === undefined || a === c
    ? undefined
    : `${text.slice(0, i - 1)}${middle}${text.slice(i)}`;
}
