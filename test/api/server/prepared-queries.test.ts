/** Which texts are kept prepared: those that hold nobody's configuration. */

import { describe, expect, it } from 'vitest';
import { schema } from '../../../api/schema/index.ts';
import { queryPreparation } from '../../../api/server/prepared-queries.ts';

const deployment = '{ tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [] }';
const input = `{ deployment: ${deployment} }`;
const declared = 'mutation Check($input: ValidateConfigInput!)';

describe('a text that comes again and again', () => {
  it.each([
    { what: 'a query', isKept: true, text: '{ regions { name } }' },
    {
      what: 'a query with a value',
      isKept: true,
      text: '{ region(name: "West Europe") { name } }',
    },
    {
      what: 'a query that takes deployments in variables',
      isKept: true,
      text: `query ($now: DeploymentInput!, $then: DeploymentInput!) {
        ipImpact(before: $now, after: $then) { locations { region { name } } } }`,
    },
    {
      what: 'a query with deployments as literals',
      isKept: false,
      text: `{ ipImpact(before: ${deployment}, after: ${deployment}) { locations { region { name } } } }`,
    },
    {
      what: 'a mutation with variables',
      isKept: true,
      text: `${declared} { validateConfig(input: $input) { verdict remediation(format: ARM_JSON) } }`,
    },
    {
      what: 'a mutation with a word of the schema',
      isKept: true,
      text: `${declared} { validateConfig(input: $input, whatIf: DENY_ALL) { verdict } }`,
    },
    {
      what: 'a mutation with literals',
      isKept: false,
      text: `mutation { validateConfig(input: ${input}) { verdict } }`,
    },
    {
      what: 'a mutation with a variable that has a value in the text',
      isKept: false,
      text: `mutation ($input: ValidateConfigInput! = ${input}) { validateConfig(input: $input) { verdict } }`,
    },
    {
      what: 'a mutation whose fields stand in a fragment',
      isKept: false,
      text: `mutation { ...all } fragment all on Mutation { validateConfig(input: ${input}) { verdict } }`,
    },
    {
      what: 'a mutation with a comment',
      isKept: false,
      text: `# mine\n${declared} { validateConfig(input: $input) { verdict } }`,
    },
    {
      what: 'a query that is not valid',
      isKept: false,
      text: '{ regions { nothing } }',
    },
  ])('$what: kept $isKept', ({ text, isKept }) => {
    const prepare = queryPreparation(schema);
    const [first, second, third] = [prepare(text), prepare(text), prepare(text)];
    expect(first.errors.length > 0).toBe(text.includes('nothing'));
    expect(third === second || second === first).toBe(isKept);
  });
});
