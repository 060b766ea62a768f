/** From the arguments of a field to a value within them, as the path of an error has it. */

import { BREAK, type DocumentNode, GraphQLError, Kind, type ValueNode, visit } from 'graphql';

export type Path = readonly (string | number)[];

type IsWanted = (value: ValueNode) => boolean;

function pathWithin(value: ValueNode, isWanted: IsWanted): Path | undefined {
  if (isWanted(value)) return [];
  const fields = value.kind === Kind.OBJECT ? value.fields : [];
  const parts: (readonly [string | number, ValueNode])[] =
    value.kind === Kind.LIST
      ? [...value.values.entries()]
      : fields.map((field) => [field.name.value, field.value]);
  for (const [key, part] of parts) {
    const path = pathWithin(part, isWanted);
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}

/** The path to the first wanted value that is in an argument; empty where there is none. */
export function argumentPath(document: DocumentNode, isWanted: IsWanted): Path {
  let path: Path = [];
  visit(document, {
    Argument({ name, value }) {
      const within = pathWithin(value, isWanted);
      if (within === undefined) return undefined;
      path = [name.value, ...within];
      return BREAK;
    },
  });
  return path;
}

/** The error with the path to the value where a scalar of ours refuses a literal; any other as it is. */
export function withPath(document: DocumentNode, error: GraphQLError): GraphQLError {
  const { message, nodes, extensions } = error;
  if (extensions.code !== 'BAD_USER_INPUT' || extensions.path) return error;
  const path = argumentPath(document, (value) => value === nodes?.[0]);
  return path.length === 0
    ? error
    : new GraphQLError(message, { nodes, extensions: { ...extensions, path } });
}
