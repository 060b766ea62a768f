/** The port rules: their ids, and single rows that an edition changes. */

import { describe, expect, it, test } from 'vitest';
import type { ComputePlatform, PortRuleStatement } from '../../data/model.ts';
import { portRules } from '../../data/ports/index.ts';

const statements = portRules.flatMap((rule) => rule.statements);

function statementsIn(edition: string, platform?: ComputePlatform) {
  return statements
    .filter((statement) => statement.edition === edition)
    .filter((statement) => platform === undefined || statement.platforms.includes(platform));
}

function statementOf(id: string, edition: string): PortRuleStatement | undefined {
  return portRules
    .find((rule) => rule.id === id)
    ?.statements.find((statement) => statement.edition === edition);
}

describe('rules', () => {
  it('keep their ids and their order', () => {
    expect(portRules.map((rule) => rule.id)).toEqual([
      'client-traffic',
      'management-endpoint',
      'certificate-validation',
      'storage',
      'entra-id',
      'credential-manager',
      'azure-sql',
      'key-vault',
      'event-hub',
      'azure-monitor',
      'external-cache',
      'internal-cache',
      'rate-limit-counters',
      'load-balancer',
      'traffic-manager',
      'machine-health-probe',
      'key-vault-stv1',
      'git-file-share',
      'health-and-monitoring-extension',
      'load-balancer-stv1',
      'smtp',
      'resource-health',
      'smtp-25',
      'smtp-587',
      'smtp-25028',
      'v2-key-vault',
      'v2-storage',
    ]);
  });
});

describe('statements', () => {
  test.each<[edition: string, platform: ComputePlatform | undefined, rows: number]>([
    ['2019-09-09', undefined, 14],
    ['2019-09-09', 'STV1', 14],
    ['2019-09-09', 'STV2', 0],
    // Fourteen rows; the two that the platforms part over later are stated once for each.
    ['2021-08-06', undefined, 16],
    ['2021-08-06', 'STV1', 14],
    ['2021-08-06', 'STV2', 14],
    ['2023-01-06', undefined, 17],
    ['2023-01-06', 'STV1', 15],
    ['2023-01-06', 'STV2', 14],
    ['2023-11-29', undefined, 19],
    ['2023-11-29', 'STV1', 16],
    ['2023-11-29', 'STV2', 16],
    ['2025-06-17', undefined, 16],
    ['2025-06-17', 'STV1', 0],
    ['2025-06-17', 'STV2', 16],
    ['2025-12-01', undefined, 2],
    ['2026-04-30', undefined, 16],
    ['2026-04-30', 'STV1', 0],
    ['2026-04-30', 'STV2', 16],
  ])('of %s on %s are %i', (edition, platform, rows) => {
    expect(statementsIn(edition, platform)).toHaveLength(rows);
  });
});

describe('figures that documents, templates or readers get wrong', () => {
  test.each<[id: string, edition: string, protocol: string, ports: string]>([
    ['azure-sql', '2026-04-30', 'TCP', '1433'],
    ['rate-limit-counters', '2026-04-30', 'UDP', '4290'],
    ['rate-limit-counters', '2023-01-06', 'UDP', '4290'],
    ['external-cache', '2023-01-06', 'TCP', '6380'],
    ['external-cache', '2026-04-30', 'TCP', '10000'],
    ['azure-monitor', '2026-04-30', 'TCP', '1886,443'],
    ['machine-health-probe', '2026-04-30', 'TCP', '6391'],
    ['certificate-validation', '2026-04-30', 'TCP', '80'],
    ['storage', '2019-09-09', 'TCP', '80,443'],
    ['event-hub', '2019-09-09', 'TCP', '5672'],
    ['resource-health', '2019-09-09', 'TCP', '1886'],
    ['load-balancer', '2023-01-06', 'TCP', '6390'],
    ['load-balancer-stv1', '2023-01-06', 'TCP', '*'],
    ['storage', '2021-08-06', 'TCP', '443'],
    ['event-hub', '2021-08-06', 'TCP', '5671,5672,443'],
    ['azure-monitor', '2021-08-06', 'TCP', '1886,443'],
    ['smtp', '2021-08-06', 'TCP', '25,587,25028'],
    ['rate-limit-counters', '2021-08-06', 'UDP', '4290'],
    ['load-balancer', '2021-08-06', 'TCP', '*'],
    ['load-balancer', '2023-11-29', 'TCP', '6390'],
    ['machine-health-probe', '2023-11-29', 'TCP', '6391'],
    ['external-cache', '2025-06-17', 'TCP', '6380'],
    ['certificate-validation', '2025-06-17', 'TCP', '80'],
  ])('%s of %s is %s %s', (id, edition, protocol, ports) => {
    const statement = statementOf(id, edition);
    expect([statement?.protocol, statement?.destinationPorts.join()]).toEqual([protocol, ports]);
  });

  it('and the v2 rule for Storage, which a newer text drops, is disputed', () => {
    const confidences = statementOf('v2-storage', '2025-12-01')?.citations.map(
      (citation) => citation.confidence,
    );
    expect(new Set(confidences)).toEqual(new Set(['DISPUTED']));
  });
});
