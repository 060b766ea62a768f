/** Functions of address prefixes, for IPv4; what is IPv6 is left unknown. */

import { Failure } from '../budget.ts';
import { toWhole } from '../conversions.ts';
import type { CallFunction } from '../evaluation.ts';
import type { Value } from '../values.ts';
import { type Context, shallow, textAt } from './kit.ts';

interface Prefix {
  readonly first: number;
  readonly length: number;
}

function parse(text: string, at: number): Prefix {
  const [, a, b, c, d, bits] =
    /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text) ?? [];
  const parts = [a, b, c, d].map(Number);
  const length = Number(bits);
  if (a === undefined || parts.some((part) => part > 255) || length > 32) {
    throw new Failure(
      `${JSON.stringify(text.slice(0, 50))} is not an address prefix such as 10.0.0.0/16`,
      at,
    );
  }
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  return { first: address - (address % 2 ** (32 - length)), length };
}

const addressText = (address: number) =>
  [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
const prefixText = ({ first, length }: Prefix) => `${addressText(first)}/${length}`;

const ofPrefix = (
  read: (prefix: Prefix, values: readonly Value[], context: Context) => Value,
): CallFunction =>
  shallow((values, context) => {
    const text = textAt(values, 0, context.at);
    return text.includes(':') ? context.unknown() : read(parse(text, context.at), values, context);
  });

function subnet(prefix: Prefix, bits: number, number: number, at: number): Prefix {
  const length = prefix.length + bits;
  const count = 2 ** bits;
  const index = number < 0 ? count + number : number;
  if (bits < 0 || length > 32 || index < 0 || index >= count) {
    throw new Failure(`${prefixText(prefix)} has no subnet ${number} with ${bits} bits more`, at);
  }
  return { first: prefix.first + index * 2 ** (32 - length), length };
}

/** Subnets of several sizes one behind the other, each at the next multiple of its size. */
function subnets(prefix: Prefix, values: readonly Value[], { at }: Context): Value {
  let next = prefix.first;
  const end = prefix.first + 2 ** (32 - prefix.length);
  return values.slice(1).map((value) => {
    const length = prefix.length + toWhole(value, at);
    const size = 2 ** (32 - length);
    const first = Math.ceil(next / size) * size;
    if (length > 32 || length <= prefix.length || first + size > end) {
      throw new Failure(`${prefixText(prefix)} has no room for these subnets`, at);
    }
    next = first + size;
    return prefixText({ first, length });
  });
}

function host({ first, length }: Prefix, values: readonly Value[], { at }: Context): Value {
  const count = 2 ** (32 - length);
  const number = toWhole(values[1] ?? null, at);
  const index = number < 0 ? count + number : number;
  if (index < 0 || index >= count) {
    throw new Failure(`${prefixText({ first, length })} has no host ${number}`, at);
  }
  return addressText(first + index);
}

export const networkFunctions: ReadonlyMap<string, CallFunction> = new Map([
  [
    'cidrsubnet',
    ofPrefix((prefix, values, { at }) => {
      const [bits, number] = [1, 2].map((index) => toWhole(values[index] ?? null, at)) as [
        number,
        number,
      ];
      return prefixText(subnet(prefix, bits, number, at));
    }),
  ],
  ['cidrsubnets', ofPrefix(subnets)],
  ['cidrhost', ofPrefix(host)],
  ['cidrnetmask', ofPrefix(({ length }) => addressText(2 ** 32 - 2 ** (32 - length)))],
]);
