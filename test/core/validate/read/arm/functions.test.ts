/** What template functions give: those with lambdas, keys that are expressions, expressions that come as trees. */

import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../../core/validate/read/arm/budget.ts';
import { noCopies } from '../../../../../core/validate/read/arm/copies.ts';
import type { Expression } from '../../../../../core/validate/read/arm/expressions.ts';
import { Scope } from '../../../../../core/validate/read/arm/scope.ts';
import { Tree } from '../../../../../core/validate/read/arm/tree.ts';
import { worldOf } from '../../../../../core/validate/read/arm/world.ts';
import { Unresolved } from '../../../../../core/validate/read/unresolved.ts';

const world = () => worldOf<Scope>(new Budget(), () => undefined);
const template = {
  parameters: { open: { type: 'object' } },
  variables: {
    numbers: [3, 1, 2],
    people: [
      { name: 'b', age: 2 },
      { name: 'a', age: 1 },
      { name: 'c', age: 1 },
    ],
    object: { x: { n: 1 }, y: { n: 2 } },
  },
};
const scope = () => new Scope(world(), template, {});
const resolve = (value: unknown) => scope().resolve(value);

describe('functions with lambdas', () => {
  it.each([
    ["map(variables('numbers'), lambda('n', add(lambdaVariables('n'), 1)))", [4, 2, 3]],
    ["map(variables('numbers'), lambda('n', 'i', lambdaVariables('i')))", [0, 1, 2]],
    ["filter(variables('numbers'), lambda('n', 'i', equals(lambdaVariables('i'), 1)))", [1]],
    [
      "reduce(variables('numbers'), 10, lambda('t', 'n', add(lambdaVariables('t'), lambdaVariables('n'))))",
      16,
    ],
    [
      "reduce(variables('numbers'), 0, lambda('t', 'n', 'i', add(lambdaVariables('t'), lambdaVariables('i'))))",
      3,
    ],
    [
      "sort(variables('numbers'), lambda('a', 'b', less(lambdaVariables('a'), lambdaVariables('b'))))",
      [1, 2, 3],
    ],
    [
      "map(sort(variables('people'), lambda('a', 'b', less(lambdaVariables('a').age, lambdaVariables('b').age))), lambda('p', lambdaVariables('p').name))",
      ['a', 'c', 'b'],
    ],
    [
      "toObject(variables('people'), lambda('p', lambdaVariables('p').name), lambda('p', lambdaVariables('p').age))",
      { b: 2, a: 1, c: 1 },
    ],
    ["toObject(variables('people'), lambda('p', lambdaVariables('p').name)).a.age", 1],
    ["mapValues(variables('object'), lambda('v', lambdaVariables('v').n))", { x: 1, y: 2 }],
    [
      "map(groupBy(variables('people'), lambda('p', string(lambdaVariables('p').age)))['1'], lambda('p', lambdaVariables('p').name))",
      ['a', 'c'],
    ],
    ["shallowMerge(createArray(variables('object'), createObject('y', 3)))", { x: { n: 1 }, y: 3 }],
    ["objectKeys(variables('object'))", ['x', 'y']],
    ['distinct(createArray(1, 2, 1))', [1, 2]],
    ["indexFromEnd(variables('numbers'), 1)", 2],
    ["tryIndexFromEnd(variables('numbers'), 9)", null],
    [
      "toObject(createArray('__proto__'), lambda('k', lambdaVariables('k')), lambda('k', 1))",
      Object.fromEntries([['__proto__', 1]]),
    ],
    [
      "map(variables('numbers'), lambda('a', map(createArray(1), lambda('b', add(lambdaVariables('a'), lambdaVariables('b'))))))",
      [[4], [2], [3]],
    ],
  ])('%s', (text, value) => {
    expect(resolve(`[${text}]`)).toEqual(value);
  });

  it.each([
    "reduce(parameters('open'), 1, lambda('t', 'n', 1))",
    "sort(variables('numbers'), lambda('a', 'b', parameters('open')))",
    "filter(variables('numbers'), lambda('n', parameters('open')))",
    "toObject(variables('numbers'), lambda('n', parameters('open')))",
    "mapValues(parameters('open'), lambda('v', 1))",
    "shallowMerge(createArray(variables('object'), parameters('open')))",
    "map(variables('numbers'), 1)",
    "lambda('a', 1)",
  ])('%s is open', (text) => {
    expect(resolve(`[${text}]`)).toBeInstanceOf(Unresolved);
  });
});

