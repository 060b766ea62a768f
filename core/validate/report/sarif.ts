/** A report as SARIF 2.1.0, the format that code-scanning services and editors read. */

import { checks } from '../checks/index.ts';
import type { ConfigReport, Finding, Severity } from '../report.ts';

const levels = { ERROR: 'error', WARNING: 'warning', INFO: 'note' } as const satisfies Record<
  Severity,
  string
>;

export function toSarif(report: ConfigReport) {
  const used = checks.filter((check) =>
    report.findings.some(({ checkId }) => checkId === check.id),
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'APIM Network Atlas',
            rules: used.map((check) => ({
              id: check.id,
              ...(check.aliases && { deprecatedIds: check.aliases }),
              name: check.title,
              shortDescription: { text: check.summary },
              fullDescription: { text: check.rationale },
              help: { text: `Avoid: ${check.avoid}. Prefer: ${check.prefer}.` },
              defaultConfiguration: { level: levels[check.severity] },
            })),
          },
        },
        results: report.findings.map((finding) => ({
          ruleId: finding.checkId,
          ruleIndex: used.findIndex(({ id }) => id === finding.checkId),
          kind: kindOf(finding),
          // SARIF wants the level none for every kind but fail.
          level: kindOf(finding) === 'fail' ? levels[finding.severity] : 'none',
          message: {
            text: finding.remediation
              ? `${finding.message}. Fix: ${finding.remediation}`
              : finding.message,
          },
          locations: [
            { logicalLocations: [{ fullyQualifiedName: finding.path || '/', kind: 'element' }] },
          ],
        })),
        properties: { verdict: report.verdict, edition: report.edition },
      },
    ],
  };
}

function kindOf({ outcome, severity }: Finding): 'review' | 'informational' | 'fail' {
  if (outcome === 'NEEDS_REVIEW') return 'review';
  return severity === 'INFO' ? 'informational' : 'fail';
}
