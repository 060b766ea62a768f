/** Documents of groups that nobody would write: a response to each of them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import { runs } from '../../../support/runs.ts';
import { propertiesOf } from '../../../support/shapes.ts';
import { check, rule } from './checked-groups.ts';

describe('hostile documents', () => {
  /** A report or an error with words for the sender, never anything else. */
  function isAnswered(document: unknown): boolean {
    try {
      return JSON.stringify(check({ document })).length > 0;
    } catch (error) {
      if (error instanceof InputError)
        return error.path.join('/').startsWith('deployment/locations/0/networkSecurityGroup');
      throw error;
    }
  }

  const nested = (depth: number, wrap: (inner: unknown) => unknown) => {
    let document: unknown = [];
    for (let level = 0; level < depth; level += 1) document = wrap(document);
    return document;
  };

  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 1],
    ['a text', 'securityRules'],
    ['an empty object', {}],
    ['rules that are null', { securityRules: null }],
    ['rules that are an object', { securityRules: { 0: {} } }],
    ['properties that are null', { properties: null }],
    ['properties that are a list', { properties: [] }],
    ['a rule that is null', [null]],
    ['a rule that is a list', [[[]]]],
    ['a rule in a list too many', [[{ name: 'a' }]]],
    ['an object where a text belongs', [{ name: {} }]],
    ['a list where a text belongs', [{ name: 'a', priority: [100] }]],
    ['null in a list', [{ name: 'a', sourceAddressPrefixes: [null] }]],
    ['deep objects', nested(50_000, (properties) => ({ properties }))],
    ['deep lists', nested(50_000, (inner) => [inner])],
    ['a prototype', JSON.parse('{"__proto__": {"securityRules": []}, "constructor": {}}')],
    ['a rule with a prototype', JSON.parse('[{"__proto__": {"name": "a"}, "properties": null}]')],
    ['default rules that are a text', { securityRules: [], defaultSecurityRules: 'none' }],
  ])('%s', (_, document) => {
    expect(isAnswered(document)).toBe(true);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    ' ',
    '\u0000',
    '🦊',
    '[',
    '[]',
    '[[x]',
    '*'.repeat(9),
    'a'.repeat(1e6),
    '1'.repeat(1e6),
    ','.repeat(2000),
    '.'.repeat(1e6),
    ':'.repeat(1e6),
  ])('%s in every field of a rule', (text) => {
    const fields = Object.keys(propertiesOf(rule()));
    const lists = fields.filter((field) => /(es|Ranges)$/.test(field));
    const rules = [
      {
        name: text,
        ...Object.fromEntries(
          fields.filter((field) => !lists.includes(field)).map((field) => [field, text]),
        ),
      },
      { name: text, ...Object.fromEntries(lists.map((field) => [field, [text]])) },
    ];
    expect(isAnswered(rules)).toBe(true);
  });

  const scalar = fc.oneof(
    fc.constantFrom(
      '*',
      'Tcp',
      'Allow',
      'Outbound',
      'Storage',
      '10.0.0.0/8',
      '443',
      '',
      "[parameters('x')]",
    ),
    fc.string(),
    fc.double(),
    fc.constant(null),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const anyRule = fc.record(
    {
      name: scalar,
      ...Object.fromEntries(
        Object.keys(propertiesOf(rule())).map((field) => [
          field,
          fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
        ]),
      ),
      properties: scalar,
      sourceApplicationSecurityGroups: scalar,
    },
    { requiredKeys: [] },
  );

  it('whatever JSON they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => isAnswered(document)),
      runs(200),
    );
    const documents = fc.oneof(
      fc.array(anyRule, { maxLength: 4 }),
      fc.record({
        securityRules: fc.array(anyRule, { maxLength: 4 }),
        defaultSecurityRules: scalar,
      }),
      fc.record({
        properties: fc.record({
          securityRules: fc.array(fc.record({ name: scalar, properties: anyRule })),
        }),
      }),
    );
    fc.assert(
      fc.property(documents, (document) => isAnswered(document)),
      runs(250),
    );
  });
});