describe('open values within objects and lists', () => {
  it('union leaves open what an open value may change', () => {
    const value = resolve(
      "[union(createObject('a', 1, 'b', createObject('c', 1)), createObject('b', parameters('open'), 'd', parameters('open')))]",
    );
    expect(value).toEqual({ a: 1, b: expect.any(Unresolved), d: expect.any(Unresolved) });
  });

  it.each([
    ["contains(createObject('a', parameters('open')), 'a')", true],
    ["contains(createObject('a', parameters('open')), 'b')", false],
    ["length(flatten(createArray(createArray(parameters('open')), createArray(1))))", 2],
    ["objectKeys(createObject('a', parameters('open')))", ['a']],
  ])('%s', (text, value) => {
    expect(resolve(`[${text}]`)).toEqual(value);
  });
});

describe('keys that are expressions', () => {
  it.each([
    [
      { "[format('{0}-x', 'a')]": 1, b: 2 },
      { 'a-x': 1, b: 2 },
    ],
    [{ '[[a]': 1 }, { '[a]': 1 }],
    [{ '[a': 1 }, { '[a': 1 }],
    [{ "[concat('__', 'proto__')]": 1 }, Object.fromEntries([['__proto__', 1]])],
  ])('%j', (input, value) => {
    expect(resolve(input)).toEqual(value);
  });

  it('leaves the object open where a key is', () => {
    expect(resolve({ "[parameters('open')]": 1 })).toBeInstanceOf(Unresolved);
  });
});

describe('trees', () => {
  const literal = (value: unknown): Expression => ({ kind: 'literal', value, source: 'x' });
  const call = (name: string, ...args: Expression[]): Expression => ({
    kind: 'call',
    name,
    args,
    source: name,
    range: { file: 'main.bicep', start: 0, end: 1 },
  });
  const variable = (name: string) => call('lambdavariables', literal(name));

  it('give their values, JSON among them', () => {
    const tree = new Tree(call('concat', literal([1]), literal(['[not an expression]'])));
    expect(resolve({ a: [tree] })).toEqual({ a: [[1, '[not an expression]']] });
  });

  it('have lambdas and variables', () => {
    const body = call('createarray', variable('n'), variable('a'));
    const tree = new Tree({
      kind: 'let',
      variables: ['a'],
      values: [literal(7)],
      body: () =>
        call('map', literal([1, 2]), { kind: 'lambda', variables: ['n'], body, source: 'n' }),
      source: 'let',
    });
    expect(resolve(tree)).toEqual([
      [1, 7],
      [2, 7],
    ]);
  });

  it('say which expression made an object', () => {
    const reader = scope();
    const made = call('createobject', literal('a'), literal(1));
    const value = reader.evaluate(call('array', made), noCopies) as object[];
    expect(reader.world.origins.get(value[0] as object)?.expression).toBe(made);
  });

  it('show no fields of their own to a reader of the template', () => {
    expect(Object.keys(new Tree(literal(1)))).toEqual([]);
  });
});

describe('functions that the template defines', () => {
  const define = (members: object) =>
    new Scope(world(), { functions: [{ namespace: 'contoso', members }] }, {});
  const member = (names: string[], value: unknown) => ({
    parameters: names.map((name) => ({ name, type: 'string' })),
    output: { type: 'string', value },
  });
  const functions = {
    greet: member(['Name'], "[concat('hello ', parameters('name'))]"),
    twice: member(['what'], "[concat(contoso.greet(parameters('what')), '!')]"),
    rule: member(['n'], { name: "[parameters('n')]", properties: { priority: 100 } }),
    blind: member([], "[variables('outer')]"),
    endless: member(['n'], "[contoso.endless(parameters('n'))]"),
  };

  it.each<[string, unknown]>([
    ["[contoso.greet('a')]", 'hello a'],
    ["[CONTOSO.Greet('a')]", 'hello a'],
    ["[contoso.twice('a')]", 'hello a!'],
    ["[contoso.rule('a')]", { name: 'a', properties: { priority: 100 } }],
    ["[contoso.rule('a').properties.priority]", 100],
  ])('%s', (text, expected) => {
    expect(define(functions).resolve(text)).toEqual(expected);
  });

  it.each(['[contoso.blind()]', "[contoso.endless('a')]", "[contoso.other('a')]"])(
    'stays open: %s',
    (text) => expect(define(functions).resolve(text)).toBeInstanceOf(Unresolved),
  );
});
