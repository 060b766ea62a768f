/** Templates that ask for more work than their size lets expect: by hand, and at random. */

import fc from 'fast-check';

const repeated = (text: string, count: number) => text.repeat(count);
const keyed = (count: number, value: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, value(index)]));

/** A group whose rules are what the variable `o` is. */
export const withVariables = (
  variables: Record<string, unknown>,
  o: unknown,
  ...more: unknown[]
) => ({
  variables: { ...variables, o },
  resources: [
    ...more,
    {
      type: 'Microsoft.Network/networkSecurityGroups',
      name: 'nsg',
      properties: { securityRules: "[variables('o')]" },
    },
  ],
});

/** The expression 800 times, or 640,000 times in a loop within a loop. */
const looped = (input: unknown) => ({ copy: [{ name: 'l', count: 800, input }] });
const loopedTwice = (input: unknown) => looped(looped(input));
const inLoop = (variables: Record<string, unknown>, input: unknown) =>
  withVariables(variables, looped(input));
const inLoops = (variables: Record<string, unknown>, input: unknown) =>
  withVariables(variables, loopedTwice(input));
const resource = (more: object) => ({
  type: 'a/b',
  name: "[concat('r', copyIndex())]",
  copy: { name: 'c', count: 800 },
  ...more,
});

const lambdas = (depth: number, name: string, body: string): string =>
  depth === 0
    ? body
    : `${name}(range(0, 5000), lambda('v${depth}', ${lambdas(depth - 1, name, body)}))`;

/** Each takes seconds to centuries where the work is not counted. */
export const hostileTemplates: Readonly<Record<string, unknown>> = {
  'map in map in map': withVariables({}, `[${lambdas(3, 'map', '1')}]`),
  'filter in filter': withVariables(
    {},
    `[filter(range(0, 5000), lambda('x', empty(filter(range(0, 5000), lambda('y', false())))))]`,
  ),
  'lambdas twenty deep': withVariables({}, `[${lambdas(20, 'map', "lambdaVariables('v20')")}]`),
  'loops in loops': withVariables({}, looped(looped(looped(looped('x'))))),
  'additions in loops': inLoops({}, '[add(1, 2)]'),
  'objects in loops': inLoops({}, { a: 1, b: 2 }),
  'open values in loops': inLoops({}, "[concat(resourceGroup().name, 'a')]"),
  'ids in loops': inLoops({}, "[resourceId('a/b', 'c')]"),
  'references in loops': inLoops({}, "[reference('n').a]"),
  'prefixes in loops': inLoops({}, "[cidrSubnet('10.0.0.0/8', 24, copyIndex())]"),
  'long expressions in loops': inLoops({}, `[concat(${Array(5500).fill('f()').join()})]`),
  'malformed expressions in loops': inLoops({}, `[${repeated('a ', 12_000)}]`),
  'json() of a long text': inLoop(
    { b: `[${repeated('[],', 16_000)}1]` },
    "[length(json(variables('b')))]",
  ),
  'string() of a large object': inLoop({ b: keyed(20_000, () => 1) }, "[string(variables('b'))]"),
  'replace that grows': inLoop(
    { b: repeated('a', 60_000) },
    "[length(replace(variables('b'), 'a', 'b'))]",
  ),
  'split of a long text': inLoop({ b: repeated('a,', 32_000) }, "[split(variables('b'), ',')]"),
  'a search that begins anew at each character': inLoop(
    { b: repeated('a', 60_000), p: `b${repeated('a', 30_000)}` },
    "[contains(variables('b'), variables('p'))]",
  ),
  'format of a long pattern': inLoop({ f: repeated('{{', 30_000) }, "[format(variables('f'))]"),
  'padLeft to a long text': inLoops({}, "[padLeft('a', 65000)]"),
  'range of the most items': inLoop({}, '[length(range(0, 5000))]'),
  'union of lists': inLoop({ l: '[range(0, 5000)]' }, "[union(variables('l'), variables('l'))]"),
  'union of objects': inLoop(
    { l: keyed(4900, (a) => ({ a })) },
    "[length(union(variables('l'), variables('l')))]",
  ),
  'intersection of lists': inLoop(
    { l: '[range(0, 500)]' },
    "[intersection(variables('l'), variables('l'))]",
  ),
  'items in order': inLoop({ l: keyed(5000, () => 1) }, "[length(items(variables('l')))]"),
  'a list searched': inLoop({ l: '[range(0, 5000)]' }, "[contains(variables('l'), -1)]"),
  'ids of many long parts': inLoop(
    { b: repeated('a/', 30_000) },
    `[resourceId(${Array(400).fill("variables('b')").join()})]`,
  ),
  'brackets in open texts': inLoops(
    {},
    `[coalesce(concat(resourceGroup().id, '${repeated('[', 1800)}'), 'a')]`,
  ),
  'a loop among thousands, named in each turn': withVariables(
    {
      copy: Array.from({ length: 10_000 }, (_, index) => ({
        name: `n${index}`,
        count: 1,
        input: 1,
      })),
    },
    "[map(range(0, 5000), lambda('x', variables(concat('z', string(lambdaVariables('x'))))))]",
  ),
  'many resources of one name, each asked for': withVariables(
    {},
    looped("[reference('q').a]"),
    ...Array.from({ length: 4000 }, () => ({ type: 'a/b', name: 'q' })),
  ),
  'copies of a resource with many children': withVariables(
    {},
    [],
    resource({ resources: Array(200_000).fill(1) }),
  ),
  'copies of a resource with a long type': withVariables(
    {},
    [],
    resource({ type: `a/${repeated('b', 400_000)}` }),
  ),
  'copies of a deployment with many parameters': withVariables(
    {},
    [],
    resource({
      type: 'Microsoft.Resources/deployments',
      properties: {
        expressionEvaluationOptions: { scope: 'inner' },
        parameters: keyed(50_000, () => 1),
        template: { resources: [] },
      },
    }),
  ),
};

