/** Which group of a document is meant, and the limits that hold in every document. */

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import { maxPrefixes, maxRules } from '../../../../core/validate/read/network-security-group.ts';
import {
  asSiblings,
  azapi,
  block,
  exported,
  groupResource,
  groupType,
  idOf,
  type Json,
  management,
  ofInterface,
  other,
  partners,
  planned,
  plannedGroup,
  planOf,
  rg,
  template,
} from '../../../support/group-shapes.ts';
import { path, read } from './read-groups.ts';

describe('which group is meant', () => {
  const deep = (depth: number): Json => (depth === 0 ? [] : { properties: deep(depth - 1) });
  it.each<[string, Json, string, string[]]>([
    ['several groups', [exported, other], 'nsg, other', []],
    ['several groups of a template', template([groupResource({}), other]), 'nsg, other', []],
    [
      'several groups of a plan',
      planOf(plannedGroup([]), planned('azurerm_network_security_group', 'b', { name: 'b' })),
      'azurerm_network_security_group.b',
      [],
    ],
    ['rules of several groups', template([...asSiblings('a'), ...asSiblings('b')]), 'a, b', []],
    ['a plan without one', planOf(), 'no network security group', []],
    ['a template without one', template([]), 'no security rules', []],
    [
      'the group of an interface',
      { value: [{ ...ofInterface, effectiveSecurityRules: [] }] },
      'does not act on API Management',
      [],
    ],
    [
      'groups of two subnets',
      {
        value: ['a', 'b'].map((name) => ({
          association: { subnet: { id: idOf('virtualNetworks', `vnet/subnets/${name}`) } },
          effectiveSecurityRules: [],
        })),
      },
      'which of these groups',
      [],
    ],
    [
      'an effective rule that is none',
      { effectiveSecurityRules: [7] },
      'not a security rule',
      ['effectiveSecurityRules', 0 as never],
    ],
    [
      'rules that are a number',
      template([groupResource({ securityRules: 7 })]),
      'not a list',
      ['resources', 0 as never, 'properties', 'securityRules'],
    ],
    ['deep objects', deep(300), 'too deeply', []],
  ])('%s', (_, document, words, place) => {
    let error: unknown;
    try {
      read(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toContain(words);
    expect((error as InputError).path).toEqual([...path, 'document', ...place]);
  });
});

describe('limits hold in every document', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      name: `r${index}`,
      properties: { ...management.properties, priority: 100 + index },
    }));
  const wide = (count: number) => [
    {
      ...partners,
      properties: {
        ...partners.properties,
        sourceAddressPrefixes: Array.from(
          { length: count },
          (_, index) => `10.${index >> 8}.${index & 255}.0/24`,
        ),
      },
    },
  ];
  const documents: readonly (readonly [string, (list: Json[]) => Json])[] = [
    ['a template', (list) => template([groupResource({ securityRules: list })])],
    ['a plan', (list) => planOf(plannedGroup(list.map(block)))],
    [
      'azapi',
      (list) => planOf(azapi(groupType, 'nsg', rg, { properties: { securityRules: list } })),
    ],
    [
      'effective rules',
      (list) => ({
        effectiveSecurityRules: list.map(({ name, properties }) => ({ name, ...properties })),
      }),
    ],
  ];
  it.each(documents)('%s', (_, build) => {
    expect(read(build(many(maxRules)))).toHaveLength(maxRules);
    expect(() => read(build(many(maxRules + 1)))).toThrow('too many security rules');
    expect(read(build(wide(maxPrefixes)))).toHaveLength(1);
    expect(() => read(build(wide(maxPrefixes + 1)))).toThrow('too many source prefixes');
  });
});
