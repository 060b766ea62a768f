/** The features of Bicep and Terraform that the guide ticks are read, and what it does not tick is never taken for absent. */

import { describe, expect, it, test } from 'vitest';
import { bicepFeatures } from '../../site/src/source-features/bicep.ts';
import {
  isRead,
  type SourceFeature,
  sqlFlow,
  sqlPort,
} from '../../site/src/source-features/feature.ts';
import { terraformFeatures } from '../../site/src/source-features/terraform.ts';

const wrongPort = '1444';

describe.each([
  ['Bicep', bicepFeatures],
  ['Terraform', terraformFeatures],
])('%s', (_, features) => {
  const rows = features.map((feature): [string, SourceFeature] => [feature.name, feature]);
  const isPromised = ([, { otherwise }]: (typeof rows)[number]) => otherwise === undefined;

  it('has each feature once', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  });

  test.each(rows.filter(isPromised))('%s decides the flow', (__, feature) => {
    expect(sqlFlow(feature, sqlPort)?.outcome).toBe('ALLOWED');
    expect(sqlFlow(feature, wrongPort)?.outcome).toBe('DENIED');
  });

  test.each(rows.filter((row) => !isPromised(row)))('%s leaves the flow open', (__, feature) => {
    expect(isRead(feature)).toBe(false);
    expect(sqlFlow(feature, sqlPort)?.outcome ?? 'UNKNOWN').toBe('UNKNOWN');
  });
});
