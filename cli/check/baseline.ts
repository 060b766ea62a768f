/** The baseline: a file of earlier findings, so that a run counts only new ones. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { CheckRun } from '../../core/validate/report/check-run.ts';
import { UsageError } from '../io.ts';

const shape = z.object({
  format: z.literal('baseline-v1'),
  findings: z.array(z.object({ fingerprint: z.string() })),
});

export function readBaseline(path: string): ReadonlySet<string> {
  if (!existsSync(path)) {
    throw new UsageError(`there is no baseline ${path}; --update-baseline writes it`);
  }
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    content = undefined;
  }
  const baseline = shape.safeParse(content);
  if (!baseline.success) {
    throw new UsageError(`${path} is not a baseline; --update-baseline writes it anew`);
  }
  return new Set(baseline.data.findings.map(({ fingerprint }) => fingerprint));
}

/** Path, check and title are for people who review the file; the fingerprint alone is read. */
export function writeBaseline(path: string, { judged }: CheckRun): void {
  const findings = judged.flatMap((one) =>
    one.findings
      .filter(({ suppression }) => suppression?.kind !== 'IN_SOURCE')
      .map(({ fingerprint, checkId, title }) => ({
        path: one.path,
        check: checkId,
        title,
        fingerprint,
      })),
  );
  writeFileSync(path, `${JSON.stringify({ format: 'baseline-v1', findings }, undefined, 2)}\n`);
}
