/** Validates Bicep or Terraform files. This module, and the readers with it, is loaded when such files come. */

import { InputError } from '../../../../core/input-error.ts';
import { applyEdits } from '../../../../core/validate/apply-edits.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import type { UsedFile } from '../../../../core/validate/read/source/files.ts';
import { unusedFile } from '../../../../core/validate/read/source/read-source.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { deploymentsIn } from './deployments-in.ts';
import { Excerpts, type ShownProblem } from './excerpt.ts';
import { resultOf } from './json-report.ts';
import { judgeSource, type Source } from './judge-source.ts';
import { type Patch, patchOf } from './patch.ts';
import { RefusedSource } from './refused-source.ts';
import type { Texts } from './texts.ts';

export function checkSource(
  { files, ignored }: Texts,
  chosen: string | undefined,
  options: InputOptions,
) {
  const excerpts = new Excerpts(files);
  const { entries, broken, requireOne } = deploymentsIn(files);
  const named = chosen ?? requireOne();
  const source = { files, ...(named !== undefined && { entry: named }) };
  const shownBroken = excerpts.ofProblems(broken);
  const report = withoutEntries(
    entries,
    orBroken(shownBroken, () => judgeSource(source, options, excerpts)),
  );
  const used: readonly UsedFile[] = report.read?.files ?? [];
  const known = new Set(used.map(({ path }) => path));
  return {
    ...resultOf(report),
    isAlone: false,
    regionOfGroup: undefined,
    excerpts: report.findings.map(({ sourceLocation }) => excerpts.at(sourceLocation)),
    problems: excerpts.ofProblems(report.problems),
    /** What one may choose to judge, with what is judged. */
    entries,
    /** Of files that may hold a service and belong to no deployment. */
    broken: shownBroken,
    files: {
      used,
      ignored: [...files.map(({ path }) => path).filter((path) => !known.has(path)), ...ignored],
    },
    patches: patchesOf(files, report),
  };
}

/** A values file that one may choose is not called unused. */
function withoutEntries(entries: readonly string[], report: ConfigReport): ConfigReport {
  const own = new Set(entries.map(unusedFile));
  return { ...report, unused: report.unused.filter((text) => !own.has(text)) };
}

/** Where nothing can be judged, what cannot be read is likely to be the cause. */
function orBroken(problems: readonly ShownProblem[], judge: () => ConfigReport): ConfigReport {
  try {
    return judge();
  } catch (error) {
    const isExplained = !(error instanceof InputError) || error instanceof RefusedSource;
    if (isExplained || problems.length === 0) throw error;
    throw new RefusedSource(error.message, error, {
      excerpt: undefined,
      missingValues: [],
      problems,
    });
  }
}

function patchesOf(files: Source['files'], report: ConfigReport): readonly Patch[] {
  const edits = report.edits();
  if (edits.length === 0) return [];
  const before = new Map(files.map(({ path, text }) => [path, text]));
  return applyEdits(files, edits).flatMap(({ path, text: after }) => {
    const text = before.get(path) ?? '';
    return text === after ? [] : [patchOf(path, text, after)];
  });
}
