/** The schema as a document: described throughout, and printed as it is. */

import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../api/schema/index.ts';
import { printed } from '../../api/schema/printed.ts';
import { schemaFile } from '../../scripts/print-schema.ts';
import { client } from '../support/client.ts';

const builtIn = ['Boolean', 'Float', 'ID', 'Int', 'String'];

interface Described {
  readonly name: string;
  readonly description?: string | null;
  readonly args?: readonly Described[];
}

type DescribedType = Described & {
  readonly [List in 'fields' | 'inputFields' | 'enumValues']: readonly Described[] | null;
};

function listOf(type: DescribedType, list: 'fields' | 'inputFields' | 'enumValues') {
  return type[list] ?? [];
}

async function introspect(): Promise<readonly DescribedType[]> {
  const { __schema } = await client().ask(getIntrospectionQuery({ inputValueDeprecation: true }));
  return __schema.types.filter(
    ({ name }: Described) => !name.startsWith('__') && !builtIn.includes(name),
  );
}

/** Every type, field, argument, enum value and input field, by coordinate. */
async function allDescribed(): Promise<[coordinate: string, description: string][]> {
  const entry = (coordinate: string, { description }: Described): [string, string] => [
    coordinate,
    description ?? '',
  ];
  return (await introspect()).flatMap((type) => [
    entry(type.name, type),
    ...listOf(type, 'fields').flatMap((field) => [
      entry(`${type.name}.${field.name}`, field),
      ...(field.args ?? []).map((argument) =>
        entry(`${type.name}.${field.name}(${argument.name})`, argument),
      ),
    ]),
    ...listOf(type, 'inputFields').map((field) => entry(`${type.name}.${field.name}`, field)),
    ...listOf(type, 'enumValues').map((value) => entry(`${type.name}.${value.name}`, value)),
  ]);
}

describe('the schema', () => {
  it('describes everything', async () => {
    const entries = await allDescribed();
    expect(entries.length).toBeGreaterThan(300);
    expect(entries.filter(([, description]) => description === '')).toEqual([]);
  });

  it('describes in sentences', async () => {
    const offenders = (await allDescribed()).filter(
      ([, description]) => !/^["'*A-Z0-9<]/i.test(description) || !description.endsWith('.'),
    );
    expect(offenders).toEqual([]);
  });

  it('answers the introspection query that GraphiQL sends', async () => {
    const query = getIntrospectionQuery({
      schemaDescription: true,
      inputValueDeprecation: true,
      directiveIsRepeatable: true,
      specifiedByUrl: true,
    });
    const { __schema } = await client().ask(query);
    expect(__schema.queryType.name).toBe('Query');
  });
});

describe('api/schema.graphql', () => {
  it('is what the code says; `npm run codegen` rewrites it', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(printed(schema));
  });

  it('begins by saying where it comes from', () => {
    expect(printed(schema)).toMatch(
      /^# Generated from api\/schema by `npm run codegen`; do not edit\.\n/,
    );
  });
});
