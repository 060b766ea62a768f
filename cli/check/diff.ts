/** `apim-atlas diff`: what a change of the network opens, closes and breaks. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compareReports } from '../../core/validate/compare/compare-reports.ts';
import type { CheckRun, Judged } from '../../core/validate/report/check-run.ts';
import {
  type Compared,
  type ComparisonRun,
  comparisonJson,
  comparisonMarkdown,
  comparisonText,
  hasChanges,
  type NotCompared,
} from '../../core/validate/report/comparison.ts';
import { exitCodes, type Io, painter, UsageError } from '../io.ts';
import { repositoryOf, scopeOf } from '../scope.ts';
import { loadServiceTagFiles } from '../service-tag-files.ts';
import { isOutside, nameIn } from '../source-tree.ts';
import type { CheckInputs } from './check-input.ts';
import { withFilesOf } from './git-files.ts';
import { inputsOfPath } from './inputs.ts';
import { judge } from './judge.ts';
import { ownFilesOf } from './own-files.ts';

export interface DiffOptions {
  readonly git?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly param: Readonly<Record<string, unknown>>;
  /** Paths of values files of Terraform, the last one counts most. */
  readonly varFile: readonly string[];
  readonly service?: string;
  readonly serviceTags: readonly string[];
  /** Path of a flows file, in place of the nearest ones. */
  readonly flows?: string;
}

/** Exit code 0 where nothing changes, 1 where something does or may, 2 where nothing could be compared. */
export async function diff(
  paths: readonly string[],
  options: DiffOptions,
  io: Io,
): Promise<number> {
  const [before, after] = await inputsOf(paths, options, io);
  // One promise for both sides: that of the files after the change.
  const inputs = [...after.inputs, ...before.inputs];
  const settings = {
    own: await ownFilesOf({ ...after, inputs }, options, io.cwd),
    serviceTagFiles: await loadServiceTagFiles(options.serviceTags),
    whatIf: 'NONE',
    parameters: options.param,
    service: options.service,
    takesIgnores: false,
    baseline: new Set<string>(),
    today: io.today,
    optionPath: (path: string) => nameIn(io.cwd, resolve(after.base, path)),
  } as const;
  const run = compare(judge(before, settings), judge(after, settings));
  if (run.compared.length === 0 && run.notCompared.length === 0) {
    throw new UsageError(
      'nothing was compared: no Bicep, Terraform, template, plan or export on either side has an API Management service',
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
  { git, varFile: varFiles }: DiffOptions,
  io: Io,
): Promise<readonly [CheckInputs, CheckInputs]> {
  if (git === undefined) {
    const [before, after, ...more] = paths;
    if (before === undefined || after === undefined || more.length > 0) {
      throw new UsageError(
        `diff takes two paths, before and after the change, or --git <commit> and at most one; it has ${paths.length}`,
      );
    }
    // Each side has its own names, so that the same file is found on both.
    const own = { scopeFor: (folder: string) => scopeOf(folder, folder), varFiles };
    return [await inputsOfPath(before, io, own), await inputsOfPath(after, io, own)];
  }
  const [path = '.', ...more] = paths;
  if (more.length > 0) {
    throw new UsageError(`with --git, diff takes at most one path; it has ${paths.length}`);
  }
  const repository = repositoryOf(resolve(io.cwd));
  const inside = nameIn(repository, resolve(io.cwd, path));
  if (isOutside(inside)) throw new UsageError(`${path} is outside of ${repository}`);
  const after = await inputsOfPath(path, io, { varFiles });
  const before = await withFilesOf(git, repository, async (folder) => {
    const isThere = existsSync(join(folder, inside));
    if (!isThere) return { ...after, inputs: [], notJudged: [], texts: new Map() };
    const varFilesThen = varFiles.map((file) => {
      const path = resolve(io.cwd, file);
      const name = nameIn(repository, path);
      if (isOutside(name)) return path;
      if (existsSync(join(folder, name))) return name;
      throw new UsageError(`${file} is not in ${git}; name a values file that both sides have`);
    });
    return inputsOfPath(
      inside === '' ? '.' : inside,
      { ...io, cwd: folder },
      { varFiles: varFilesThen },
    );
  });
  return [before, after];
}

/** Deployments of one path and service; the only one on either side, wherever it is. */
function compare(before: CheckRun, after: CheckRun): ComparisonRun {
  const [first, second] = [before.judged, after.judged];
  const isOnePair = first.length === 1 && second.length === 1;
  const keyOf = ({ path, service }: Judged) => (isOnePair ? '' : JSON.stringify([path, service]));
  const keys = [...new Set([...first, ...second].map(keyOf))];
  const compared: Compared[] = [];
  const notCompared: NotCompared[] = [...before.notJudged, ...after.notJudged]
    .filter(({ isError }) => isError)
    .map(({ path, reason }) => ({ path, reason }));
  for (const key of keys) {
    const [old, now] = [first, second].map((all) => all.find((one) => keyOf(one) === key));
    const path = [now?.path ?? old?.path, now?.service ?? old?.service].filter(Boolean).join(' ');
    if (old && now) compared.push({ path, comparison: compareReports(old.report, now.report) });
    else notCompared.push({ path, reason: `it is only there ${old ? 'before' : 'after'}` });
  }
  return { compared, notCompared };
}
