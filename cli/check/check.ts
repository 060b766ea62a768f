/** `apim-atlas check`: judges the deployments below some paths and says by its exit code whether they hold. */

import { writeFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { InputOptions } from '../../core/validate/input-options.ts';
import { azureAnnotations, githubAnnotations } from '../../core/validate/report/annotations.ts';
import type { CheckRun } from '../../core/validate/report/check-run.ts';
import { countsOf, verdictOfJudged } from '../../core/validate/report/check-run.ts';
import { toJson } from '../../core/validate/report/json.ts';
import { toJUnit } from '../../core/validate/report/junit.ts';
import { toMarkdown } from '../../core/validate/report/markdown.ts';
import { printable } from '../../core/validate/report/printable.ts';
import { toSarifLog } from '../../core/validate/report/sarif.ts';
import { type Paint, toText } from '../../core/validate/report/text.ts';
import { exitCodes, formatOf, type Io, painter, UsageError } from '../io.ts';
import { loadServiceTagFiles } from '../service-tag-files.ts';
import { nameIn } from '../source-tree.ts';
import type { CheckInputs } from './check-input.ts';
import { editsOf, type Fixes, fixesOf, paintedDiff, unifiedDiff, writeChanges } from './fix.ts';
import { readFlows, withFlowLines } from './flows.ts';
import { findInputs, requireWatchable } from './inputs.ts';
import { judge } from './judge.ts';
import type { CheckOptions } from './options.ts';
import { readSettings } from './settings.ts';
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
  return watchPaths(paths, own, io, async () => {
    try {
      await once(paths, options, io);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      io.err(`${painter(io)('error', 'error')}: ${printable(error.message)}\n`);
    }
  });
}

async function once(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
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
  if (options.fix && options.dryRun) {
    const { changes } = fix(first, io);
    io.out(unifiedDiff(changes));
    return exitCodeOf(first.run, options);
  }
  if (options.fix) writeChanges(first.inputs.base, fix(first, io).changes, io);
  const judged = options.fix ? await judgePaths(paths, options, io) : first;
  write(judged, options, io);
  const { run } = judged;
  if (run.judged.length === 0 && run.notJudged.every(({ isError }) => !isError)) {
    io.err(
      `nothing was judged: no Bicep, Terraform, template, plan or export below ${paths.join(', ')} holds an API Management service\n`,
    );
  }
  return exitCodeOf(run, options);
}

/** A live service has no files to name, to edit or to watch. */
function requireNoFiles(paths: readonly string[], { fix, watch: isWatched }: CheckOptions): void {
  if (paths.join() !== '.') throw new UsageError('--live reads from Azure; name no files with it');
  if (fix) throw new UsageError('--fix edits source files; it does not go with --live');
  if (isWatched) throw new UsageError('--watch watches files; it does not go with --live');
}

interface JudgedPaths {
  readonly inputs: CheckInputs;
  readonly run: CheckRun;
  /** How the inputs were judged, as their edits must be. */
  readonly judging: InputOptions;
}

/** On a terminal, one line shows the progress and is erased at the end. */
function progressOn(io: Io, total: number): ((path: string | undefined) => void) | undefined {
  if (!io.isTerminal || total < 2) return undefined;
  let count = 0;
  return (path) => {
    count += 1;
    io.err(
      path === undefined
        ? '\r\u001b[K'
        : `\r\u001b[Kjudging ${count} of ${total}: ${printable(path).slice(0, 60)}`,
    );
  };
}

async function judgePaths(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<JudgedPaths> {
  const inputs =
    options.live === undefined
      ? await findInputs(paths, io)
      : await liveInputsOf(options.live, options.cloud, io);
  const settings = await readSettings(inputs.base);
  const flows = await readFlows(inputs.base, options.flows, io.cwd);
  const baseline = await baselineOf(options, io);
  const { serviceTags, whatIf, param, service, edition } = options;
  const judging: InputOptions = {
    serviceTagFiles: loadServiceTagFiles(serviceTags),
    whatIf,
    parameters: param,
    service,
    edition,
    flows: flows?.flows,
  };
  const judged = withFlowLines(flows, () =>
    judge(inputs, {
      ...judging,
      ignores: settings.ignores,
      takesIgnores: options.ignores,
      baseline,
      today: io.today,
      progress: progressOn(io, inputs.inputs.length),
    }),
  );
  return {
    inputs,
    judging,
    run: { ...judged, ignoreProblems: [...settings.problems, ...judged.ignoreProblems] },
  };
}

async function liveInputsOf(resourceId: string, cloud: string, io: Io): Promise<CheckInputs> {
  const { liveInputs } = await import('./live.ts');
  return liveInputs(resourceId, cloud, io);
}

async function baselineOf(
  { baseline, updateBaseline }: CheckOptions,
  io: Io,
): Promise<ReadonlySet<string>> {
  if (baseline === undefined || updateBaseline) return new Set();
  const { readBaseline } = await import('./baseline.ts');
  return readBaseline(resolve(io.cwd, baseline));
}

function fix({ run, inputs, judging }: JudgedPaths, io: Io): Fixes {
  const fixes = fixesOf(run, inputs, judging);
  for (const { path, reason } of fixes.notFixed) {
    io.err(`not fixed: ${printable(path)}: ${printable(reason)}\n`);
  }
  return fixes;
}

function write(judged: JudgedPaths, options: CheckOptions, io: Io): void {
  const { run, inputs, judging } = judged;
  const format = options.format ?? (options.output === undefined ? formatOf(io) : 'text');
  const text = {
    text: () => textReport(judged, options, io),
    json: () =>
      `${JSON.stringify(
        toJson(run, (one) => editsOf(one, inputs, judging)),
        undefined,
        2,
      )}\n`,
    sarif: () => `${JSON.stringify(toSarifLog(run), undefined, 2)}\n`,
    junit: () => toJUnit(run),
    github: () => githubAnnotations(run),
    azure: () => azureAnnotations(run),
    markdown: () => toMarkdown(run),
  }[format]();
  if (options.output === undefined) {
    io.out(text);
    return;
  }
  writeFileSync(resolve(io.cwd, options.output), text);
  io.err(`wrote ${relative(io.cwd, resolve(io.cwd, options.output))}\n`);
}

/** Findings, and the edits that mend them as a diff. */
function textReport({ run, inputs, judging }: JudgedPaths, options: CheckOptions, io: Io): string {
  const paint = options.output === undefined ? painter(io) : (_: Paint, plain: string) => plain;
  const lines = new Map<string, readonly string[]>();
  const report = toText(run, {
    paint,
    lineOf: (file, line) => {
      const own = lines.get(file) ?? inputs.texts.get(file)?.split(/\r?\n/);
      if (own) lines.set(file, own);
      return own?.[line - 1];
    },
    nameOf: (path) => {
      if (options.live !== undefined) return path;
      if (path === '-') return 'standard input';
      return isAbsolute(path) ? path : nameIn(io.cwd, resolve(inputs.base, path)) || '.';
    },
    isVerbose: options.verbose ?? false,
  });
  const { changes } = fixesOf(run, inputs, judging);
  if (changes.length === 0) return report;
  const hint = inputs.inputs.some(({ isStream }) => isStream)
    ? 'These edits mend it:'
    : 'These edits mend it (apim-atlas check --fix makes them):';
  return `${report}\n${paint('strong', hint)}\n\n${paintedDiff(unifiedDiff(changes), paint)}`;
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
