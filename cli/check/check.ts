/** `apim-atlas check`: judges the deployments below some paths and says by its exit code whether they hold. */

import { resolve } from 'node:path';
import type { CheckRun } from '../../core/validate/report/check-run.ts';
import { countsOf, verdictOfJudged } from '../../core/validate/report/check-run.ts';
import { printable } from '../../core/validate/report/printable.ts';
import { errorText, exitCodes, type Io, UsageError } from '../io.ts';
import type { FileChange } from './fix.ts';
import { requireWatchable } from './inputs.ts';
import { type JudgedPaths, judgePaths } from './judge-paths.ts';
import type { CheckOptions } from './options.ts';
import { put, textOptions, writeReport } from './report.ts';
import { watchPaths } from './watch.ts';

export async function check(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<number> {
  if (options.live !== undefined) requireNoFiles(paths, options);
  if (!options.watch) return once(paths, options, io);
  requireWatchable(paths, io.cwd);
  const own = [options.output, options.baseline].filter((path) => path !== undefined);
  return watchPaths([...paths, ...options.varFile], own, io, async () => {
    try {
      await once(paths, options, io);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      io.err(errorText(error, io));
    }
  });
}

async function once(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  if (options.why !== undefined) requireOnlyWhy(options);
  if (options.updateBaseline && options.baseline === undefined) {
    throw new UsageError('--update-baseline belongs to --baseline, which names the file');
  }
  if (options.dryRun && !options.fix) throw new UsageError('--dry-run belongs to --fix');
  const first = await judgePaths(paths, options, io);
  if (options.fix && !options.dryRun && first.inputs.inputs.some(({ isStream }) => isStream)) {
    throw new UsageError(
      'standard input is not a file that can be fixed; --fix --dry-run prints the edits',
    );
  }
  if (options.updateBaseline && options.baseline !== undefined) {
    const { writeBaseline } = await import('./baseline.ts');
    writeBaseline(resolve(io.cwd, options.baseline), first.run);
    io.err(`wrote ${options.baseline}\n`);
    return exitCodes.clean;
  }
  if (options.why !== undefined) return explain(options.why, first, options, io);
  if (options.fix && options.dryRun) {
    const { unifiedDiff } = await import('./fix.ts');
    io.out(unifiedDiff(await fix(first, io)));
    return exitCodeOf(first.run, options);
  }
  if (options.fix) {
    const { writeChanges } = await import('./fix.ts');
    writeChanges(first.inputs.base, await fix(first, io), io);
  }
  const judged = options.fix ? await judgePaths(paths, options, io) : first;
  await writeReport(judged, options, io);
  const { run } = judged;
  if (run.judged.length === 0 && run.notJudged.every(({ isError }) => !isError)) {
    io.err(
      `nothing was judged: no Bicep, Terraform, template, plan or export in ${paths.map(printable).join(', ')} has an API Management service\n`,
    );
  }
  return exitCodeOf(run, options);
}

function requireOnlyWhy({ format = 'text', fix, updateBaseline }: CheckOptions): void {
  if (fix || updateBaseline) {
    throw new UsageError(
      `--why explains; it does not go with ${fix ? '--fix' : '--update-baseline'}`,
    );
  }
  if (format === 'text' || format === 'json') return;
  throw new UsageError(`--why prints text or json, not ${format}`);
}

/** A live service has no files to name, to edit or to watch. */
function requireNoFiles(
  paths: readonly string[],
  { varFile, fix, watch: isWatched }: CheckOptions,
): void {
  if (paths.join() !== '.' || varFile.length > 0)
    throw new UsageError('--live reads from Azure; name no files with it');
  if (fix) throw new UsageError('--fix edits source files; it does not go with --live');
  if (isWatched) throw new UsageError('--watch watches files; it does not go with --live');
}

async function fix(
  { run, inputs, optionsFor }: JudgedPaths,
  io: Io,
): Promise<readonly FileChange[]> {
  const { fixesOf } = await import('./fix.ts');
  const { changes, notFixed } = fixesOf(run, inputs, optionsFor);
  for (const { path, reason } of notFixed) {
    io.err(`not fixed: ${printable(path)}: ${printable(reason)}\n`);
  }
  if (changes.length === 0 && notFixed.length === 0) {
    io.err('nothing to fix: no finding is an error\n');
  }
  return changes;
}

/** Prints the ladders of a packet or a rule; what could not be judged is said. */
async function explain(
  subject: string,
  { run, inputs }: JudgedPaths,
  options: CheckOptions,
  io: Io,
): Promise<number> {
  const { explained, printed } = await import('./why.ts');
  const all = explained(subject, run, inputs);
  for (const { path, reason } of run.notJudged.filter(({ isError }) => isError)) {
    io.err(`${printable(path)} cannot be judged: ${printable(reason)}\n`);
  }
  if (all.length === 0) {
    io.err('nothing was judged, so there is no packet and no rule to explain\n');
    return exitCodes.unusable;
  }
  put(
    printed(all, options.format === 'json' ? 'json' : 'text', textOptions(inputs, options, io)),
    options,
    io,
  );
  return exitCodes.clean;
}

export function exitCodeOf(
  run: CheckRun,
  { failOn, allowNone }: Pick<CheckOptions, 'failOn' | 'allowNone'>,
): number {
  const { judged, notJudged, ignoreProblems } = run;
  if (notJudged.some(({ isError }) => isError)) return exitCodes.unusable;
  if (judged.length === 0) return allowNone ? exitCodes.clean : exitCodes.unusable;
  if (failOn === 'NEVER') return exitCodes.clean;
  const counts = judged.map(({ findings }) => countsOf(findings));
  const verdicts = judged.map(verdictOfJudged);
  const hasErrors = counts.some(({ ERROR }) => ERROR > 0) || verdicts.includes('FAIL');
  if (hasErrors) return exitCodes.findings;
  const hasWarnings = counts.some(({ WARNING }) => WARNING > 0) || ignoreProblems.length > 0;
  if (failOn === 'WARNING' && hasWarnings) return exitCodes.findings;
  if (failOn === 'REVIEW' && verdicts.includes('NEEDS_REVIEW')) return exitCodes.undecided;
  return exitCodes.clean;
}
