/** The verdict on a deployment that source files describe, with a source location for everything it says. */

import { InputError } from '../input-error.ts';
import { keysOf, pointer } from '../json-pointer.ts';
import { type InputLocation, type InputOptions, inEdition, isArgument } from './input-options.ts';
import { Budget } from './read/arm/budget.ts';
import { readDocument } from './read/document.ts';
import type { ReadDocument } from './read/service.ts';
import type { SourceLocation } from './read/source/location.ts';
import { filePointer, readSource, type Source } from './read/source/read-source.ts';
import { SourceError } from './read/source/source-error.ts';
import { editsOf } from './remediation/source/edits.ts';
import type { ConfigReport } from './report.ts';
import { validate } from './validate.ts';
import { originOf } from './validate-document.ts';

/**
 * The report on Bicep or Terraform files. What could not be read never gives PASS: it makes the flows that it could
 * touch unknown, and is a finding itself. Throws InputError, with the source location in the message, where nothing can be judged.
 */
export function validateSource(source: Source, options: InputOptions): ConfigReport {
  const budget = new Budget();
  const reading = readSource(source, options.parameters ?? {}, budget);
  const { missingValues, problems, gaps, unused, read } = reading;
  let origins: ReadDocument['origins'] = new Map();
  const locationOf = (path: readonly (string | number)[]) =>
    reading.locate(pointer(...(path[0] === 'document' ? path : originOf(path, origins))));
  const locate = (path: string, location?: SourceLocation): InputLocation => {
    const origin = location ? { location } : locationOf(keysOf(path));
    return {
      path: filePointer(origin?.location, source.files),
      ...(origin && { sourceLocation: origin.location }),
      ...(origin?.loop && { loopLocation: origin.loop }),
    };
  };
  try {
    const {
      deployment,
      documentContext,
      origins: documentOrigins,
      unused: unusedResources,
    } = readDocument(reading.document, {
      budget,
      service: options.service,
    });
    origins = documentOrigins;
    const assumedDefaults = [
      ...(deployment.assumedDefaults ?? []),
      ...reading.defaultsOf(pointer(...originOf(['deployment'], origins))),
    ];
    const report = validate(inEdition({ ...deployment, assumedDefaults }, options), options, {
      documentContext: { ...documentContext, gaps },
      budget,
      locate,
      edits: (locations) =>
        editsOf(locations, {
          files: source.files,
          locate: (path) => locationOf(keysOf(path))?.location,
          problems: problems.length,
          read: (files) => {
            const again = new Budget();
            const changed = readSource({ ...source, files }, options.parameters ?? {}, again);
            const { service } = options;
            const { deployment } = readDocument(changed.document, { budget: again, service });
            return { deployment, problems: changed.problems.length };
          },
        }),
    });
    return {
      ...report,
      missingValues,
      unused: [...unused, ...unusedResources],
      problems,
      read,
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const sourceLocation = locationOf(error.path)?.location;
    const path = isArgument(error.path)
      ? error.path
      : keysOf(filePointer(sourceLocation, source.files));
    throw new SourceError(error, { path, sourceLocation, missingValues, problems });
  }
}
