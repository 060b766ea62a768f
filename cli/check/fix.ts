/** Edits of the source files that mend denied flows: as a diff, and in the files. */

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { InputError } from '../../core/input-error.ts';
import { applyEdits } from '../../core/validate/apply-edits.ts';
import { type FixProof, isSafe, proofOfFix } from '../../core/validate/compare/fix-proof.ts';
import type { InputOptions } from '../../core/validate/input-options.ts';
import type { SourceFile } from '../../core/validate/read/source/files.ts';
import type { Source } from '../../core/validate/read/source/read-source.ts';
import type { CheckRun, Judged } from '../../core/validate/report/check-run.ts';
import { fingerprints, markedPath } from '../../core/validate/report/fingerprint.ts';
import type { DeploymentEdits } from '../../core/validate/report/json.ts';
import { wordsOf } from '../../core/validate/report/packet-set-text.ts';
import { printable } from '../../core/validate/report/printable.ts';
import type { Paint } from '../../core/validate/report/text.ts';
import type { ConfigReport } from '../../core/validate/report.ts';
import { validateInput } from '../../core/validate/validate-input.ts';
import type { Io } from '../io.ts';
import type { PathInputs } from './judge-paths.ts';

export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Fixes {
  readonly changes: readonly FileChange[];
  /** Deployments that have errors and are left as they are, with the reason. */
  readonly notFixed: readonly { readonly path: string; readonly reason: string }[];
}

/** The edits of all deployments with errors, one after the other: two may rest on one file. */
export function fixesOf(
  run: CheckRun,
  { inputs, texts }: PathInputs,
  optionsFor: (path: string) => InputOptions,
): Fixes {
  const current = new Map(texts);
  const notFixed: { path: string; reason: string }[] = [];
  for (const judged of run.judged) {
    if (!judged.findings.some(isOpenError)) continue;
    const source = sourceOf(judged, inputs);
    if (source === undefined) {
      notFixed.push({ path: judged.path, reason: 'only Bicep and Terraform files are edited' });
      continue;
    }
    const isAsJudged = source.files.every(({ path, text }) => (current.get(path) ?? text) === text);
    const files = source.files.map((file): SourceFile => {
      const text = current.get(file.path) ?? file.text;
      return text === file.text ? file : { path: file.path, text };
    });
    const fix = fixOf(judged, { ...source, files }, optionsFor(judged.path), isAsJudged);
    if ('reason' in fix) notFixed.push({ path: judged.path, reason: fix.reason });
    else for (const { path, text } of fix.files) current.set(path, text);
  }
  const changes = [...texts].flatMap(([path, before]) => {
    const after = current.get(path) ?? before;
    return after === before ? [] : [{ path, before, after }];
  });
  return { changes, notFixed };
}

/** The edits of one deployment alone, for reports that are read by programs. */
export function editsOf(
  judged: Judged,
  { inputs }: PathInputs,
  optionsFor: (path: string) => InputOptions,
): DeploymentEdits | undefined {
  const source = judged.findings.some(isOpenError) ? sourceOf(judged, inputs) : undefined;
  const fix = source && fixOf(judged, source, optionsFor(judged.path), true);
  return fix === undefined || 'reason' in fix ? undefined : fix;
}

function sourceOf({ path }: Judged, inputs: PathInputs['inputs']): Source | undefined {
  const input = inputs.find((one) => one.path === path)?.input;
  return input && 'source' in input ? input.source : undefined;
}

const errorsOf = ({ findings }: ConfigReport): number =>
  findings.filter(({ severity }) => severity === 'ERROR').length;

const isOpenError = ({ severity, suppression }: Judged['findings'][number]) =>
  severity === 'ERROR' && !suppression;

interface Fix extends DeploymentEdits {
  readonly files: readonly SourceFile[];
}

/**
 * Taken if the files, judged again with the edits, have fewer errors and no new finding that fails or is undecided.
 * Without `isAsJudged`, an edit for another deployment has changed them since the report.
 */
