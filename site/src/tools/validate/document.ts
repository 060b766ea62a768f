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

const parseDocument = ({ path, text }: SourceFile): unknown =>
  parseJson(text, { path: ['document'], accepted: acceptedDocuments, file: path });

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
  /** The file that has a part of the document, and the keys of the part in it. */
  readonly placeOf: (keys: Keys) => Place | undefined;
  readonly used: readonly string[];
}

type Keys = readonly (string | number)[];

interface Place {
  readonly file: SourceFile;
  readonly keys: Keys;
}

/** A template goes with its parameters; several resources make a list; of several templates the entry is taken. */
export function documentOf(files: readonly SourceFile[], entry: string | undefined): JsonDocument {
  const [only, ...others] = files;
  if (!only) throw noNetwork();
  if (others.length === 0) {
    return oneDocument(only);
  }
  const whole = files.filter(({ text }) => isWhole.test(text.slice(0, 100_000)));
  if (whole.length === 0) return resourcesIn(files);
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
    return oneDocument(template);
  }
  return {
    document: {
      template: parseDocument(template),
      parameters: parseDocument(values),
    },
    placeOf: ([part, ...keys]) => ({ file: part === 'parameters' ? values : template, keys }),
    used: [template.path, values.path],
  };
}

const oneDocument = (file: SourceFile): JsonDocument => ({
  document: parseDocument(file),
  placeOf: (keys) => ({ file, keys }),
  used: [file.path],
});

/** A list of the resources of all files, each of which has one or a list of them. */
function resourcesIn(files: readonly SourceFile[]): JsonDocument {
  const resources = files.flatMap((file) => {
    const document = parseDocument(file);
    return Array.isArray(document)
      ? document.map((value: unknown, index) => ({ value, file, start: [index] }))
      : [{ value: document, file, start: [] }];
  });
  return {
    document: resources.map(({ value }) => value),
    placeOf: ([index, ...keys]) => {
      const resource = resources[Number(index)];
      return resource && { file: resource.file, keys: [...resource.start, ...keys] };
    },
    used: files.map(({ path }) => path),
  };
}
