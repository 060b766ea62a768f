/** Which rows of the port tables the filter keeps. */

import { describe, expect, it } from 'vitest';
import { type FilteredRow, matchesFilter } from '../../site/src/lib/port-filter.ts';

const row: FilteredRow = {
  tier: 'developer premium',
  mode: 'external internal',
  platform: 'stv2',
  direction: 'outbound',
  necessity: 'required',
  edition: '2026-04-30',
  ports: '443 6381-6383',
  text: 'Azure Monitor AzureMonitor TCP 443, 6381-6383',
};

describe('the filter of the port rules', () => {
  it.each([
    ['', true],
    ['q=', true],
    ['q=443', true],
    ['q=44', false],
    ['q=6382', true],
    ['q=6384', false],
    ['q=azuremonitor', true],
    ['q=monitor+443', true],
    ['q=monitor+80', false],
    ['q=sql', false],
    ['tier=premium', true],
    ['tier=premium-v2', false],
    ['mode=internal', true],
    ['platform=stv1', false],
    ['direction=outbound&necessity=required', true],
    ['direction=outbound&necessity=optional', false],
    ['edition=2023-01-06', false],
    ['other=x', true],
  ])('"%s" keeps the row: %s', (address, expected) => {
    expect(matchesFilter(row, new URLSearchParams(address))).toBe(expected);
  });

  it('keeps a row for any port out of a search for one', () => {
    expect(matchesFilter({ ...row, ports: '*' }, new URLSearchParams('q=443'))).toBe(false);
  });
});
