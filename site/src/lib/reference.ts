/** The schema for its reference: types by kind, how a type is written, where it is used. */

import type { ReferenceQuery } from '../generated/queries.ts';
import { slug } from './sentences.ts';

export type SchemaType = ReferenceQuery['__schema']['types'][number];
export type SchemaField = NonNullable<SchemaType['fields']>[number];

export interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType?: TypeReference | null;
}

const builtIn = /^(__.*|Boolean|Float|ID|Int|String)$/;

/** In the order of the page. */
export const kinds: readonly { kind: string; title: string }[] = [
  { kind: 'OBJECT', title: 'Object types' },
  { kind: 'INTERFACE', title: 'Interfaces' },
  { kind: 'INPUT_OBJECT', title: 'Input types' },
  { kind: 'ENUM', title: 'Enums' },
  { kind: 'SCALAR', title: 'Scalars' },
];

export function typesOf({ __schema }: ReferenceQuery): SchemaType[] {
  return __schema.types
    .filter(({ name }) => !builtIn.test(name ?? ''))
    .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

/** PortRule in [PortRule!]! */
export function innermost(type: TypeReference): string {
  return type.ofType ? innermost(type.ofType) : (type.name ?? '');
}

/** The text before and after the name: [ and !]! */
export function wrapping(type: TypeReference): readonly [string, string] {
  if (!type.ofType) return ['', ''];
  const [before, after] = wrapping(type.ofType);
  return type.kind === 'LIST' ? [`[${before}`, `${after}]`] : [before, `${after}!`];
}

/** Address of a type's page; undefined for GraphQL's own types. */
export function pathOf(name: string): string | undefined {
  return builtIn.test(name) ? undefined : `/reference/${slug(name)}/`;
}

export interface Use {
  readonly text: string;
  readonly path: string;
}

/** Fields that return a type, and fields and input types that take it. */
export function usesOf(name: string, types: readonly SchemaType[]): Use[] {
  return types.flatMap((type) => {
    const owner = type.name ?? '';
    const fields = (type.fields ?? []).filter((field) =>
      [field.type, ...field.args.map((argument) => argument.type)].some(
        (reference) => innermost(reference) === name,
      ),
    );
    const inputs = (type.inputFields ?? []).filter((field) => innermost(field.type) === name);
    return [...fields, ...inputs].map((field) => ({
      text: `${owner}.${field.name}`,
      path: `/reference/${slug(owner)}/#${field.name.toLowerCase()}`,
    }));
  });
}
