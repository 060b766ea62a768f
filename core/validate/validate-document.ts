/** The verdict on a deployment that one document describes: a template, exported resources, or a plan. */

import { InputError } from '../input-error.ts';
import { keysOf, pointer } from '../json-pointer.ts';
import { type InputOptions, inEdition, isArgument } from './input-options.ts';
import { serviceDocuments } from './read/accepted-documents.ts';
import { Budget } from './read/arm/budget.ts';
import { describeReading, readDocument } from './read/document.ts';
import { readJsonText } from './read/json-text.ts';
import type { ReadDocument } from './read/service.ts';
import { sourceLocationOf } from './read/source-location.ts';
import type { ConfigReport } from './report.ts';
import { validate } from './validate.ts';

/** The report on the deployment of a document; all paths lead into the document. Throws InputError for what cannot be judged. */
export function validateDocument(input: unknown, options: InputOptions): ConfigReport {
  const document = typeof input === 'string' ? readJsonText(input, serviceDocuments) : input;
  let origins: ReadDocument['origins'] = new Map();
  const located = (path: readonly (string | number)[]) =>
    isArgument(path)
      ? path
      : sourceLocationOf(document, path[0] === 'document' ? path : originOf(path, origins));
  try {
    const budget = new Budget();
    const reading = readDocument(document, {
      service: options.service,
      parameters: options.parameters,
      budget,
    });
    origins = reading.origins;
    if (options.log) for (const line of describeReading(document, reading)) options.log(line);
    const { deployment, documentContext, missingValues, unused } = reading;
    const locate = (path: string) => ({ path: pointer(...located(keysOf(path))) });
    const report = validate(inEdition(deployment, options), options, {
      documentContext,
      budget,
      locate,
    });
    return { ...report, missingValues, unused };
  } catch (error) {
    throw error instanceof InputError ? Object.assign(error, { path: located(error.path) }) : error;
  }
}

/** The path in the document of a value at a path of the deployment. */
export function originOf(
  path: readonly (string | number)[],
  origins: ReadDocument['origins'],
): readonly (string | number)[] {
  for (let length = path.length; length > 0; length -= 1) {
    const origin = origins.get(pointer(...path.slice(0, length)));
    if (origin) return [...origin, ...path.slice(length)];
  }
  return ['document'];
}
