/** The report of a run in the format that is wanted; each format is loaded when it is used. */

import { writeFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Paint, TextOptions } from '../../core/validate/report/text.ts';
import { formatOf, type Io, painter } from '../io.ts';
import { nameIn } from '../source-tree.ts';
import type { JudgedPaths, PathInputs } from './judge-paths.ts';
import type { CheckOptions } from './options.ts';

/** Prints the report, or writes it into the file that `--output` names. */
export async function writeReport(
  judged: JudgedPaths,
  options: CheckOptions,
  io: Io,
): Promise<void> {
  const format = options.format ?? (options.output === undefined ? formatOf(io) : 'text');
  put(await reports[format](judged, options, io), options, io);
}

type Report = (judged: JudgedPaths, options: CheckOptions, io: Io) => Promise<string>;

const reports: Readonly<Record<NonNullable<CheckOptions['format']>, Report>> = {
  text: textReport,
  async json({ run, inputs, optionsFor }) {
    const { toJson } = await import('../../core/validate/report/json.ts');
    const { editsOf } = await import('./fix.ts');
    return asJson(toJson(run, (one) => editsOf(one, inputs, optionsFor)));
  },
  async sarif({ run, inputs }, options, io) {
    const { toSarifLog } = await import('../../core/validate/report/sarif.ts');
    return asJson(toSarifLog(run, textOptions(inputs, options, io).lineOf));
  },
  async junit({ run }) {
    const { toJUnit } = await import('../../core/validate/report/junit.ts');
    return toJUnit(run);
  },
  async github({ run }) {
    const { githubAnnotations } = await import('../../core/validate/report/annotations.ts');
    return githubAnnotations(run);
  },
  async azure({ run }) {
    const { azureAnnotations } = await import('../../core/validate/report/annotations.ts');
    return azureAnnotations(run);
  },
  async markdown({ run }) {
    const { toMarkdown } = await import('../../core/validate/report/markdown.ts');
    return toMarkdown(run);
  },
};

const asJson = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/** Into the file of `--output`, or else onto standard output. */
export function put(text: string, { output }: CheckOptions, io: Io): void {
  if (output === undefined) {
    io.out(text);
    return;
  }
  const file = resolve(io.cwd, output);
  writeFileSync(file, text);
  io.err(`wrote ${relative(io.cwd, file)}\n`);
}

/** How text names files, and in which colours. */
export function textOptions(
  { base, texts }: PathInputs,
  options: CheckOptions,
  io: Io,
): TextOptions {
  const lines = new Map<string, readonly string[]>();
  return {
    paint: options.output === undefined ? painter(io) : (_: Paint, plain: string) => plain,
    lineOf: (file, line) => {
      const own = lines.get(file) ?? texts.get(file)?.split(/\r?\n/);
      if (own) lines.set(file, own);
      return own?.[line - 1];
    },
    nameOf: (path) => {
      if (options.live !== undefined) return path;
      if (path === '-') return 'standard input';
      return isAbsolute(path) ? path : nameIn(io.cwd, resolve(base, path)) || '.';
    },
    isVerbose: options.verbose ?? false,
  };
}

/** Findings, and the edits that mend them as a diff. */
async function textReport(
  { run, inputs, optionsFor }: JudgedPaths,
  options: CheckOptions,
  io: Io,
): Promise<string> {
  const { toText } = await import('../../core/validate/report/text.ts');
  const style = textOptions(inputs, options, io);
  const report = toText(run, style);
  // Only an error is mended, and what mends it takes long to load.
  if (!run.judged.some(({ findings }) => findings.some(({ severity }) => severity === 'ERROR'))) {
    return report;
  }
  const { fixesOf, paintedDiff, unifiedDiff } = await import('./fix.ts');
  const { changes } = fixesOf(run, inputs, optionsFor);
  if (changes.length === 0) return report;
  const hint = inputs.inputs.some(({ isStream }) => isStream)
    ? 'These edits mend it:'
    : 'These edits mend it (apim-atlas check --fix makes them):';
  return `${report}\n${style.paint('strong', hint)}\n\n${paintedDiff(unifiedDiff(changes), style.paint)}`;
}
