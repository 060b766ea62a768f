/** What a document uses that the schema deprecates: fields and arguments, by coordinate, for a header of the response. */

import {
  type DocumentNode,
  type GraphQLArgument,
  type GraphQLField,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schema } from '../schema/index.ts';

type Element = GraphQLField<unknown, unknown> | GraphQLArgument;

const isDeprecated = (element: Element | null | undefined): boolean =>
  element?.deprecationReason != null;

/** A document without one of these fields uses nothing that is deprecated. */
const fieldNames: ReadonlySet<string> = new Set(
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values(type.getFields()))
    .filter((field) => [field, ...field.args].some(isDeprecated))
    .map(({ name }) => name),
);

/** "Check.path, Query.changes(since:)", each once and in order; undefined where there are none. The document must be valid. */
export function deprecatedNames(
  document: DocumentNode,
  fields: ReadonlySet<string>,
): string | undefined {
  if (fields.isDisjointFrom(fieldNames)) return undefined;
  const names = new Set<string>();
  const info = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(info, {
    Field({ name }) {
      if (isDeprecated(info.getFieldDef()))
        names.add(`${info.getParentType()?.name}.${name.value}`);
    },
    Argument({ name }) {
      if (!isDeprecated(info.getArgument())) return;
      names.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}(${name.value}:)`);
    },
  });
  visit(document, visitor);
  return names.size === 0 ? undefined : [...names].sort().join(', ');
}
