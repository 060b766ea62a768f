/** Judges Bicep or Terraform files; what cannot be judged is refused with its lines. */

import type { InputOptions } from '../../../../core/validate/input-options.ts';
import { SourceError } from '../../../../core/validate/read/source/source-error.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { validateSource } from '../../../../core/validate/validate-source.ts';
import type { Excerpts } from './excerpt.ts';
import { RefusedSource } from './refused-source.ts';

export type Source = Parameters<typeof validateSource>[0];

export function judgeSource(
  source: Source,
  options: InputOptions,
  excerpts: Excerpts,
): ConfigReport {
  try {
    return validateSource(source, options);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const { sourceLocation, missingValues, problems } = error;
    throw new RefusedSource(error.reason, error, {
      excerpt: excerpts.at(sourceLocation),
      missingValues,
      problems: excerpts.ofProblems(problems),
    });
  }
}
