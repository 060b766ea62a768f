/** A source that cannot be judged: where, and everything that may be the reason for it. */

import { InputError } from '../../../input-error.ts';
import type { MissingValue } from '../missing-value.ts';
import { NoServiceError } from '../no-service-error.ts';
import type { SourceLocation, SourceProblem } from './location.ts';

interface Reasons {
  /** Keys and indexes that lead to the file in the input. */
  readonly path: readonly (string | number)[];
  readonly sourceLocation: SourceLocation | undefined;
  readonly missingValues: readonly MissingValue[];
  readonly problems: readonly SourceProblem[];
}

const maxProblems = 5;
const withoutService = 'the source deploys no API Management service';
const withoutServiceSoFar = 'what could be read of the source deploys no API Management service';

export class SourceError extends InputError {
  /** Why it cannot be judged, without the source location and what may be the cause. */
  readonly reason: string;
  readonly sourceLocation: SourceLocation | undefined;
  readonly missingValues: readonly MissingValue[];
  readonly problems: readonly SourceProblem[];
  /** True where the source was read whole, and has no service. */
  readonly hasNoService: boolean;

  constructor(error: InputError, { path, sourceLocation, missingValues, problems }: Reasons) {
    super(error.message, {
      path,
      given: error.given,
      accepted: error.accepted,
      expected: error.expected,
      nearest: error.nearest,
    });
    // It is about the document that the source was made into; the problems say which modules it lacks.
    const isWithout = error instanceof NoServiceError;
    this.hasNoService = isWithout && missingValues.length === 0 && problems.length === 0;
    this.reason = isWithout ? noService(this.hasNoService) : error.message;
    this.sourceLocation = sourceLocation;
    this.missingValues = missingValues;
    this.problems = problems;
    const prefix = sourceLocation ? `${locationText(sourceLocation)}: ` : '';
    this.message = [
      ...textsOf(problems),
      prefix + this.reason,
      ...textOfMissing(missingValues),
    ].join('; ');
  }
}

const noService = (isWhole: boolean) => (isWhole ? withoutService : withoutServiceSoFar);

/** They come first: what cannot be read is likely to be the cause. */
const textsOf = (problems: readonly SourceProblem[]): readonly string[] => [
  ...problems.slice(0, maxProblems).map((one) => `${locationText(one)}: ${one.message}`),
  ...(problems.length > maxProblems ? [`and ${problems.length - maxProblems} more`] : []),
];

function textOfMissing(missing: readonly MissingValue[]): readonly string[] {
  if (missing.length === 0) return [];
  const named = missing.map(
    ({ name, sourceLocation: at }) => name + (at ? ` (${at.file}:${at.line})` : ''),
  );
  const verb = named.length === 1 ? 'parameter has' : 'parameters have';
  return [`${named.length} ${verb} no value: ${named.join(', ')}`];
}

const locationText = ({ file, line, column }: SourceLocation) => `${file}:${line}:${column}`;
