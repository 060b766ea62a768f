/** The schema against the contract: everything that other tools count on is there, with the same types and defaults. */

import { readFileSync } from 'node:fs';
import {
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  printSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../api/schema/index.ts';

type Field = FieldDefinitionNode | InputValueDefinitionNode;

/** Facts about a schema by coordinate: "Query.region(name)" to "String!". */
function coordinates(sdl: string): Map<string, string> {
  const actual = new Map<string, string>();

  function addField(owner: string, field: Field): void {
    const name = `${owner}.${field.name.value}`;
    if (field.kind === Kind.FIELD_DEFINITION) {
      actual.set(name, print(field.type));
      for (const argument of field.arguments ?? []) {
        actual.set(`${name}(${argument.name.value})`, inputOf(argument));
      }
    } else {
      actual.set(name, inputOf(field));
    }
  }

  function add(definition: DefinitionNode): void {
    if (!('name' in definition) || !definition.name) return;
    const name = definition.name.value;
    const directives = 'directives' in definition ? (definition.directives ?? []) : [];
    const oneOf = directives.some((directive) => directive.name.value === 'oneOf') ? ' @oneOf' : '';
    actual.set(name, `${definition.kind}${oneOf}`);
    if ('values' in definition) {
      for (const value of definition.values ?? []) {
        actual.set(`${name}.${value.name.value}`, value.kind);
      }
    }
    if ('fields' in definition) {
      for (const field of definition.fields ?? []) addField(name, field);
    }
  }

  for (const definition of parse(sdl).definitions) add(definition);
  return actual;
}

function inputOf({ type, defaultValue }: InputValueDefinitionNode): string {
  return defaultValue ? `${print(type)} = ${print(defaultValue)}` : print(type);
}

const real = coordinates(printSchema(schema));

function differences(contract: ReadonlyMap<string, string>): string[] {
  return [...contract].flatMap(([name, promised]) => {
    const there = real.get(name);
    return there === promised ? [] : [`${name}: ${promised}, there is ${there ?? 'nothing'}`];
  });
}

/** Arguments and input fields beyond the contract that a client of the contract would have to give. */
function demands(contract: ReadonlyMap<string, string>): string[] {
  return [...real].flatMap(([name, type]) => {
    const owner = name.includes('(') ? name.slice(0, name.indexOf('(')) : name.split('.')[0];
    const isInput = name.includes('(') || contract.get(owner ?? '')?.startsWith('InputObject');
    const isNew = contract.has(owner ?? '') && !contract.has(name);
    return isInput && isNew && type.endsWith('!') ? [`${name}: ${type}`] : [];
  });
}

describe('the contract', () => {
  const contract = coordinates(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));

  it('holds', () => {
    expect(differences(contract)).toEqual([]);
  });

  it('is not made harder to meet', () => {
    expect(demands(contract)).toEqual([]);
  });

  it('has enums whose values are all of them', () => {
    const enums = [...contract].filter(([, kind]) => kind === Kind.ENUM_TYPE_DEFINITION);
    const offenders = enums.flatMap(([name]) =>
      [...real.keys()].filter((value) => value.startsWith(`${name}.`) && !contract.has(value)),
    );
    expect(offenders, 'a new value that is meant belongs in contract.graphql').toEqual([]);
  });
});
