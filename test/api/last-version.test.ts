/** The schema against that of the last version: what breaks a client is named here before it can land. */

import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  printSchema,
  validateSchema,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../api/schema/index.ts';
import manifest from '../../package.json' with { type: 'json' };

const last = readFileSync(
  new URL('../../api/releases/last-version.graphql', import.meta.url),
  'utf8',
);

/** Breaking changes that the next version has, by coordinate; CHANGELOG.md says why and what to do. */
const announced: readonly string[] = [];

async function changesIn(current: string, level: CriticalityLevel) {
  const changes = await diff(buildSchema(last), buildSchema(current));
  return changes.filter(({ criticality }) => criticality.level === level);
}

async function breakingIn(current: string): Promise<string[]> {
  const changes = await changesIn(current, CriticalityLevel.Breaking);
  return changes.map(({ path = '', message }) => `${path}: ${message}`);
}

const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

/** Dangerous by the tool, safe by the policy: an argument or an input field that may be left out. */
const safe: readonly string[] = ['FIELD_ARGUMENT_ADDED', 'INPUT_FIELD_ADDED'];

/** Dangerous changes whose last name, such as an enum value, a changelog does not have. */
async function unnamedIn(current: string, text: string): Promise<string[]> {
  const [, unreleased = ''] = text.split(/^## .*$/m);
  const changes = await changesIn(current, CriticalityLevel.Dangerous);
  return changes
    .filter(({ type }) => !safe.includes(type))
    .map(({ path = '' }) => path)
    .filter((path) => !unreleased.includes(path.split('.').at(-1) ?? path));
}

describe('the stored schema', () => {
  it('is valid', () => expect(validateSchema(buildSchema(last))).toEqual([]));

  it('is that of this version or an earlier one', () => {
    const [, version = ''] = last.match(/^# The schema of version ([\d.]+)\. /) ?? [];
    const order = version.localeCompare(manifest.version, 'en', { numeric: true });
    expect(version).not.toBe('');
    expect(order).toBeLessThanOrEqual(0);
  });
});

it('has no dangerous change that CHANGELOG.md does not name', async () => {
  expect(await unnamedIn(printSchema(schema), changelog)).toEqual([]);
});

it('says of each deprecation what to use instead, and until when', () => {
  const reasons = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => value.deprecationReason);
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).map((field) => field.deprecationReason);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      [field, ...field.args].map(({ deprecationReason }) => deprecationReason),
    );
  });
  const input = reasons.filter((reason) => reason != null);
  expect(input.length).toBeGreaterThan(20);
  const form = /^Use .+\. Goes on 20\d\d-\d\d-\d\d\.$/;
  expect(input.filter((reason) => !form.test(reason))).toEqual([]);
});

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
    expect(last).toContain(old);
    expect(await breakingIn(last.replace(old, changed))).toHaveLength(1);
  });

  it('finds an enum value that the changelog does not name', async () => {
    const more = last.replace('enum Verdict {\n', 'enum Verdict {\n  MAYBE\n');
    expect(await unnamedIn(more, '## Unreleased\n\n## 0.1.0\n\nMAYBE')).toEqual(['Verdict.MAYBE']);
    expect(await unnamedIn(more, '## Unreleased\n\n`MAYBE` is new')).toEqual([]);
  });

  it('lets additions pass', async () => {
    const more = last.replace('  verdict: Verdict!\n', '  verdict: Verdict!\n  more: Int\n');
    expect(await breakingIn(more)).toEqual([]);
  });
});
