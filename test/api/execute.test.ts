/** Typed queries run in process. */

import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { execute } from '../../api/execute.ts';

function documentOf<Result, Variables>(source: string): TypedDocumentNode<Result, Variables> {
  return parse(source) as TypedDocumentNode<Result, Variables>;
}

describe('execute', () => {
  it('gives the data', async () => {
    const region = documentOf<{ region: { name: string } | null }, { name: string }>(
      'query Region($name: String!) { region(name: $name) { name } }',
    );
    expect((await execute(region, { name: 'West Europe' })).region?.name).toBe('westeurope');
    expect((await execute(region, { name: 'nowhere' })).region).toBeNull();
  });

  it('throws what is wrong with a query', async () => {
    const wrong = documentOf<unknown, Record<string, never>>('query Wrong { region { nme } }');
    await expect(execute(wrong, {})).rejects.toThrow(/^Wrong failed:\n {2}.*"nme"/);
  });

  it('throws what is wrong with an input', async () => {
    const plan = documentOf<unknown, { units: number }>(
      `query Plan($units: Int!) {
        subnetPlan(tier: PREMIUM, virtualNetworkType: INTERNAL, units: $units) { fits }
      }`,
    );
    await expect(execute(plan, { units: 0 })).rejects.toThrow(
      /^Plan failed:\n {2}subnetPlan: units/,
    );
  });

  it('throws what is wrong with a variable', async () => {
    const rules = documentOf<unknown, { edition: string }>(
      'query Rules($edition: Date!) { portRules(edition: $edition) { ruleId } }',
    );
    await expect(execute(rules, { edition: 'spring' })).rejects.toThrow(/^Rules failed:\n.*spring/);
  });
});
