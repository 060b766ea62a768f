/** Our schema for servers that need graphql 16: built from its text, with the resolvers and values of the original. */

import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  isEnumType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { schema as original } from '../api/schema/index.ts';

interface OriginalType {
  getFields(): Record<string, { resolve?: never }>;
  getValues(): { name: string; value: unknown }[];
  coerceOutputValue: never;
  coerceInputValue: never;
}

function copyResolvers(type: GraphQLObjectType, from: OriginalType): void {
  const fields = from.getFields();
  for (const field of Object.values(type.getFields())) {
    const resolve = fields[field.name]?.resolve;
    if (resolve) field.resolve = resolve;
  }
}

function requireSameValues(type: GraphQLEnumType, from: OriginalType): void {
  const values = new Map(from.getValues().map(({ name, value }) => [name, value]));
  if (type.getValues().some(({ name }) => values.get(name) !== name)) {
    throw new Error(`${type.name} has values that are not its names`);
  }
}

function copyCoercion(type: GraphQLScalarType, from: OriginalType): void {
  type.serialize = from.coerceOutputValue;
  type.parseValue = from.coerceInputValue;
}

export function schemaOfGraphQL16(): GraphQLSchema {
  const schema = buildSchema(
    readFileSync(new URL('../api/schema.graphql', import.meta.url), 'utf8'),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const from = original.getType(type.name) as unknown as OriginalType;
    if (isObjectType(type)) copyResolvers(type, from);
    if (isEnumType(type)) requireSameValues(type, from);
    if (isScalarType(type) && ['Date', 'JSON'].includes(type.name)) copyCoercion(type, from);
  }
  return schema;
}
