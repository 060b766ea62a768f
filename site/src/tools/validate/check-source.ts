/** Validates Bicep or Terraform files. This module, and the readers with it, is loaded when such files come. */

import { applyEdits } from '../../../../core/validate/apply-edits.ts';
import type { InputOptions } from '../../../../core/validate/input-options.ts';
import type { UsedFile } from '../../../../core/validate/read/source/files.ts';
import type { ConfigReport } from '../../../../core/validate/report.ts';
import { Excerpts } from './excerpt.ts';
import { resultOf } from './json-report.ts';
import { judgeSource, type Source } from './judge-source.ts';
import { type Patch, patchOf } from './patch.ts';
import type { Texts } from './texts.ts';

export function checkSource(
  { files, ignored }: Texts,
  entry: string | undefined,
  options: InputOptions,
) {
  const excerpts = new Excerpts(files);
  const report = judgeSource({ files, ...(entry !== undefined && { entry }) }, options, excerpts);
  const used: readonly UsedFile[] = report.read?.files ?? [];
  const known = new Set(used.map(({ path }) => path));
  return {
    ...resultOf(report),
    isAlone: false,
    regionOfGroup: undefined,
    excerpts: report.findings.map(({ sourceLocation }) => excerpts.at(sourceLocation)),
    problems: excerpts.ofProblems(report.problems),
    files: {
      used,
      ignored: [...files.map(({ path }) => path).filter((path) => !known.has(path)), ...ignored],
    },
    patches: patchesOf(files, report),
  };
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
