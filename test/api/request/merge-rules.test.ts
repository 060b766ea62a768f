/** Rules merged into one: the same errors as from their list, in the same order. */

import { type DocumentNode, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import { expect, it, test } from 'vitest';
import { mergeRules } from '../../../api/request/merge-rules.ts';
import { schema } from '../../../api/schema/index.ts';
import { below, pick, randomDocument } from '../../support/random-queries.ts';
import { patience, runs, share } from '../../support/runs.ts';

const merged = mergeRules(specifiedRules);

/** How many errors a document has, the same in both ways: of all, and where validation stops early. */
function expectTheSame(document: DocumentNode): number {
  const [stopped, all] = [{ maxErrors: 3 }, {}].map((options) => {
    const [expected, errors] = [specifiedRules, [merged]].map((rules) =>
      validate(schema, document, rules, options).map((error) => error.toJSON()),
    );
    expect(errors).toEqual(expected);
    return errors?.length ?? 0;
  });
  expect(stopped).toBeLessThanOrEqual(Math.min(all ?? 0, 4));
  return all ?? 0;
}

const region = '{ region(name: "westeurope") { name } }';

test.each([
  ['KnownOperationTypes', 'subscription { name }'],
  ['UniqueOperationNames', `query A ${region} query A ${region}`],
  ['LoneAnonymousOperation', `${region} ${region}`],
  ['KnownTypeNames', 'query ($a: Nothing) { clouds { ...on Nowhere { name } } }'],
  ['FragmentsOnCompositeTypes', '{ clouds { ... on Date { name } ...A } } fragment A on ID { a }'],
  ['VariablesAreInputTypes', 'query ($a: Query) { clouds { name(a: $a) } }'],
  ['ScalarLeafs', '{ clouds { name { nothing } } portRules }'],
  ['FieldsOnCorrectType', '{ cloud { name } clouds { nam } }'],
  [
    'UniqueFragmentNames',
    '{ ...A } fragment A on Query { about { __typename } } fragment A on Query { __typename }',
  ],
  ['KnownFragmentNames', '{ ...A ...B }'],
  ['NoUnusedFragments', `${region} fragment A on Query { clouds { name } }`],
  ['PossibleFragmentSpreads', '{ clouds { ... on Query { __typename } } }'],
  ['NoFragmentCycles', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['UniqueVariableNames', 'query ($a: String!, $a: String!) { region(name: $a) { name } }'],
  [
    'NoUndefinedVariables',
    '{ ...A region(name: $b) { name } } fragment A on Query { region(name: $a) { name } }',
  ],
  ['NoUnusedVariables', `query ($a: String!, $b: Int) ${region}`],
  ['KnownDirectives', `query @skip(if: true) { clouds @nothing { name } }`],
  ['UniqueDirectivesPerLocation', '{ clouds @skip(if: true) @skip(if: false) { name } }'],
  ['Defer and Stream', '{ ... @defer(label: 1) { clouds @stream { name } } }'],
  ['KnownArgumentNames', '{ region(nam: "a", name: "b") { name } clouds @skip(iff: 1) { name } }'],
  ['UniqueArgumentNames', '{ region(name: "a", name: "b") { name } }'],
  [
    'ValuesOfCorrectType',
    '{ region(name: 1) { name } portRules(edition: "x", necessity: NO) { title } }',
  ],
  ['ProvidedRequiredArguments', '{ region { name } clouds @include { name } }'],
  [
    'VariablesInAllowedPosition',
    'query ($a: String, $b: Int) { region(name: $a) { name } portRules(edition: $b) { title } }',
  ],
  ['OverlappingFieldsCanBeMerged', '{ a: clouds { name } a: regions { name } }'],
  [
    'UniqueInputFieldNames',
    '{ requiredRules(input: { region: "a", region: "b" }) { __typename } }',
  ],
  [
    'MaxIntrospectionDepth',
    `{ __schema { types { ${'fields { type { '.repeat(4)}name${' } }'.repeat(4)} } } }`,
  ],
])('of %s', (_, text) => {
  expect(expectTheSame(parse(text))).toBeGreaterThan(0);
});

it(
  'of random documents with words missing, twice, or elsewhere',
  () => {
    let wrong = 0;
    const { numRuns } = runs(400);
    for (let number = 0; number < numRuns; number += 1) {
      const words = randomDocument().split(/(?<=\W)|(?=\W)/);
      for (let times = below(4); times > 0; times -= 1) {
        words.splice(below(words.length), below(2), ...[pick(words)].slice(below(2)));
      }
      try {
        if (expectTheSame(parse(words.join(''))) > 0) wrong += 1;
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
      }
    }
    expect(wrong).toBeGreaterThan(share(50));
  },
  patience,
);
