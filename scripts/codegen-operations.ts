/** A plugin of graphql-codegen: each operation as its text, with the types of its result and its variables. */

import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';

interface Document {
  readonly document?: { readonly definitions: readonly { readonly kind: string }[] };
}

export function plugin(_schema: unknown, documents: readonly Document[]) {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const operations = definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  const fragments = definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    prepend: ["import { operation } from '../operation.ts';"],
    content: operations.map((node) => operationText(node, fragments)).join('\n'),
  };
}

function operationText(
  node: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): string {
  const name = node.name?.value ?? '';
  const type = `${name}${node.operation === 'mutation' ? 'Mutation' : 'Query'}`;
  const variable = `${name.charAt(0).toLowerCase()}${name.slice(1)}Operation`;
  const text = [node, ...spreadIn(node, fragments)].map(print).join('\n\n');
  return `export const ${variable} = operation<${type}, ${type}Variables>(\`${text}\`);\n`;
}

/** The fragments that an operation spreads; no fragment of the client spreads another. */
function spreadIn(
  operation: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly FragmentDefinitionNode[] {
  const names = new Set<string>();
  visit(operation, { FragmentSpread: ({ name }) => void names.add(name.value) });
  return fragments.filter(({ name }) => names.has(name.value));
}
