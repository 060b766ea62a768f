/** Judges the inputs one by one, and says of each finding where it is and whether it counts. */

import { InputError } from '../../core/input-error.ts';
import { keysOf } from '../../core/json-pointer.ts';
import { jsonLocator } from '../../core/validate/read/json-locator.ts';
import { NoServiceError } from '../../core/validate/read/no-service-error.ts';
import { unusedFile } from '../../core/validate/read/source/read-source.ts';
import { SourceError } from '../../core/validate/read/source/source-error.ts';
import type {
  CheckRun,
  Judged,
  JudgedFinding,
  NotJudged,
} from '../../core/validate/report/check-run.ts';
import { fingerprints, markedPath } from '../../core/validate/report/fingerprint.ts';
import { validateInput } from '../../core/validate/validate-input.ts';
import type { CheckInput, CheckInputs } from './check-input.ts';
import { withFlowLines } from './flows.ts';
import { type IgnoreOptions, Ignores } from './ignores.ts';
import { valuesHints } from './values-hints.ts';

export interface JudgeOptions extends IgnoreOptions {
  /** False where comments and settings are to be passed over. */
  readonly takesIgnores: boolean;
  /** Fingerprints of findings that were there before. */
  readonly baseline: ReadonlySet<string>;
  /** A path as one writes it in an option, from one that is relative to the base. */
  readonly optionPath: (path: string) => string;
  /** Called with each path before it is judged. */
  readonly progress?: ((path: string) => void) | undefined;
}

export function judge(inputs: CheckInputs, options: JudgeOptions): CheckRun {
  const ownNotes = new Set(inputs.inputs.map(({ path }) => unusedFile(path)));
  const judged: Judged[] = [];
  const notJudged: NotJudged[] = [...inputs.notJudged];
  const ignores = options.takesIgnores ? new Ignores(inputs.texts, options) : undefined;
  for (const input of inputs.inputs) {
    options.progress?.(input.path);
    const flows = options.own.flowsOf(input.path);
    const own = { ...options, flows: flows?.flows };
    const results = withFlowLines(flows, () => servicesOf(input, own, ignores));
    judged.push(
      ...results.judged.map((one) => ({
        ...one,
        notes: one.notes.filter((note) => !ownNotes.has(note)),
      })),
    );
    notJudged.push(...results.notJudged);
  }
  return { judged, notJudged, ignoreProblems: ignores?.problems(judged, inputs) ?? [] };
}

/** The service of an input; each where it holds several and none is named. */
function servicesOf(
  input: CheckInput,
  options: JudgeOptions,
  ignores: Ignores | undefined,
): Pick<CheckRun, 'judged' | 'notJudged'> {
  try {
    return { judged: [judgeOne(input, options, ignores)], notJudged: [] };
  } catch (error) {
    // The flows are wrong for more than this input.
    if (!(error instanceof InputError) || error.path[0] === 'flows') throw error;
    const isOfSeveral = error.path[0] === 'service' && options.service === undefined;
    if (!isOfSeveral) return { judged: [], notJudged: [notJudgedFor(input, error, options)] };
    const all = [...new Set(error.accepted)].map((service) =>
      servicesOf(input, { ...options, service }, ignores),
    );
    return {
      judged: all.flatMap(({ judged }) => judged),
      notJudged: all.flatMap(({ notJudged }) => notJudged),
    };
  }
}

/** An input without a service is not an error. Of a file that was found and not named, the reason is left out. */
function notJudgedFor(
  { path, input, isFound }: CheckInput,
  error: InputError,
  { optionPath }: JudgeOptions,
): NotJudged {
  const hasNoService =
    (error instanceof NoServiceError && error.isWhole) ||
    (error instanceof SourceError && error.hasNoService);
  const hints =
    error instanceof SourceError ? valuesHints(error.missingValues, input, optionPath) : [];
  return {
    path,
    reason:
      hasNoService && isFound
        ? 'it deploys no API Management service'
        : [error.message, ...hints].join('; '),
    isError: !hasNoService,
  };
}

function judgeOne(
  { path, input, text, nameOf }: CheckInput,
  options: JudgeOptions,
  ignores: Ignores | undefined,
): Judged {
  const report = validateInput(input, options);
  const locate = text === undefined ? undefined : jsonLocator(path, text);
  const marks = fingerprints(markedPath(path, options.service), report.findings);
  const findings = report.findings.map((finding, index): JudgedFinding => {
    // The first key leads to the document itself.
    const location = finding.sourceLocation ?? locate?.(keysOf(finding.path).slice(1));
    const fingerprint = marks[index] as string;
    return {
      ...finding,
      path: nameOf?.(keysOf(finding.path)) ?? finding.path,
      location,
      fingerprint,
      suppression:
        ignores?.suppressionOf(finding, location, path) ??
        (options.baseline.has(fingerprint)
          ? { kind: 'EXTERNAL', reason: 'it is in the baseline' }
          : undefined),
    };
  });
  return {
    path,
    service: options.service,
    report,
    findings,
    missingValues: report.missingValues.map(({ name, sourceLocation: at }) =>
      at ? `${name} (${at.file}:${at.line})` : name,
    ),
    notes: [
      ...(report.read?.note === undefined ? [] : [report.read.note]),
      ...valuesHints(report.missingValues, input, options.optionPath),
      ...report.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
      ...report.unused,
    ],
  };
}
