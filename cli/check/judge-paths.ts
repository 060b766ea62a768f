/** Judges what some paths hold, each deployment by its own settings and flows, as one run. */

import { resolve } from 'node:path';
import type { InputOptions } from '../../core/validate/input-options.ts';
import type { CheckRun } from '../../core/validate/report/check-run.ts';
import { runFor } from '../../core/validate/report/persona.ts';
import { printable } from '../../core/validate/report/printable.ts';
import type { Io } from '../io.ts';
import { loadServiceTagFiles } from '../service-tag-files.ts';
import { nameIn } from '../source-tree.ts';
import type { CheckInputs } from './check-input.ts';
import { findInputs } from './inputs.ts';
import { judge } from './judge.ts';
import type { CheckOptions } from './options.ts';
import { ownFilesOf } from './own-files.ts';

/** What all repositories of a run hold together. */
export type PathInputs = Pick<CheckInputs, 'base' | 'inputs' | 'texts'>;

export interface JudgedPaths {
  readonly inputs: PathInputs;
  readonly run: CheckRun;
  /** How the input of a path was judged, as its edits must be. */
  readonly optionsFor: (path: string) => InputOptions;
}

export async function judgePaths(
  paths: readonly string[],
  options: CheckOptions,
  io: Io,
): Promise<JudgedPaths> {
  const groups =
    options.live === undefined
      ? await findInputs(paths, io, { varFiles: options.varFile })
      : [await liveInputsOf(options.live, options.cloud, io)];
  const [{ base }] = groups as readonly [CheckInputs];
  const { serviceTags, whatIf, param, service, edition, updateBaseline } = options;
  const shared: InputOptions = {
    serviceTagFiles: await loadServiceTagFiles(serviceTags),
    whatIf,
    parameters: param,
    service,
    edition,
  };
  const baseline = await baselineOf(options, io);
  const all = groups.flatMap(({ inputs }) => inputs);
  const progress = progressOn(io, all.length);
  const runs: CheckRun[] = [];
  const optionsByPath = new Map<string, InputOptions>();
  for (const group of groups) {
    const own = await ownFilesOf(group, options, io.cwd);
    for (const { path } of group.inputs) {
      optionsByPath.set(path, { ...shared, flows: own.flowsOf(path)?.flows });
    }
    const judged = judge(group, {
      ...shared,
      own,
      takesIgnores: options.ignores,
      baseline,
      isPartly: options.varFile.length > 0,
      today: io.today,
      progress,
      optionPath: (path) => nameIn(io.cwd, resolve(base, path)),
    });
    runs.push({ ...judged, ignoreProblems: [...own.settings.problems, ...judged.ignoreProblems] });
  }
  progress?.(undefined);
  // What this persona does not read is no news for the next one.
  const persona = updateBaseline ? 'PEDANTIC' : options.persona;
  return {
    inputs: { base, inputs: all, texts: new Map(groups.flatMap(({ texts }) => [...texts])) },
    run: runFor(persona, {
      judged: runs.flatMap(({ judged }) => judged),
      notJudged: runs.flatMap(({ notJudged }) => notJudged),
      ignoreProblems: runs.flatMap(({ ignoreProblems }) => ignoreProblems),
    }),
    optionsFor: (path) => optionsByPath.get(path) ?? shared,
  };
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
