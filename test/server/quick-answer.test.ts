/** The short way against the long one: what is executed, and what is compiled, says what Yoga says, or says nothing. */

import { readdirSync, readFileSync } from 'node:fs';
import { type GraphQLEnumType, isEnumType } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { schema } from '../../api/schema/index.ts';
import { queryPreparation } from '../../api/serving/prepared-queries.ts';
import { queryExecution } from '../../api/serving/query-execution.ts';
import { type QuickAnswer, quickAnswers } from '../../api/serving/quick-answer.ts';
import { createHandler } from '../../api/yoga.ts';
import { randomDocument } from './random-queries.ts';

const context = { serviceTagFiles: [] };
const handler = createHandler(context);
const prepare = queryPreparation(schema);
const quickAnswer = quickAnswers(prepare, queryExecution(context));

async function yoga(body: string): Promise<{ text: string; isAnswer: boolean }> {
  const response = await handler.fetch('http://atlas.test/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  return { text, isAnswer: response.status === 200 && !('errors' in JSON.parse(text)) };
}

/** The answers to the first times: the last of them are given by the compiled query. */
async function answersTo(body: string, ask: QuickAnswer = quickAnswer): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let times = 0; times < 6; times += 1) {
    answers.push(ask(body).text);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return answers;
}

async function expectTheSame(body: string): Promise<boolean> {
  const { text, isAnswer } = await yoga(body);
  const quick = await answersTo(body);
  expect(quick).toEqual(quick.map(() => (isAnswer ? text : undefined)));
  return isAnswer;
}

it('values of enums are their names, which is what a compiled query sends', () => {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__'),
  ) as GraphQLEnumType[];
  expect(enums.length).toBeGreaterThan(10);
  for (const { name, value } of enums.flatMap((type) => type.getValues())) expect(value).toBe(name);
});

it('random queries are answered the same', async () => {
  await answersTo(JSON.stringify({ query: '{ clouds { name } }' }));
  let answered = 0;
  for (let number = 0; number < 400; number += 1) {
    const query = randomDocument();
    if (query.startsWith('mutation')) continue;
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

describe('the queries of the site', () => {
  const directory = new URL('../../site/src/queries/', import.meta.url);
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
  ['a mutation', '{"query":"mutation { __typename }"}'],
  ['a subscription', '{"query":"subscription { __typename }"}'],
])('%s is left to Yoga', async (_, body) => {
  expect(await answersTo(body)).toEqual(Array.from({ length: 6 }, () => undefined));
});
