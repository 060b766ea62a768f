/** The one entry for server, page and command: a deployment, a document or source files to one report. */

import { deploymentMistakes } from '../answers/deployment-mistakes.ts';
import type { Deployment } from '../deployment.ts';
import { throwAll } from '../input-error.ts';
import type { InputOptions } from './input-options.ts';
import type { Source } from './read/source/read-source.ts';
import type { ConfigReport } from './report.ts';
import { validate } from './validate.ts';
import { validateDocument } from './validate-document.ts';
import { validateSource } from './validate-source.ts';

/** One of the three. */
export type Input =
  | { readonly deployment: Deployment }
  | { readonly document: unknown }
  | { readonly source: Source };

/** Throws InputError for what cannot be judged, InputErrors for several mistakes in the fields of a deployment; SourceError, with the source location, if the input is a source. */
export function validateInput(input: Input, options: InputOptions): ConfigReport {
  if ('source' in input) return validateSource(input.source, options);
  if ('document' in input) return validateDocument(input.document, options);
  throwAll(deploymentMistakes(input.deployment, { path: ['deployment'], mayBeUnknown: true }));
  const report = validate(input.deployment, options);
  return { ...report, unused: [...report.unused, ...unusedArguments(options)] };
}

/** A deployment in fields is one service, with all of its values. */
function unusedArguments({ service, parameters = {} }: InputOptions): readonly string[] {
  return [
    ...(service === undefined ? [] : ['the argument service']),
    ...(Object.keys(parameters).length === 0 ? [] : ['the argument parameters']),
  ].map((one) => `not used: ${one}, since the deployment is described in fields`);
}