function fixOf(
  { path, service, findings, report }: Judged,
  source: Source,
  options: InputOptions,
  isAsJudged: boolean,
): Fix | { readonly reason: string } {
  if (findings.some(({ severity, suppression }) => severity === 'ERROR' && suppression)) {
    return { reason: 'an error is ignored there, and the fix would mend it, too' };
  }
  try {
    const named = service === undefined ? options : { ...options, service };
    const before = isAsJudged ? report : validateInput({ source }, named);
    // The edits for another deployment with the same module may have mended this one.
    if (errorsOf(before) === 0) return { files: source.files, edits: [], mended: new Set() };
    const edits = before.edits();
    if (edits.length === 0) {
      return { reason: 'no edit of the files mends it; the findings say what to do' };
    }
    const files = applyEdits(source.files, edits);
    const after = validateInput({ source: { ...source, files } }, named);
    const marksOf = (report: ConfigReport) =>
      fingerprints(markedPath(path, service), report.findings);
    const known = new Set(marksOf(before));
    const left = marksOf(after);
    const isWorse = after.findings.some(
      ({ outcome }, index) => outcome !== 'PASS' && !known.has(left[index] as string),
    );
    if (isWorse || errorsOf(after) >= errorsOf(before)) {
      return { reason: 'the edits would lead to other errors' };
    }
    const proof = proofOfFix(before, after);
    return isSafe(proof)
      ? { files, edits, mended: known.difference(new Set(left)) }
      : { reason: reasonOf(proof) };
  } catch (error) {
    if (error instanceof InputError) return { reason: error.message };
    throw error;
  }
}

/** What an edit does besides what it is for. */
function reasonOf({ beyond, closed, stopped }: FixProof): string {
  const [still] = stopped;
  if (still && beyond.length + closed.length === 0) {
    return `the edits would not help: ${still.decidedBefore.join(' and ')}, which comes before the security group, stops ${wordsOf(still)}, for example ${still.example}`;
  }
  const [first] = [...beyond, ...closed];
  if (!first) return 'it is not proven that the edits open nothing else';
  const others = beyond.length + closed.length - 1;
  const more = others > 0 ? `, and ${others} more such sets` : '';
  return `the edits would also ${beyond.length > 0 ? 'open' : 'close'} ${wordsOf(first)}, for example ${first.example}${more}; change the rule by hand`;
}

/** Writes the files anew in their encoding; one whose bytes would change elsewhere is left as it is. */
export function writeChanges(base: string, changes: readonly FileChange[], io: Io): void {
  for (const { path, before, after } of changes) {
    const file = resolve(base, path);
    const bytes = readFileSync(file);
    const encode = encoderOf(bytes);
    if (!encode(before).equals(bytes)) {
      io.err(`not fixed: ${printable(path)}: it is neither UTF-8 nor UTF-16, or has changed\n`);
      continue;
    }
    writeFileSync(file, encode(after));
    io.err(`fixed ${printable(path)}\n`);
  }
}

function encoderOf(bytes: Buffer): (text: string) => Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return (text) => Buffer.from(`\ufeff${text}`, 'utf16le');
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? '\ufeff' : '';
  return (text) => Buffer.from(mark + text, 'utf8');
}

/** All changes as one unified diff, as `git apply` takes it. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 2,
      }).replace(/^={3,}\n/, ''),
    )
    .join('');
}

/** A diff for a terminal: without control characters, what goes in red and what comes in green. */
export function paintedDiff(diff: string, paint: (style: Paint, text: string) => string): string {
  return diff
    .split('\n')
    .map((line) => {
      const safe = printable(line.replace(/\r$/, ''));
      if (/^(---|\+\+\+) /.test(line)) return paint('strong', safe);
      if (line.startsWith('@@')) return paint('quiet', safe);
      if (line.startsWith('+')) return paint('good', safe);
      return line.startsWith('-') ? paint('error', safe) : safe;
    })
    .join('\n');
}
