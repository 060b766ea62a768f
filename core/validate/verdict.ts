/** One rule for all reports: the verdict is the worst outcome of the findings. */

import type { Finding, Verdict } from './report.ts';

export function verdictOf(findings: readonly Pick<Finding, 'outcome'>[]): Verdict {
  const worst = (['FAIL', 'NEEDS_REVIEW'] as const).find((one) =>
    findings.some(({ outcome }) => outcome === one),
  );
  return worst ?? 'PASS';
}
