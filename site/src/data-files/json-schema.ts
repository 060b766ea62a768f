/** JSON Schema of a query's result, derived from the query and the GraphQL schema. */

import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { schema } from '../../../api/schema/index.ts';

/** The part of JSON Schema (2020-12) that results need. */
export interface JsonSchema {
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly format?: 'date';
  readonly const?: string | number;
  readonly pattern?: string;
  readonly examples?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const scalars: Readonly<Record<string, JsonSchema>> = {
  String: { type: 'string' },
  ID: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Date: { type: 'string', format: 'date' },
  JSON: { description: 'Any JSON value.' },
};

/** An object that has these properties, and perhaps others that a later version adds. */
export function objectOf(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties) };
}

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** The values of today are examples: a later version may have more. */
function enumSchema(type: GraphQLEnumType): JsonSchema {
  return {
    type: 'string',
    pattern: '^[A-Z][A-Z0-9_]*$',
    examples: type.getValues().map(({ name }) => name),
  };
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fields of a result by name. A field that is selected twice has the selections of both. */
function fieldsOf(selectionSets: readonly SelectionSetNode[], fragments: Fragments) {
  const fields = new Map<string, FieldNode[]>();
  for (const selection of selectionSets.flatMap(({ selections }) => selections)) {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      fields.set(name, [...(fields.get(name) ?? []), selection]);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (fragment === undefined) continue;
    for (const [name, nodes] of fieldsOf([fragment.selectionSet], fragments)) {
      fields.set(name, [...(fields.get(name) ?? []), ...nodes]);
    }
  }
  return fields;
}

function objectSchema(
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
): JsonSchema {
  const properties = [...fieldsOf(selectionSets, fragments)].map(([name, nodes]) => {
    const field = schema.getField(type, nodes[0]?.name.value ?? name);
    if (!field) throw new Error(`${type.name} has no field ${name}`);
    const inner = nodes.flatMap((node) => node.selectionSet ?? []);
    const value = valueSchema(field.type, inner, fragments);
    return [name, { ...(field.description && { description: field.description }), ...value }];
  });
  return objectOf(Object.fromEntries(properties));
}

function presentSchema(
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
): JsonSchema {
  if (isListType(type)) {
    return listOf(valueSchema(type.ofType, selectionSets, fragments));
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    return objectSchema(type, selectionSets, fragments);
  }
  if (isEnumType(type)) return enumSchema(type);
  const scalar = scalars[String(type)];
  if (scalar === undefined) throw new Error(`no JSON Schema for ${type}`);
  return scalar;
}

function valueSchema(
  type: GraphQLOutputType,
  selectionSets: readonly SelectionSetNode[],
  fragments: Fragments,
): JsonSchema {
  if (isNonNullType(type)) return presentSchema(type.ofType, selectionSets, fragments);
  return { anyOf: [presentSchema(type, selectionSets, fragments), { type: 'null' }] };
}

function fragmentsIn(query: DocumentNode): Fragments {
  return new Map(
    query.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
}

/** Schema of the whole result of a query. */
export function resultSchema(query: DocumentNode): JsonSchema {
  const operation = query.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const root = schema.getQueryType();
  if (operation?.kind !== Kind.OPERATION_DEFINITION || !root) throw new Error('no query');
  return objectSchema(root, [operation.selectionSet], fragmentsIn(query));
}

/** Schema of an object with the fields of a fragment. */
export function fragmentSchema(query: DocumentNode, name: string): JsonSchema {
  const fragments = fragmentsIn(query);
  const fragment = fragments.get(name);
  const type = schema.getType(fragment?.typeCondition.name.value ?? '');
  if (!fragment || !isObjectType(type)) throw new Error(`no fragment ${name}`);
  return objectSchema(type, [fragment.selectionSet], fragments);
}

/** Schema of the entries of a list that a field at the root of a result has. */
export function rowSchema(query: DocumentNode, field: string): JsonSchema {
  const items = resultSchema(query).properties?.[field]?.items;
  if (items === undefined) throw new Error(`${field} is not a list`);
  return items;
}
