/** Requests that look random and are the same in each run: valid documents of the schema, hostile values, broken bytes. */

import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { schema } from '../../api/schema/index.ts';

/** Lehmer's generator. */
let state = 20_260_420;

export function below(count: number): number {
  state = (state * 48_271) % 2_147_483_647;
  return state % count;
}

export function pick<T>(values: readonly T[]): T {
  return values[below(values.length)] as T;
}

function upTo<T>(most: number, make: () => T): T[] {
  return Array.from({ length: below(most + 1) }, make);
}

const texts = [
  '',
  ' ',
  '__proto__',
  'constructor',
  'toString',
  '*',
  "[parameters('x')]",
  '10.0.0.0/24',
  '10.0.0.1/24',
  '256.1.1.1',
  '::/0',
  'Internet',
  'Storage.WestEurope',
  '443',
  '0-65535',
  '65536',
  'westeurope',
  'West Europe',
  'chinaeast',
  '2026-04-30',
  '\u0000',
  '\ud800',
  '–',
  'x'.repeat(300),
  '9'.repeat(400),
];
const numbers = [0, -1, 1, 0.5, 3, 27, 100, 4096, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308];
const keys = [
  '__proto__',
  'constructor',
  'properties',
  'securityRules',
  'resources',
  'type',
  'name',
  'id',
  'values',
  'planned_values',
];

/** Any JSON, up to so many levels deep, with the keys that readers look for. */
function anyJson(levels: number): unknown {
  if (levels === 0 || below(3) === 0) return pick([null, true, ...texts, ...numbers]);
  if (below(2) === 0) return upTo(4, () => anyJson(levels - 1));
  return Object.fromEntries(upTo(4, () => [pick(keys), anyJson(levels - 1)]));
}

function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(' ')}]`;
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value) ?? 'null';
  }
  const fields = Object.entries(value).filter(([key]) => /^\w+$/.test(key));
  return `{${fields.map(([key, entry]) => `${key}: ${literal(entry)}`).join(' ')}}`;
}

function argument(type: GraphQLInputType, levels: number): string {
  if (isNonNullType(type)) return argument(type.ofType, levels);
  if (isListType(type)) return `[${upTo(2, () => argument(type.ofType, levels)).join(' ')}]`;
  if (isEnumType(type)) return pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const one = pick(fields);
    const input = fields.filter((field) =>
      type.isOneOf ? field === one : isNonNullType(field.type) || (levels > 0 && below(4) === 0),
    );
    return `{${input.map((field) => named(field, levels - 1)).join(' ')}}`;
  }
  switch (type.name) {
    case 'Int':
    case 'Float':
      return String(pick([1, 3, 27, 100, 4096]));
    case 'Boolean':
      return pick(['true', 'false']);
    case 'Date':
      return pick(['"2026-04-30"', '"2023-01-06"', '"1999-01-01"']);
    case 'JSON':
      return literal(anyJson(3));
    default:
      return JSON.stringify(pick(texts));
  }
}

function named({ name, type }: GraphQLArgument | GraphQLInputField, levels: number): string {
  return `${name}: ${argument(type, levels)}`;
}

function selections(type: GraphQLNamedType, levels: number): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(
    (field) => levels > 1 || !isObjectType(getNamedType(field.type)),
  );
  const chosen =
    fields.length === 0 ? [] : Array.from({ length: 1 + below(3) }, () => pick(fields));
  const texts = [...new Set(chosen)].map((field) => {
    const input = field.args.filter((arg) => isNonNullType(arg.type) || below(3) === 0);
    const args = input.length > 0 ? `(${input.map((arg) => named(arg, 3)).join(' ')})` : '';
    return `${field.name}${args}${selections(getNamedType(field.type), levels - 1)}`;
  });
  return ` { __typename ${texts.join(' ')} }`;
}

/** A document of the schema's own fields and values. */
export function randomDocument(): string {
  const mutation = schema.getMutationType();
  if (mutation && below(8) === 0) return `mutation${selections(mutation, 2)}`;
  const query = schema.getQueryType();
  return query ? selections(query, 3).trim() : '';
}

/** Bytes that are no text, no JSON, or JSON that is no request. */
export function randomBody(): Buffer {
  switch (below(5)) {
    case 0:
      return Buffer.from(upTo(200, () => below(256)));
    case 1:
      return Buffer.from(JSON.stringify(anyJson(4)) ?? '');
    case 2:
      return Buffer.from(JSON.stringify({ query: pick(texts), variables: anyJson(3) }));
    case 3:
      return Buffer.from(
        JSON.stringify({
          query: randomDocument(),
          [pick(keys)]: anyJson(2),
          extensions: anyJson(3),
        }),
      );
    default: {
      // A document of which a few bytes are others.
      const bytes = Buffer.from(JSON.stringify({ query: randomDocument() }));
      for (let times = below(4); times >= 0; times -= 1) {
        bytes[below(bytes.length)] = below(256);
      }
      return bytes;
    }
  }
}

/** A validation whose document is whatever comes. */
export function randomValidation(): Buffer {
  const region = pick(['westeurope', ...texts]);
  return Buffer.from(
    JSON.stringify({
      query: `mutation ($input: ValidateConfigInput!) {
        validateConfig(input: $input) { verdict findings { message path } remediation(format: BICEP) } }`,
      variables: {
        input: pick([
          { document: anyJson(5) },
          {
            deployment: {
              tier: 'PREMIUM',
              virtualNetworkType: 'INTERNAL',
              locations: [{ region, networkSecurityGroup: { document: anyJson(5) } }],
            },
          },
          anyJson(4),
        ]),
      },
    }),
  );
}
