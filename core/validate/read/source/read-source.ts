/** Source files in any language to a document for readDocument, with the source location of every part. */

import type { AssumedDefault } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { pointer } from '../../../json-pointer.ts';
import { nearestOf } from '../../../nearest.ts';
import { quoted } from '../../../quoted.ts';
import type { ReadSource } from '../../report.ts';
import type { Budget } from '../arm/budget.ts';
import { readBicep } from '../bicep/read-bicep.ts';
import { readTerraform } from '../hcl/read-terraform.ts';
import type { ValuesChoice } from '../hcl/values-files.ts';
import type { MissingValue } from '../missing-value.ts';
import {
  normalizedPath,
  requireLimits,
  requirePaths,
  type SourceFile,
  SourceFiles,
} from './files.ts';
import { languageOf } from './language.ts';
import type { SourceLocation, SourceOrigin, SourceProblem } from './location.ts';

export interface Source {
  readonly files: readonly SourceFile[];
  /** Path of what is deployed, or of its values file; needed only where several could be. */
  readonly entry?: string;
  /** Of Terraform: paths of the values files to read, as -var-file names them, the last one counts most. */
  readonly valuesFiles?: readonly string[];
}

export interface SourceReading {
  readonly document: unknown;
  readonly read: ReadSource;
  readonly missingValues: readonly MissingValue[];
  /** What could not be read, with locations, and the modules that are not among the files. */
  readonly problems: readonly SourceProblem[];
  /** The problems by which a part of the network may be lost; an expression without a value is unknown where it is used. */
  readonly gaps: readonly SourceProblem[];
  readonly unused: readonly string[];
  /** Defaults that decide what the service at a JSON pointer is, and that the document does not have. */
  readonly defaultsOf: (pointer: string) => readonly AssumedDefault[];
  /** Where a part of the document is written, by its JSON pointer. */
  readonly locate: (pointer: string) => SourceOrigin | undefined;
}

/** Throws InputError if no deployment can be chosen, or if reading takes too much. */
export function readSource(
  { files, entry, valuesFiles }: Source,
  parameters: Readonly<Record<string, unknown>>,
  budget: Budget,
): SourceReading {
  requireLimits(files);
  requirePaths(files);
  const language = languageOf(new SourceFiles(files), entry);
  if (valuesFiles) requireValuesFiles(valuesFiles, language === 'Bicep' ? [] : files);
  const named = entry === undefined ? {} : { entry };
  return language === 'Bicep'
    ? fromBicep(readBicep(files, { ...named, parameters }, budget), files)
    : fromTerraform(
        readTerraform(files, { ...named, valuesFiles, values: parameters }, budget),
        files,
      );
}

/** Throws InputError for the first path of none of these files: without its values the defaults would be judged. */
function requireValuesFiles(paths: readonly string[], files: readonly SourceFile[]): void {
  const known = files.map(({ path }) => path);
  const index = paths.findIndex((path) => !known.includes(normalizedPath(path) ?? ''));
  if (index < 0) return;
  const accepted = known.filter((path) => /\.tfvars(\.json)?$/.test(path));
  throw new InputError('no values file of Terraform has this path', {
    path: ['source', 'valuesFiles', index],
    given: paths[index],
    accepted: accepted.slice(0, 20),
    expected: accepted.length > 0 ? [] : ['a path that ends in .tfvars or .tfvars.json'],
    nearest: nearestOf(paths[index] ?? '', accepted),
  });
}

function fromBicep(
  reading: ReturnType<typeof readBicep>,
  files: readonly SourceFile[],
): SourceReading {
  const { document, root, used, missing, unread, unusedValuesFiles, locate } = reading;
  return {
    document,
    defaultsOf: () => [],
    read: { language: 'Bicep', entry: root, files: used },
    missingValues: missing.map((one) => missingIn(files, one)),
    ...problemsOf(
      reading,
      unread.map(({ kind, name, mayHoldNetwork, file, line, column }) => ({
        file,
        line,
        column,
        message:
          kind === 'registry module'
            ? `the module ${name} is not among the files; run bicep restore and add its main.json`
            : `${name} could not be read`,
        mayHoldNetwork,
      })),
    ),
    unused: [...unusedValuesFiles.map(unusedFile), ...reading.unusedValues.map(unusedValue)],
    locate,
  };
}

function fromTerraform(
  reading: ReturnType<typeof readTerraform>,
  files: readonly SourceFile[],
): SourceReading {
  const { document, root, used, missing, unread, unusedValuesFiles, defaultsOf, locate } = reading;
  return {
    document,
    defaultsOf,
    read: {
      language: 'Terraform',
      entry: root,
      files: used,
      ...(reading.together && { note: togetherText(reading.together) }),
    },
    missingValues: missing.map(({ valuesFiles, ...one }) => ({
      ...missingIn(files, one),
      ...(valuesFiles.length > 0 && { valuesFiles }),
    })),
    ...problemsOf(
      { problems: reading.problems.map(atLocation), failures: reading.failures.map(atLocation) },
      unread.map(({ name, reason, mayHoldNetwork, location }) => ({
        ...location,
        message: `${name} is not read: ${reason}`,
        mayHoldNetwork,
      })),
    ),
    unused: [...unusedValuesFiles.map(unusedFile), ...reading.unusedValues.map(unusedValue)],
    locate,
  };
}

/** JSON pointer to the file in the input. */
export function filePointer(
  location: SourceLocation | undefined,
  files: readonly SourceFile[],
): string {
  const index = files.findIndex(({ path }) => path === location?.file);
  return index < 0 ? pointer('source') : pointer('source', 'files', index);
}

const missingIn = (
  files: readonly SourceFile[],
  { name, location }: { readonly name: string; readonly location: SourceLocation },
): MissingValue => ({ name, pointer: filePointer(location, files), sourceLocation: location });

export const unusedFile = (path: string) =>
  `the values file ${path} is not used; to judge by it, name it as the entry`;

const togetherText = ({ path, named, lacked }: ValuesChoice) =>
  `${path} is read together with ${named.filter((one) => one !== path).join(' and ')}: it alone has no value of ${lacked.join(', ')}`;

const unusedValue = (name: string) =>
  `the value of ${quoted(name)} is not used: nothing that is deployed has a parameter or variable of that name`;

interface Unread extends SourceProblem {
  readonly mayHoldNetwork: boolean;
}

const atLocation = (problem: {
  readonly message: string;
  readonly location: SourceLocation;
}): SourceProblem => ({ ...problem.location, message: problem.message });

/** Of a problem and a part that is not read on one line, the problem says more. */
function problemsOf(
  { problems, failures }: Record<'problems' | 'failures', readonly SourceProblem[]>,
  unread: readonly Unread[],
): Pick<SourceReading, 'problems' | 'gaps'> {
  const lines = new Set(problems.map(lineOf));
  const further = unread.filter((one) => !lines.has(lineOf(one)));
  const plain = ({ mayHoldNetwork: _, ...problem }: Unread): SourceProblem => problem;
  return {
    problems: [...problems, ...failures, ...further.map(plain)],
    gaps: [...problems, ...further.filter((one) => one.mayHoldNetwork).map(plain)],
  };
}

const lineOf = ({ file, line }: SourceProblem) => `${file}:${line}`;
