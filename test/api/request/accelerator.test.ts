/** The accelerator and Yoga: equal status, headers and bytes, for whatever comes; and what is left to Yoga. */

import { type GraphQLEnumType, isEnumType } from 'graphql';
import { describe, expect, it, test } from 'vitest';
import { accelerate, apiParts } from '../../../api/request/accelerator.ts';
import type { ApiRequest, RequestState } from '../../../api/request/api-request.ts';
import { prepare } from '../../../api/request/prepare.ts';
import { askYoga } from '../../../api/request/respond.ts';
import { schema } from '../../../api/schema/index.ts';
import { createHandler } from '../../../api/yoga.ts';
import {
  pick,
  randomBody,
  randomDocument,
  randomValidation,
} from '../../support/random-queries.ts';
import { patience, runs, share } from '../../support/runs.ts';

const parts = apiParts({ serviceTagFiles: [] });
const handler = createHandler(parts);

/** Time in which a document is compiled. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 2));
const accepts = ['application/json', 'application/graphql-response+json'];
const post = (body: string, more: Partial<ApiRequest> = {}): ApiRequest => ({
  method: 'POST',
  url: '/graphql',
  type: 'application/json',
  accept: 'application/json',
  body,
  ...more,
});

/** Whether the accelerator answers, which is as Yoga does; often enough that the document is compiled. */
async function expectTheSame(request: ApiRequest, times = 4): Promise<boolean> {
  const state: RequestState = {};
  const prepared = prepare(request, state, parts.documents);
  // The parameters of others are refused before.
  if (prepared === undefined) return false;
  const expected = await askYoga(handler, 'POST', request.accept, state);
  const isGood = expected.status === 200 && !('errors' in JSON.parse(expected.text));
  for (let time = 0; time < times; time += 1) {
    const response = accelerate(parts, request.accept, prepared);
    if (response !== undefined) expect(response).toEqual(expected);
    expect(response !== undefined).toBe(isGood);
    await nextTurn();
  }
  return isGood;
}

it('knows enum values by their names, which is what a compiled document sends', () => {
  const enums = Object.values(schema.getTypeMap()).filter(
    (type) => isEnumType(type) && !type.name.startsWith('__'),
  ) as GraphQLEnumType[];
  expect(enums.length).toBeGreaterThan(10);
  for (const { name, value } of enums.flatMap((type) => type.getValues())) expect(value).toBe(name);
});

test.each<[what: string, count: number, body: () => string, least: number]>([
  ['documents', 300, () => JSON.stringify({ query: randomDocument() }), 75],
  ['validations', 60, () => randomValidation().toString(), 0],
  ['bodies', 200, () => randomBody().toString(), 0],
])(
  'answers random %s as Yoga does',
  async (_, count, body, least) => {
    let answered = 0;
    const { numRuns } = runs(count);
    for (let number = 0; number < numRuns; number += 1) {
      if (await expectTheSame(post(body(), { accept: pick(accepts) }))) answered += 1;
    }
    expect(answered).toBeGreaterThanOrEqual(share(least));
  },
  patience,
);

describe('with variables', () => {
  const rules = `query ($type: VirtualNetworkType, $edition: Date, $all: Boolean = true) {
    portRules(virtualNetworkType: $type, edition: $edition) { ruleId ... @include(if: $all) { title destinationPorts } } }`;
  const required = `query ($input: RequiredRulesInput!, $format: RuleFormat = CSV) {
    requiredRules(input: $input) { render(format: $format) } }`;
  const plan = `query ($units: Int = 2, $prefixLength: Int) {
    subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: $units, prefixLength: $prefixLength) { fits } }`;
  const validation = `mutation M($input: ValidateConfigInput!, $whatIf: WhatIf) {
    validateConfig(input: $input, whatIf: $whatIf) {
      verdict findings { checkId message citations { section } } flows { key trace { rule } }
      remediation(format: BICEP) sarif } }`;
  const input = { region: 'westeurope', tier: 'PREMIUM', virtualNetworkType: 'INTERNAL' };
  const deployment = (region: string) => ({
    deployment: { tier: 'PREMIUM', virtualNetworkType: 'INTERNAL', locations: [{ region }] },
  });

  test.each<[query: string, variables: object | null, isAnswered: boolean]>([
    [rules, {}, true],
    [rules, null, true],
    [rules, { type: 'INTERNAL', all: false }, true],
    [rules, { type: null, unknown: 1 }, true],
    [rules, { type: 'internal' }, false],
    [rules, { edition: '2026-04-31' }, false],
    [rules, { all: null }, false],
    [required, { input }, true],
    [required, { input: { ...input, x: 1 } }, false],
    [required, { input: { ...input, region: 'nowhere' } }, false],
    [required, {}, false],
    [plan, { units: null }, false],
    [plan, { units: 2 ** 31 }, false],
    [validation, { input: deployment('westeurope') }, true],
    [validation, { input: deployment('westeurope'), whatIf: 'DENY_ALL' }, true],
    [validation, { input: deployment('nowhere') }, false],
    [validation, { input: { document: {} } }, false],
    [
      'query ($__proto__: String!) { region(name: $__proto__) { name } }',
      { ['__proto__']: 'eastus' },
      false,
    ],
    ['{ __proto__: __typename }', {}, false],
    ['{ then: clouds { name } }', {}, false],
    ['{ regions { toString: name constructor: name } }', {}, true],
    ['{ __schema { queryType { name } } }', {}, true],
    ['query A { __typename } query B { __typename }', {}, false],
  ])('%s with %j', async (query, variables, isAnswered) => {
    const body = JSON.stringify({ query, variables });
    expect(await expectTheSame(post(body), 6)).toBe(isAnswered);
  });
});

test.each<[extensions: object, isAnswered: boolean]>([
  [{}, true],
  [{ cost: false, other: [1] }, true],
  [{ cost: true }, false],
])('with the extensions %j', async (extensions, isAnswered) => {
  const request = post(JSON.stringify({ query: '{ clouds { name } }', extensions }));
  const prepared = prepare(request, {}, parts.documents);
  const response = prepared && accelerate(parts, request.accept, prepared);
  expect(response !== undefined).toBe(isAnswered);
  if (isAnswered) expect(await expectTheSame(request)).toBe(true);
});
