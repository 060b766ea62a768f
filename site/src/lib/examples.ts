/** The example operations of the reference, run against the schema, and which types each of them meets. */

import {
  getNamedType,
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
  /** Pretty-printed JSON of the answer, long lists and texts cut. */
  readonly answer: string;
  readonly types: ReadonlySet<string>;
}

const operations = parse(text).definitions.filter(
  (definition) => definition.kind === Kind.OPERATION_DEFINITION,
);

/** All examples; run once, however many pages ask. */
export const examples: Promise<readonly ReferenceExample[]> = Promise.all(operations.map(run));

/** The example of a root field that gives the type, or else the first that meets it. */
export async function exampleOf(typeName: string): Promise<ReferenceExample> {
  const all = await examples;
  const example =
    all.find(({ field }) => rootTypeOf(field) === typeName) ??
    all.find(({ types }) => types.has(typeName));
  if (!example) throw new Error(`no example of the reference meets the type ${typeName}`);
  return example;
}

async function run(operation: OperationDefinitionNode): Promise<ReferenceExample> {
  const document = { kind: Kind.DOCUMENT, definitions: [operation] } as const;
  const answer = await execute<unknown, Record<string, never>>(document, {});
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) throw new Error('an example asks for one root field');
  return {
    field: root.name.value,
    operation: print(document),
    answer: JSON.stringify(shortened(answer), null, 2),
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
      },
    }),
  );
  return types;
}

const keptEntries = 2;
const keptCharacters = 400;

function shortened(value: unknown): unknown {
  if (typeof value === 'string' && value.length > keptCharacters) {
    return `${value.slice(0, keptCharacters)} …`;
  }
  if (Array.isArray(value)) {
    const kept = value.slice(0, keptEntries).map(shortened);
    return value.length > keptEntries ? [...kept, `… ${value.length - keptEntries} more`] : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shortened(part)]));
}
