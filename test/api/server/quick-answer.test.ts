/** The short way against the long one: what is executed, and what is compiled, says what Yoga says, or says nothing. */

import { readdirSync, readFileSync } from 'node:fs';
import { type GraphQLEnumType, type GraphQLFieldResolver, isEnumType } from 'graphql';
import { describe, expect, it, test, vi } from 'vitest';
import type { Asked } from '../../../api/plugins/use-prepared-queries.ts';
import { schema } from '../../../api/schema/index.ts';
import { queryPreparation } from '../../../api/server/prepared-queries.ts';
import { queryExecution } from '../../../api/server/query-execution.ts';
import { quickAnswers } from '../../../api/server/quick-answer.ts';
import { yogaAnswer } from '../../../api/server/yoga-answer.ts';
import { createHandler } from '../../../api/yoga.ts';
import { randomDocument, randomValidation } from '../../support/random-queries.ts';

const context = { serviceTagFiles: [] };
const handler = createHandler(context);
const prepare = queryPreparation(schema);
const readQuickly = quickAnswers({ prepare, execute: queryExecution(context) });

const yoga = (body: string, asked: Asked = {}) =>
  yogaAnswer(
    handler,
    { method: 'POST', url: '/graphql', type: 'application/json', accept: '', body },
    asked,
  );

const times = 6;
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The answers to the first times: the last of them are given by what is compiled. */
async function answersTo(body: string): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    answers.push(readQuickly(body, {})?.answer());
    await nextTurn();
  }
  return answers;
}

/** Whether the short way answers; where it does not, Yoga says the same of what was begun as of what was not. */
async function expectTheSame(body: string): Promise<boolean> {
  const plain = await yoga(body);
  const isAnswer = plain.status === 200 && !('errors' in JSON.parse(plain.text));
  for (let time = 0; time < times; time += 1) {
    const asked: Asked = {};
    expect(readQuickly(body, asked)?.answer()).toBe(isAnswer ? plain.text : undefined);
    if (!isAnswer) expect(await yoga(body, asked)).toEqual(plain);
    await nextTurn();
  }
  return isAnswer;
}

it('values of enums are their names, which is what a compiled query sends', () => {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__'),
  ) as GraphQLEnumType[];
  expect(enums.length).toBeGreaterThan(10);
  for (const { name, value } of enums.flatMap((type) => type.getValues())) expect(value).toBe(name);
});

it('random documents are answered the same', async () => {
  await answersTo(JSON.stringify({ query: '{ clouds { name } }' }));
  let answered = 0;
  for (let number = 0; number < 400; number += 1) {
    const query = randomDocument();
    if (await expectTheSame(JSON.stringify({ query }))) answered += 1;
  }
  expect(answered).toBeGreaterThan(100);
}, 60_000);

