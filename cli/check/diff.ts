/** `apim-atlas diff`: what a change of the network opens, closes and breaks. */

import { relative, resolve } from 'node:path';
import { InputError } from '../../core/input-error.ts';
import { compareInputs } from '../../core/validate/compare/compare-inputs.ts';
import type { InputOptions } from '../../core/validate/input-options.ts';
import {
  type ComparisonRun,
  comparisonJson,
  comparisonMarkdown,
  comparisonText,
  hasChanges,
} from '../../core/validate/report/comparison.ts';
import { exitCodes, type Io, painter, UsageError } from '../io.ts';
import { loadServiceTagFiles } from '../service-tag-files.ts';
import { repositoryOf } from '../source-tree.ts';
import { withFilesOf } from './git-files.ts';
import { type CheckInputs, findInputs } from './inputs.ts';

export interface DiffOptions {
  readonly git?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly param: Readonly<Record<string, unknown>>;
  readonly service?: string;
  readonly serviceTags: readonly string[];
}

/** Exit code 0 where nothing changes, 1 where something does or may, 2 where nothing could be compared. */
export async function diff(
  paths: readonly string[],
  options: DiffOptions,
  io: Io,
): Promise<number> {
  const [before, after] = await inputsOf(paths, options, io);
  const run = compare(before, after, {
    serviceTagFiles: loadServiceTagFiles(options.serviceTags),
    whatIf: 'NONE',
    parameters: options.param,
    service: options.service,
  });
  if (run.compared.length === 0 && run.notCompared.length === 0) {
    throw new UsageError(
      'nothing was compared: no Bicep, Terraform, template, plan or export on either side holds an API Management service',
    );
  }
  io.out(
    {
      text: () => comparisonText(run, painter(io)),
      json: () => `${JSON.stringify(comparisonJson(run), undefined, 2)}\n`,
      markdown: () => comparisonMarkdown(run),
    }[options.format](),
  );
  if (run.compared.length === 0) return exitCodes.unusable;
  return hasChanges(run) ? exitCodes.findings : exitCodes.clean;
}

async function inputsOf(
  paths: readonly string[],
  { git }: DiffOptions,
  io: Io,
): Promise<readonly [CheckInputs, CheckInputs]> {
  if (git === undefined) {
    const [before, after, ...more] = paths;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new UsageError(
        `diff takes two paths, before and after the change, or --git <commit> and at most one; it has ${paths.length}`,
      );
    }
    return [await findInputs([before], io), await findInputs([after], io)];
  }
  const [path = '.', ...more] = paths;
  if (more.length > 0) {
    throw new UsageError(`with --git, diff takes at most one path; it has ${paths.length}`);
  }
  const repository = repositoryOf(resolve(io.cwd));
  const inside = relative(repository, resolve(io.cwd, path));
  if (inside.startsWith('..')) throw new UsageError(`${path} is outside of ${repository}`);
  const after = await findInputs([path], io);
  const before = await withFilesOf(git, repository, (folder) =>
    findInputs([inside === '' ? '.' : inside], { ...io, cwd: folder }),
  );
  return [before, after];
}

function compare(before: CheckInputs, after: CheckInputs, options: InputOptions): ComparisonRun {
  const [first, second] = [before.inputs, after.inputs];
  const isOnePair = first.length === 1 && second.length === 1;
  const paths = isOnePair
    ? second.map(({ path }) => path)
    : [...new Set([...first, ...second].map(({ path }) => path))];
  const compared: ComparisonRun['compared'][number][] = [];
  const notCompared: ComparisonRun['notCompared'][number][] = [
    ...before.notJudged.filter(({ isError }) => isError),
    ...after.notJudged.filter(({ isError }) => isError),
  ];
  for (const path of paths) {
    const [old, now] = isOnePair
      ? [first[0], second[0]]
      : [first, second].map((inputs) => inputs.find((one) => one.path === path));
    if (!old || !now) {
      notCompared.push({
        path,
        reason: old ? 'it is only there before' : 'it is only there after',
      });
      continue;
    }
    try {
      const sides = [old, now].map(({ input }) => ({ input, options }));
      const [left, right] = sides as [(typeof sides)[number], (typeof sides)[number]];
      compared.push({ path, comparison: compareInputs(left, right) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      notCompared.push({ path, reason: error.message });
    }
  }
  return { compared, notCompared };
}
