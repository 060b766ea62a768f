/** The verdict on a deployment that source files describe, with the place in them of whatever is said. */

import { InputError } from '../input-error.ts';
import { keysOf, pointer } from '../json-pointer.ts';
import type { LocationOptions } from './location/location.ts';
import { Budget } from './read/arm/budget.ts';
import type { Unread } from './read/bicep/lowering.ts';
import { type BicepReading, type MissingValue, readBicep } from './read/bicep/read-bicep.ts';
import { readDocument } from './read/document.ts';
import type { ReadDocument } from './read/service.ts';
import type { SourceFile } from './read/source/files.ts';
import type { SourceLocation, SourceProblem } from './read/source/location.ts';
import type { ConfigReport, Finding } from './report.ts';
import { originOf, validate } from './validate.ts';

export interface SourceOptions {
  /** Path of the file that is deployed, or of its values file; needed only where several could be. */
  readonly entry?: string;
  /** Values of parameters by name, as JSON. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A finding with its place in the text; the path leads to the file in the input. */
export interface SourceFinding extends Finding {
  readonly sourceLocation: SourceLocation | undefined;
  /** The body that a loop makes it with, where its values are those of an item. */
  readonly loopLocation: SourceLocation | undefined;
}

export interface SourceReport extends Omit<ConfigReport, 'findings' | 'missingValues'> {
  readonly findings: readonly SourceFinding[];
  /** Parameters without a value that the verdict would need, all of them. */
  readonly missingValues: readonly MissingValue[];
  /** What could not be read, place by place. */
  readonly problems: readonly SourceProblem[];
  /** Modules and declarations whose content is not known. */
  readonly unread: readonly Unread[];
  readonly read: BicepReading['read'];
  readonly unusedValuesFiles: readonly string[];
}

/**
 * The report on Bicep files. What could not be read never gives PASS: it makes the flows that it could touch unknown,
 * and the verdict at best NEEDS_REVIEW. Throws InputError, with the place in the message, where nothing can be judged.
 */
export function validateSource(
  files: readonly SourceFile[],
  sourceOptions: SourceOptions,
  options: LocationOptions,
): SourceReport {
  const reading = readBicep(files, sourceOptions);
  let origins: ReadDocument['origins'] = new Map();
  const place = (path: readonly (string | number)[]) =>
    reading.locate(pointer(...(path[0] === 'document' ? path : originOf(path, origins))));
  try {
    const budget = new Budget();
    const {
      deployment,
      documentContext,
      origins: found,
    } = readDocument(reading.document, {
      budget,
    });
    origins = found;
    const report = validate(deployment, options, documentContext, budget);
    const { missing, problems, unread, read, unusedValuesFiles } = reading;
    const isWhole = problems.length === 0 && !unread.some(({ mayHoldNetwork }) => mayHoldNetwork);
    return {
      ...report,
      verdict: report.verdict === 'PASS' && !isWhole ? 'NEEDS_REVIEW' : report.verdict,
      findings: report.findings.map((finding) => {
        const found = place(keysOf(finding.path));
        return {
          ...finding,
          path: pathOf(found?.location, files),
          sourceLocation: found?.location,
          loopLocation: found?.loop,
        };
      }),
      missingValues: missing,
      problems,
      unread,
      read,
      unusedValuesFiles,
    };
  } catch (error) {
    throw error instanceof InputError ? located(error, place(error.path), reading, files) : error;
  }
}

/** JSON pointer to the file in the input. */
function pathOf(location: SourceLocation | undefined, files: readonly SourceFile[]): string {
  const index = files.findIndex(({ path }) => path === location?.file);
  return index < 0 ? pointer('source') : pointer('source', 'files', index);
}

/** The error with its place in the text, and with everything that may be the reason for it. */
function located(
  error: InputError,
  place: ReturnType<BicepReading['locate']>,
  { missing, problems, unread }: BicepReading,
  files: readonly SourceFile[],
): InputError {
  const at = ({ file, line, column }: SourceLocation) => `${file}:${line}:${column}`;
  const reasons = [
    ...(missing.length > 0
      ? [
          `${missing.length} ${missing.length === 1 ? 'parameter has' : 'parameters have'} no value: ${missing.map(({ name, location }) => `${name} (${at(location)})`).join(', ')}`,
        ]
      : []),
    ...problems.slice(0, 3).map((problem) => `${at(problem)}: ${problem.message}`),
    ...unread
      .filter(({ mayHoldNetwork }) => mayHoldNetwork)
      .slice(0, 5)
      .map((one) => `${at(one)}: ${one.name} was not read`),
  ];
  const message = [error.message, ...reasons].join('; ');
  const moved = Object.assign(error, {
    message: place ? `${at(place.location)}: ${message}` : message,
    path: keysOf(pathOf(place?.location, files)),
  });
  return place ? Object.assign(moved, { sourceLocation: place.location }) : moved;
}