describe('a query with variables', () => {
  const rules = `query ($type: VirtualNetworkType, $edition: Date, $all: Boolean = true) {
    portRules(virtualNetworkType: $type, edition: $edition) { id ... @include(if: $all) { title destinationPorts } } }`;
  const required = `query ($input: RequiredRulesInput!, $format: RuleFormat = CSV) {
    requiredRules(input: $input) { render(format: $format) } }`;
  const defaulted = `query ($units: Int = 2) {
    subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: $units) { fits } }`;
  const plan = `query ($units: Int!, $prefixLength: Int) {
    subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: $units, prefixLength: $prefixLength) { fits } }`;

  test.each<[query: string, variables: object, isAnswered: boolean]>([
    [rules, {}, true],
    [rules, { type: 'INTERNAL', all: false }, true],
    [rules, { type: null, unknown: 1 }, true],
    [rules, { type: 'internal' }, false],
    [rules, { type: ['INTERNAL'] }, false],
    [rules, { edition: '2026-04-31' }, false],
    [rules, { edition: 20260430 }, false],
    [rules, { all: 'true' }, false],
    [rules, { all: null }, false],
    [
      required,
      { input: { region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' } },
      true,
    ],
    [
      required,
      { input: { region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', x: 1 } },
      false,
    ],
    [required, { input: { tier: 'PREMIUM' } }, false],
    [required, { input: null }, false],
    [plan, { units: 2, prefixLength: 27 }, true],
    [defaulted, {}, true],
    [defaulted, { units: null }, true],
    [plan, { units: 2.5 }, false],
    [plan, { units: '2' }, false],
    [plan, { units: 2 ** 31 }, false],
    [plan, {}, false],
  ])('%s with %j', async (query, variables, isAnswered) => {
    // Rows before with the same query have had it compiled.
    expect(await expectTheSame(JSON.stringify({ query, variables }))).toBe(isAnswered);
  });
});

describe('a validation', () => {
  const one = `mutation ($input: ValidateConfigInput!, $whatIf: WhatIf) {
    validateConfig(input: $input, whatIf: $whatIf) {
      verdict findings { checkId severity message path citations { section } } flows { id outcome }
      remediation(format: BICEP) sarif } }`;
  const two = `mutation ($input: ValidateConfigInput!, $other: ValidateConfigInput!) {
    a: validateConfig(input: $input) { verdict } b: validateConfig(input: $other) { edition } }`;
  const literal = (region: string) => `mutation { validateConfig(input: { deployment: {
    tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{ region: "${region}" }] } }) { verdict } }`;
  const beside = `query Q { clouds { name } } mutation M($input: ValidateConfigInput!) {
    validateConfig(input: $input) { verdict } }`;
  const located = (location: object, more: object = {}) => ({
    deployment: {
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      locations: [{ region: 'westeurope', ...location }],
      ...more,
    },
  });
  const rule = {
    name: 'a',
    priority: 100,
    direction: 'Inbound',
    access: 'Deny',
    protocol: '*',
    sourceAddressPrefix: '*',
    sourcePortRange: '*',
    destinationAddressPrefix: '*',
    destinationPortRange: '*',
  };
  const good = located({ networkSecurityGroup: { document: { securityRules: [rule] } } });
  const unknown = located({ region: 'westeurop' });

  test.each<[what: string, parameters: object, isAnswered: boolean]>([
    ['a good one', { query: one, variables: { input: good } }, true],
    ['one with what-if', { query: one, variables: { input: good, whatIf: 'DENY_ALL' } }, true],
    ['one with null', { query: one, variables: { input: good, whatIf: null } }, true],
    ['another variable', { query: one, variables: { input: good, x: 1 } }, true],
    ['a plain location', { query: one, variables: { input: located({}) } }, true],
    ['literals', { query: literal('westeurope') }, true],
    ['two', { query: two, variables: { input: good, other: located({}) } }, true],
    ['a mutation beside a query', { query: beside, operationName: 'Q' }, true],
    [
      'a query beside a mutation',
      { query: beside, operationName: 'M', variables: { input: good } },
      true,
    ],
    ['the name alone', { query: 'mutation { __typename }' }, true],
    ['an unknown region', { query: one, variables: { input: unknown } }, false],
    ['an unknown region as a literal', { query: literal('nowhere') }, false],
    ['a good one and a bad one', { query: two, variables: { input: good, other: unknown } }, false],
    ['two bad ones', { query: two, variables: { input: unknown, other: unknown } }, false],
    ['no rules', { query: one, variables: { input: { document: { a: [] } } } }, false],
    ['no document', { query: one, variables: { input: { document: 5 } } }, false],
    ['both fields', { query: one, variables: { input: { ...good, document: {} } } }, false],
    ['neither field', { query: one, variables: { input: {} } }, false],
    ['no input', { query: one, variables: {} }, false],
    ['null', { query: one, variables: { input: null } }, false],
    [
      'a date that is none',
      { query: one, variables: { input: located({}, { edition: '2026-13-01' }) } },
      false,
    ],
    [
      'an unknown edition',
      { query: one, variables: { input: located({}, { edition: '2001-01-01' }) } },
      false,
    ],
    ['an unknown field', { query: one, variables: { input: located({ x: 1 }) } }, false],
    ['no operation of this name', { query: beside, operationName: 'X' }, false],
  ])('%s', async (_, parameters, isAnswered) => {
    expect(await expectTheSame(JSON.stringify(parameters))).toBe(isAnswered);
  });

  test.each([
    ['constructor', '{"document":{"constructor":{"prototype":{"x":1}}}}'],
    ['__proto__', '{"document":{"__proto__":{"securityRules":[]}}}'],
    ['__proto__ beside it', '{"document":{},"__proto__":{"x":1}}'],
  ])('%s in its input', async (_, input) => {
    const text = JSON.stringify({ query: one, variables: { input: 0 } });
    await expectTheSame(text.replace('"input":0', `"input":${input}`));
  });

  it('of whatever comes', async () => {
    for (let number = 0; number < 60; number += 1) {
      await expectTheSame(randomValidation().toString());
    }
  });

  it('is computed once, whether it ends in an answer or in errors', async () => {
    const field = schema.getMutationType()?.getFields().validateConfig as {
      resolve: GraphQLFieldResolver<unknown, unknown>;
    };
    const resolve = vi.spyOn(field, 'resolve');
    // A text of its own: what is compiled keeps the resolver that it found.
    const query = `mutation Once${one.slice('mutation'.length)}`;
    for (const input of [good, unknown]) {
      const body = JSON.stringify({ query, variables: { input } });
      for (let time = 0; time < times; time += 1) {
        resolve.mockClear();
        const asked: Asked = {};
        if (readQuickly(body, asked)?.answer() === undefined) await yoga(body, asked);
        expect(resolve).toHaveBeenCalledOnce();
        await nextTurn();
      }
    }
    resolve.mockRestore();
  });
});

describe('the queries of the site', () => {
  const directory = new URL('../../../site/src/queries/', import.meta.url);
  const files = readdirSync(directory).filter((name) => name.endsWith('.graphql'));

  test.each(files)('of %s are answered the same', async (name) => {
    const query = readFileSync(new URL(name, directory), 'utf8');
    for (const [, operationName] of query.matchAll(/^query (\w+)[^(]*\{/gm)) {
      await expectTheSame(JSON.stringify({ query, operationName }));
    }
  });
});

test.each<[what: string, body: string]>([
  ['no JSON', '{'],
  ['a list', '[]'],
  ['a number', '3'],
  ['no query', '{}'],
  ['another parameter', '{"query":"{clouds{name}}","x":1}'],
  ['an extension', '{"query":"{clouds{name}}","extensions":{}}'],
  ['a prototype', '{"query":"{clouds{name}}","__proto__":{}}'],
  ['variables that are a list', '{"query":"{clouds{name}}","variables":[]}'],
  ['a name that is none', '{"query":"{clouds{name}}","operationName":1}'],
  ['an operation that is not there', '{"query":"query A {clouds{name}}","operationName":"B"}'],
  ['several operations and no name', '{"query":"query A {clouds{name}} query B {clouds{name}}"}'],
  ['a subscription', '{"query":"subscription { __typename }"}'],
])('%s is left to Yoga', async (_, body) => {
  expect(await answersTo(body)).toEqual(Array.from({ length: times }, () => undefined));
});