const texts = fc.constantFrom("'a'", "'ab,ab'", "variables('text')", "string(variables('list'))");
const lists = fc.constantFrom(
  'range(0, 5000)',
  "variables('list')",
  "split(variables('text'), 'a')",
  "items(variables('object'))",
);

/** Expressions of all functions that can be made to take or give more than they are written with. */
const expression: fc.Arbitrary<string> = fc.letrec<{ text: string; list: string; any: string }>(
  (tie) => ({
    text: fc.oneof(
      { maxDepth: 5 },
      texts,
      fc.tuple(tie('text'), tie('text')).map((all) => `concat(${all})`),
      fc.tuple(tie('text'), tie('text')).map(([a, b]) => `replace(${a}, 'a', ${b})`),
      tie('text').map((text) => `padLeft(${text}, 60000)`),
      tie('any').map((value) => `string(${value})`),
      fc.tuple(tie('text'), tie('any')).map(([a, b]) => `format('{0}{0}{1}', ${a}, ${b})`),
    ),
    list: fc.oneof(
      { maxDepth: 5 },
      lists,
      fc.tuple(tie('list'), tie('any')).map(([a, b]) => `map(${a}, lambda('x', ${b}))`),
      tie('list').map((list) => `filter(${list}, lambda('x', contains(${list}, 1)))`),
      fc.tuple(tie('list'), tie('list')).map((all) => `union(${all})`),
      fc.tuple(tie('list'), tie('list')).map((all) => `concat(${all})`),
      fc.tuple(tie('any'), tie('any')).map((all) => `createArray(${all})`),
    ),
    any: fc.oneof({ maxDepth: 5 }, tie('text'), tie('list'), fc.constant("lambdaVariables('x')")),
  }),
).any;

const loop = (input: unknown, count: number) => ({ copy: [{ name: 'l', count, input }] });

export const anyHostileTemplate: fc.Arbitrary<unknown> = fc
  .record({
    value: expression,
    loops: fc.array(fc.integer({ min: 1, max: 800 }), { maxLength: 3 }),
    text: fc.integer({ min: 1, max: 40_000 }).map((length) => repeated('ab,', length)),
    keys: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ value, loops, text, keys }) =>
    withVariables(
      { text, list: Array(keys).fill(1), object: keyed(keys, (index) => index) },
      loops.reduce<unknown>(loop, `[${value}]`),
    ),
  );
