/** A plugin of graphql-codegen: each operation as its text, with the types of its result and its variables. */

import { Kind, type OperationDefinitionNode, print } from 'graphql';

interface Document {
  readonly document?: { readonly definitions: readonly { readonly kind: string }[] };
}

export function plugin(_schema: unknown, documents: readonly Document[]) {
  const operations = documents
    .flatMap(({ document }) => document?.definitions ?? [])
    .filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION);
  return {
    prepend: ["import { operation } from '../operation.ts';"],
    content: operations.map(operationText).join('\n'),
  };
}

function operationText(node: OperationDefinitionNode): string {
  const name = node.name?.value ?? '';
  const type = `${name}${node.operation === 'mutation' ? 'Mutation' : 'Query'}`;
  const variable = `${name.charAt(0).toLowerCase()}${name.slice(1)}Operation`;
  return `export const ${variable} = operation<${type}, ${type}Variables>(\`${print(node)}\`);\n`;
}
