/** The example operations of the reference, run against the schema, and the types that each uses. */

import {
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { execute } from '../../../api/execute.ts';
import { schema } from '../../../api/schema/index.ts';
import text from '../reference/examples.graphql?raw';

export interface ReferenceExample {
  /** Name of the root field, for example portRules. */
  readonly field: string;
  readonly operation: string;
  /** Pretty-printed JSON of the response, with long lists and texts shortened. */
  readonly response: string;
  readonly types: ReadonlySet<string>;
}

const operations = parse(text).definitions.filter(
  (definition) => definition.kind === Kind.OPERATION_DEFINITION,
);

/** All examples, run once for all pages. */
export const examples: Promise<readonly ReferenceExample[]> = Promise.all(operations.map(run));

/** The example of a root field that returns the type, or else the first that uses it. */
export async function exampleOf(typeName: string): Promise<ReferenceExample> {
  const all = await examples;
  const example =
    all.find(({ field }) => rootTypeOf(field) === typeName) ??
    all.find(({ types }) => types.has(typeName));
  if (!example) throw new Error(`no example of the reference uses the type ${typeName}`);
  return example;
}

async function run(operation: OperationDefinitionNode): Promise<ReferenceExample> {
  const document = { kind: Kind.DOCUMENT, definitions: [operation] } as const;
  const response = await execute<unknown, Record<string, never>>(document, {});
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) throw new Error('an example asks for one root field');
  return {
    field: root.name.value,
    operation: print(document),
    response: JSON.stringify(shortened(response), null, 2),
    types: typesIn(operation),
  };
}

function rootTypeOf(field: string): string | undefined {
  const type = schema.getQueryType()?.getFields()[field]?.type;
  return type && getNamedType(type).name;
}

function typesIn(operation: OperationDefinitionNode): Set<string> {
  const types = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(info, {
      enter() {
        for (const type of [info.getType(), info.getInputType(), info.getParentType()]) {
          if (type) types.add(getNamedType(type).name);
        }
        for (const name of interfacesOf(info)) types.add(name);
      },
    }),
  );
  return types;
}

/** The interfaces that the field at this point belongs to. */
function interfacesOf(info: TypeInfo): readonly string[] {
  const [parent, field] = [info.getParentType(), info.getFieldDef()];
  if (!isObjectType(parent) || !field) return [];
  return parent
    .getInterfaces()
    .filter((one) => Object.hasOwn(one.getFields(), field.name))
    .map(({ name }) => name);
}

const maxEntries = 2;
const maxCharacters = 400;

function shortened(value: unknown): unknown {
  if (typeof value === 'string' && value.length > maxCharacters) {
    return `${value.slice(0, maxCharacters)} …`;
  }
  if (Array.isArray(value)) {
    const first = value.slice(0, maxEntries).map(shortened);
    return value.length > maxEntries ? [...first, `… ${value.length - maxEntries} more`] : first;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}
