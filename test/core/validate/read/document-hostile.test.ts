/** Documents that nobody would write: a response to each of them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../core/input-error.ts';
import { patience, runs } from '../../../support/runs.ts';
import { check, type Json, load, type Name, names } from './sample-documents.ts';

describe('hostile documents', () => {
  function isAnswered(document: unknown): boolean {
    try {
      return JSON.stringify(check(document)).length > 0;
    } catch (error) {
      if (error instanceof InputError) {
        return error.path[0] === 'document' && error.message.length < 3000;
      }
      throw error;
    }
  }

  function nested(depth: number, wrap: (inner: Json) => Json, inner: Json = []): Json {
    let value = inner;
    for (let level = 0; level < depth; level += 1) value = wrap(value);
    return value;
  }
  const withVariables = (variables: Json, used: string) =>
    load('symbolic-names', (template) => {
      template.variables = variables;
      template.resources.nsg.properties.securityRules = `[variables('${used}')]`;
    });
  const chain = (length: number, next: (before: string) => Json, start: Json) =>
    Object.fromEntries(
      Array.from({ length }, (_, index) => [
        `v${index}`,
        index === 0 ? start : next(`variables('v${index - 1}')`),
      ]),
    );
  const deployments = (inner: Json) => [
    {
      type: 'Microsoft.Resources/deployments',
      name: 'a',
      properties: { template: { resources: inner } },
    },
  ];

  it.each<[string, Json]>([
    ['deep lists', nested(50_000, (inner) => [inner])],
    ['deep resources', { resources: nested(50_000, (inner) => [{ resources: inner }]) }],
    ['deep deployments', { resources: nested(500, deployments) }],
    ['nested deployments, one too many', { resources: nested(22, deployments) }],
    [
      'deep fields of a plan',
      load('plan-inline-rules', ({ planned_values: { root_module } }) => {
        const [rule] = root_module.resources[2].values.security_rule;
        rule.name = nested(50_000, (inner) => [inner]);
      }),
    ],
    ['deep values', withVariables({ v: nested(50_000, (inner) => [inner]) }, 'v')],
    ['deep parentheses', withVariables({ v: `[${'not('.repeat(9000)}` }, 'v')],
    ['deep members', withVariables({ v: `[variables('w')${'.a'.repeat(9000)}]` }, 'v')],
    [
      'deep modules',
      {
        planned_values: { root_module: nested(5000, (inner) => ({ child_modules: [inner] }), {}) },
      },
    ],
    [
      'modules that refer to modules',
      load('plan-inline-rules', ({ configuration: { root_module } }) => {
        const references = Array(20).fill('module.m.o');
        const { virtual_network_configuration: blocks } = root_module.resources[4].expressions;
        blocks[0].subnet_id.references = references;
        root_module.module_calls = nested(
          12,
          (module_calls) => ({
            m: { module: { module_calls, outputs: { o: { expression: { references } } } } },
          }),
          {},
        );
      }),
    ],
    ['a circle', withVariables({ v: "[variables('w')]", w: "[concat(variables('v'), 'a')]" }, 'v')],
    [
      'a long chain',
      withVariables(
        chain(5000, (before) => `[${before}]`, []),
        'v4999',
      ),
    ],
    [
      'doubling texts',
      withVariables(
        chain(60, (v) => `[concat(${v}, ${v})]`, 'aaaa'),
        'v59',
      ),
    ],
    [
      'doubling lists',
      withVariables(
        chain(60, (v) => `[concat(${v}, ${v})]`, [1, 2]),
        'v59',
      ),
    ],
    [
      'doubling nests',
      withVariables(
        chain(60, (v) => [`[${v}]`, `[${v}]`], [1]),
        'v59',
      ),
    ],
    [
      'doubling open parts',
      withVariables(
        chain(60, (v) => `[concat(${v}, ${v})]`, '[resourceGroup().id]'),
        'v59',
      ),
    ],
    [
      'many copies of copies',
      {
        resources: [
          {
            type: 'Microsoft.Resources/deployments',
            name: 'a',
            copy: { name: 'a', count: 800 },
            properties: {
              template: {
                resources: [{ type: 'a/b', name: 'a', copy: { name: 'b', count: 800 } }],
              },
            },
          },
        ],
      },
    ],
    [
      'a prototype',
      JSON.parse('{"resources": {"__proto__": {"type": "a/b", "name": "c"}}, "__proto__": {}}'),
    ],
    ['names of every object', withVariables({}, 'constructor')],
    ['rules in thousands', withVariables({ v: '[range(0, 1001)]' }, 'v')],
    ['a lone surrogate', withVariables({ v: "[uniqueString('\ud800', resourceGroup().id)]" }, 'v')],
  ])('%s are answered', (_, document) => {
    expect(isAnswered(document)).toBe(true);
  });

  const places = names.flatMap((name) => {
    const actual: { name: Name; keys: (string | number)[] }[] = [];
    const walk = (value: Json, keys: (string | number)[]) => {
      actual.push({ name, keys });
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys(value)) {
        walk(value[key], [...keys, Array.isArray(value) ? Number(key) : key]);
      }
    };
    walk(load(name), []);
    return actual.filter(({ keys }) => keys.length > 0);
  });
  const values: Json[] = [
    ...[
      null,
      undefined,
      '',
      'x',
      '[',
      '[]',
      '[x',
      "[parameters('x')]",
      0,
      -1,
      1e9,
      0.5,
      true,
      [],
      {},
    ],
    ...[[null], [[]], ['*'], { properties: null }, { id: 7 }, { properties: { template: [] } }],
    "[reference('nsg', '2024-05-01', 'full')]",
    '[resourceGroup().location]',
  ];

  it(
    'whatever value is changed',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 3 }),
          fc.constantFrom(...values),
          (changes, value) => {
            const name = changes[0]?.name as Name;
            const document = load(name, (whole) => {
              for (const { keys } of changes.filter((change) => change.name === name)) {
                const owner = keys.slice(0, -1).reduce((part, key) => part?.[key], whole);
                if (typeof owner === 'object' && owner !== null)
                  owner[keys.at(-1) as string] = structuredClone(value);
              }
            });
            expect(isAnswered(document)).toBe(true);
          },
        ),
        runs(200),
      );
    },
    patience,
  );
});
