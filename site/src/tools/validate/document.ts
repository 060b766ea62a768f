/** JSON files as one document, for files without Bicep or Terraform among them. */

import { InputError } from '../../../../core/input-error.ts';
import {
  groupDocuments,
  serviceDocuments,
} from '../../../../core/validate/read/accepted-documents.ts';
import type { SourceFile } from '../../../../core/validate/read/source/files.ts';
import { parseJson } from './parse-json.ts';

export const acceptedDocuments = [
  ...groupDocuments,
  ...serviceDocuments,
  'Bicep or Terraform files, a folder or a zip archive with them',
];

export const parseDocument = (text: string): unknown =>
  parseJson(text, { path: ['document'], accepted: acceptedDocuments });

export function noNetwork(given?: string): InputError {
  return new InputError('there is no network to validate; paste one or open a file', {
    path: ['document'],
    given,
    accepted: acceptedDocuments,
  });
}

const isWhole = /deploymentTemplate\.json#?"|"planned_values"|"terraform_version"/;
const isParameters = /deploymentParameters\.json#?"/;

/** The file that is the document, and what is put together of several. */
export interface JsonDocument {
  readonly document: unknown;
  /** The text whose lines are those of the document; undefined where it is made of several. */
  readonly file?: SourceFile;
  readonly used: readonly string[];
}

/** A template goes with its parameters; several resources make a list; of several templates the entry is taken. */
export function documentOf(files: readonly SourceFile[], entry: string | undefined): JsonDocument {
  const [only, ...others] = files;
  if (!only) throw noNetwork();
  if (others.length === 0) {
    return { document: parseDocument(only.text), file: only, used: [only.path] };
  }
  const whole = files.filter(({ text }) => isWhole.test(text.slice(0, 100_000)));
  if (whole.length === 0) {
    const parts = files.map(({ text }) => parseDocument(text));
    return { document: parts.flat(), used: files.map(({ path }) => path) };
  }
  const named = whole.find(({ path }) => path === entry);
  const [template] = named ? [named] : whole;
  if (!template || (!named && whole.length > 1)) {
    throw new InputError('several of the files could be deployed', {
      path: ['source', 'entry'],
      given: whole.length,
      accepted: whole.map(({ path }) => path),
    });
  }
  const ownName = template.path.replace(/\.json$/i, '.');
  // Of several templates each has the values whose name begins with its own.
  const parameters = files.filter(
    ({ path, text }) =>
      isParameters.test(text.slice(0, 2000)) && (whole.length === 1 || path.startsWith(ownName)),
  );
  const [values] = parameters;
  if (!values || parameters.length > 1) {
    return { document: parseDocument(template.text), file: template, used: [template.path] };
  }
  return {
    document: {
      template: parseDocument(template.text),
      parameters: parseDocument(values.text),
    },
    used: [template.path, values.path],
  };
}
