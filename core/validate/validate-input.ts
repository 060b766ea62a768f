/** The one entry for server, page and command: a deployment, a document or source files to one report. */

import type { Deployment } from '../deployment.ts';
import type { Source } from './read/source/read-source.ts';
import type { ConfigReport } from './report.ts';
import { type InputOptions, validate, validateDocument } from './validate.ts';
import { validateSource } from './validate-source.ts';

/** One of the three. */
export type Input =
  | { readonly deployment: Deployment }
  | { readonly document: unknown }
  | { readonly source: Source };

/** Throws InputError for what cannot be judged; SourceError, with the place in the text, if the input is a source. */
export function validateInput(input: Input, options: InputOptions): ConfigReport {
  if ('source' in input) return validateSource(input.source, options);
  if ('document' in input) return validateDocument(input.document, options);
  return validate(input.deployment, options);
}
