/** From the arguments of a field to a value within them, as the path of an error has it. */

import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

export type Path = readonly (string | number)[];

/** The path to a node, by what `visit` tells of it. */
export function argumentPath(
  key: string | number | undefined,
  parent: ASTNode | readonly ASTNode[] | undefined,
  ancestors: readonly (ASTNode | readonly ASTNode[])[],
): Path {
  const nodes = [...ancestors, ...(parent ? [parent] : [])];
  return nodes.flatMap((node, index): Path => {
    if ('kind' in node) {
      return node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD
        ? [node.name.value]
        : [];
    }
    // The values of a list; the lists of arguments and fields have names.
    const owner = nodes[index - 1];
    const child = nodes[index + 1];
    if (owner === undefined || !('kind' in owner) || owner.kind !== Kind.LIST) return [];
    return [child === undefined ? Number(key) : node.indexOf(child as never)];
  });
}

function pathTo(document: DocumentNode, wanted: ASTNode): Path {
  let path: Path = [];
  visit(document, {
    enter(node, key, parent, _, ancestors) {
      if (node === wanted) path = argumentPath(key, parent, ancestors);
    },
  });
  return path;
}

/** The error with the path to the value where a scalar of ours refuses a literal; any other as it is. */
export function withPath(document: DocumentNode, error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  const [node] = nodes ?? [];
  if (extensions.code !== 'BAD_USER_INPUT' || extensions.path || !node) return error;
  const path = pathTo(document, node);
  return path.length === 0
    ? error
    : new GraphQLError(message, { nodes, extensions: { ...extensions, path } });
}
