/** From the arguments of a field to a value within them, as the path of an error has it. */

import { type ASTNode, BREAK, type DocumentNode, GraphQLError, Kind, visit } from 'graphql';

export type Path = readonly (string | number)[];

/** The path to a node, by what `visit` tells of it. */
function pathOf(
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

/** The path to the first wanted node that is in an argument; empty where there is none. */
export function argumentPath(document: DocumentNode, isWanted: (node: ASTNode) => boolean): Path {
  let path: Path = [];
  visit(document, {
    enter(node, key, parent, _, ancestors) {
      if (isWanted(node)) path = pathOf(key, parent, ancestors);
      return path.length > 0 ? BREAK : undefined;
    },
  });
  return path;
}

/** The error with the path to the value where a scalar of ours refuses a literal; any other as it is. */
export function withPath(document: DocumentNode, error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  if (extensions.code !== 'BAD_USER_INPUT' || extensions.path) return error;
  const path = argumentPath(document, (node) => node === nodes?.[0]);
  return path.length === 0
    ? error
    : new GraphQLError(message, { nodes, extensions: { ...extensions, path } });
}
