/** The schema against that of the last version: what breaks a client is named here before it can land. */

import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../api/schema/index.ts';

const last = readFileSync(new URL('last-version.graphql', import.meta.url), 'utf8');

/** Breaking changes that the next version has, by coordinate; CHANGELOG.md says why and what to do. */
const announced: readonly string[] = [];

async function breakingIn(current: string): Promise<string[]> {
  const changes = await diff(buildSchema(last), buildSchema(current));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path = '', message }) => `${path}: ${message}`);
}

it('breaks no client of the last version unless CHANGELOG.md announces it', async () => {
  const breaking = await breakingIn(printSchema(schema));
  const unannounced = breaking.filter((change) => !announced.some((one) => change.startsWith(one)));
  expect(unannounced).toEqual([]);
});

describe('the comparison', () => {
  it.each([
    ['a field of another name', '  verdict: Verdict!\n', '  result: Verdict!\n'],
    ['a field that can be null', '  verdict: Verdict!\n', '  verdict: Verdict\n'],
    ['an argument of another type', '    first: Int! = 20\n', '    first: Float! = 20\n'],
  ])('finds %s', async (_, old, changed) => {
    const current = printSchema(schema);
    expect(current).toContain(old);
    expect(await breakingIn(current.replace(old, changed))).toHaveLength(1);
  });

  it('lets additions pass', async () => {
    const more = printSchema(schema).replace(
      '  verdict: Verdict!\n',
      '  verdict: Verdict!\n  more: Int\n',
    );
    expect(await breakingIn(more)).toEqual([]);
  });
});
