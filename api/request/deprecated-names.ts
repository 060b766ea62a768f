/** What a document uses that the schema deprecates: fields and arguments, by coordinate. */

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

/** Longer lists end with a count: proxies refuse long headers. */
const maxLength = 400;

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

/** Check.path and Query.changes(since:), each once and in order; the document must be valid. */
export function deprecatedNames(
  document: DocumentNode,
  fields: ReadonlySet<string>,
): readonly string[] {
  if (fields.isDisjointFrom(fieldNames)) return [];
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
  return [...names].sort();
}

/** The names as the value of a header; undefined where there are none. */
export function headerOf(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const all = names.join(', ');
  if (all.length <= maxLength) return all;
  const shown = all.slice(0, maxLength).split(', ').slice(0, -1);
  return `${shown.join(', ')}, and ${names.length - shown.length} more`;
}
