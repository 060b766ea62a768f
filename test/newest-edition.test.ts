/** The newest edition of the port table: what a new edition has to change in tests. All other tests name their edition. */

import { describe, expect, it } from 'vitest';
import { changesBetween } from '../core/answers/changes.ts';
import { statementsOf } from '../core/answers/port-table.ts';
import { requiredRules } from '../core/answers/required-rules.ts';
import { editions, newestEdition } from '../data/index.ts';
import { pinnedEdition } from './support/pinned-edition.ts';

const newest = {
  date: '2026-04-30',
  rows: [
    'client-traffic INBOUND 443 [80] REQUIRED',
    'management-endpoint INBOUND 3443 REQUIRED',
    'certificate-validation OUTBOUND 80 REQUIRED',
    'storage OUTBOUND 443 REQUIRED',
    'entra-id OUTBOUND 443 OPTIONAL',
    'credential-manager OUTBOUND 443 OPTIONAL',
    'azure-sql OUTBOUND 1433 REQUIRED',
    'key-vault OUTBOUND 443 REQUIRED',
    'event-hub OUTBOUND 5671,5672,443 OPTIONAL',
    'azure-monitor OUTBOUND 1886,443 REQUIRED',
    'external-cache INBOUND+OUTBOUND 10000 OPTIONAL',
    'internal-cache INBOUND+OUTBOUND 6381-6383 OPTIONAL',
    'rate-limit-counters INBOUND+OUTBOUND 4290 OPTIONAL',
    'load-balancer INBOUND 6390 REQUIRED',
    'traffic-manager INBOUND 443 CONDITIONAL',
    'machine-health-probe INBOUND 6391 OPTIONAL',
  ],
  changes: ['2026-04-30-external-cache-changed'],
};

describe('the newest edition', () => {
  it('is the last one, and the edition that tests pin is among them', () => {
    expect([newestEdition, editions.at(-1)]).toEqual([newest.date, newest.date]);
    expect(editions).toContain(pinnedEdition);
  });

  it.each([undefined, 'STV2'] as const)('has these rows, on platform %s', (platform) => {
    const rows = statementsOf(undefined, platform).map(({ rule, statement }) => {
      const { directions, destinationPorts, optionalDestinationPorts, necessity } = statement;
      const inBrackets = optionalDestinationPorts.map((port) => `[${port}]`);
      return [
        rule.id,
        directions.join('+'),
        destinationPorts.join(),
        ...inBrackets,
        necessity,
      ].join(' ');
    });
    expect(rows).toEqual(newest.rows);
  });

  it('has these changes against the edition before', () => {
    expect(changesBetween(editions.at(-2)).map(({ id }) => id)).toEqual(newest.changes);
  });

  it('is the one that counts where a deployment names none', () => {
    const [location] = requiredRules({
      region: 'westeurope',
      tier: 'PREMIUM',
      virtualNetworkType: 'EXTERNAL',
      platform: 'STV2',
      additionalRegions: [],
      includeOptional: false,
      features: [],
      useRegionalTags: false,
    });
    const required = newest.rows
      .filter((row) => row.endsWith(' REQUIRED'))
      .map((row) => row.split(' ')[0]);
    const named = location?.securityRules.map(({ portRuleId }) => portRuleId);
    expect(new Set(named)).toEqual(new Set(required));
  });
});
