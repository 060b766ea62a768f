/** What every format must do, and the golden files of those that no parser at hand reads back. */

import { describe, expect, it } from 'vitest';
import { render, ruleFormats } from '../../../core/render/index.ts';
import { changedGroups, rule, ruleSets } from '../../support/rules.ts';

const extension = {
  AZURE_CLI: 'sh',
  POWERSHELL: 'ps1',
  BICEP: 'bicep',
  TERRAFORM: 'tf',
  MARKDOWN: 'md',
} as const;
const goldenFormats = Object.keys(extension) as (keyof typeof extension)[];

describe('golden files', () => {
  it.each([
    ...(['oneLocation', 'twoLocations', 'hostile'] as const).flatMap((name) =>
      goldenFormats.map((format) => [name, format] as const),
    ),
    ['existingGroup', 'BICEP'] as const,
  ])('%s in %s', async (name, format) => {
    const text = render(format, ruleSets[name]);
    await expect(text).toMatchFileSnapshot(`golden/${name}.${extension[format]}`);
  });

  it.each(
    Object.entries(changedGroups).flatMap(([name, groups]) =>
      (['AZURE_CLI', 'POWERSHELL', 'BICEP', 'TERRAFORM'] as const).map(
        (format) => [name, format, groups] as const,
      ),
    ),
  )('%s in %s', async (name, format, groups) => {
    await expect(render(format, groups)).toMatchFileSnapshot(
      `golden/changes/${name}.${extension[format]}`,
    );
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
