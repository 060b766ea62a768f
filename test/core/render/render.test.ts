/** What every format must do, and golden files of the formats that no test reads back. */

import { describe, expect, it } from 'vitest';
import { formats, ruleFormats } from '../../../core/render/formats.ts';
import { render } from '../../../core/render/index.ts';
import { changedGroups, rule, ruleSets } from '../../support/rules.ts';

/** `read-back.test.ts` reads these back, which says more than a golden file. */
const readBack: readonly string[] = ['ARM_JSON', 'CSV'];
const goldenFormats = formats.filter(({ value }) => !readBack.includes(value));
const scripts = goldenFormats.filter(({ value }) => value !== 'MARKDOWN');

describe('golden files', () => {
  it.each([
    ...(['oneLocation', 'twoLocations', 'hostile'] as const).flatMap((name) =>
      goldenFormats.map(({ value, extension }) => [name, value, extension] as const),
    ),
    ['existingGroup', 'BICEP', 'bicep'] as const,
  ])('%s in %s', async (name, format, extension) => {
    const text = render(format, ruleSets[name]);
    await expect(text).toMatchFileSnapshot(`golden/${name}.${extension}`);
  });

  it.each(
    Object.entries(changedGroups).flatMap(([name, groups]) =>
      scripts.map(({ value, extension }) => [name, value, extension, groups] as const),
    ),
  )('%s in %s', async (name, format, extension, groups) => {
    await expect(render(format, groups)).toMatchFileSnapshot(`golden/changes/${name}.${extension}`);
  });
});

describe.each(ruleFormats)('%s', (format) => {
  it.each([
    ['no groups', []],
    ['groups without rules', [{ region: 'westeurope', rules: [] }]],
  ])('renders %s as empty text', (_, groups) => {
    expect(render(format, groups)).toBe('');
  });

  it.each(Object.keys(ruleSets) as (keyof typeof ruleSets)[])('ends %s in one newline', (name) => {
    expect(render(format, ruleSets[name])).toMatch(/\S(\r\n|\n)$/);
  });

  it.each([
    ['a tag beside a prefix', { sourceAddressPrefixes: ['Internet', '10.0.0.0/8'] }],
    ['two tags', { destinationAddressPrefixes: ['Storage.WestEurope', 'Storage.NorthEurope'] }],
    ['no source', { sourceAddressPrefixes: [] }],
    ['no ports', { destinationPortRanges: [] }],
  ])('refuses %s, which no single rule can say', (_, change) => {
    const groups = [{ region: 'westeurope', rules: [rule(change)] }];
    expect(() => render(format, groups)).toThrow(
      /security rule "Allow-Inbound-ManagementEndpoint"/,
    );
  });
});
