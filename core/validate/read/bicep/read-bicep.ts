/** Bicep as people write it to what readers of templates take, with the source location of every part. */

import { InputError } from '../../../input-error.ts';
import { keysOf } from '../../../json-pointer.ts';
import { Budget } from '../arm/budget.ts';
import { neededParameters } from '../arm/needed-parameters.ts';
import { sourceField } from '../arm/nested-template.ts';
import { TemplateResources } from '../arm/template.ts';
import { resourcesIn } from '../document-shape.ts';
import { type SourceFile, SourceFiles, type UsedFile } from '../source/files.ts';
import type { SourceLocation, SourceOrigin, SourceProblem } from '../source/location.ts';
import { findEntry } from './entry.ts';
import {
  asParameters,
  type Values,
  valuesOfFile,
  valuesOfJson,
  valuesSent,
} from './given-values.ts';
import { Locator } from './locate.ts';
import { parametersWithoutValue } from './lower-parameter.ts';
import { Lowering, type Template } from './lowering.ts';
import type { Unread } from './notes.ts';
import type { BicepFile } from './program.ts';

export interface BicepOptions {
  /** Path of the Bicep file that is deployed, or of its values file; needed only where several could be. */
  readonly entry?: string;
  /** Values of parameters by name, as JSON; they override those of a values file. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

export interface MissingValue {
  readonly name: string;
  readonly location: SourceLocation;
}

export interface BicepReading {
  /** A document for readDocument: a template whose expressions are trees. */
  readonly document: unknown;
  /** Path of the file that is deployed. */
  readonly root: string;
  /** Values files that would have to be named as the entry to count. */
  readonly unusedValuesFiles: readonly string[];
  /** Names of values that were sent and that no parameter takes. */
  readonly unusedValues: readonly string[];
  readonly used: readonly UsedFile[];
  /** Parameters without a value that the verdict needs, all of them. */
  readonly missing: readonly MissingValue[];
  /** What could not be read, with locations. */
  readonly problems: readonly SourceProblem[];
  /** Expressions that have no value; what they are part of is unknown. */
  readonly failures: readonly SourceProblem[];
  /** Modules and declarations whose content is not known. */
  readonly unread: readonly Unread[];
  /** Where a part of the document is written, by its JSON pointer, and the loop that makes it. */
  readonly locate: (pointer: string) => SourceOrigin | undefined;
}

/** Throws InputError where no file is deployed for certain, or where reading takes too much. */
export function readBicep(
  sources: readonly SourceFile[],
  { entry, parameters = {} }: BicepOptions = {},
  budget = new Budget(),
): BicepReading {
  const files = new SourceFiles(sources);
  const { root, values: valuesFile, unusedValuesFiles } = findEntry(files, entry);
  const lowering = new Lowering(files);
  const file = lowering.file(root) as BicepFile;
  const template = lowering.root(file);
  budget.takePart(lowering.usedPart);
  const outer: Template = { parameters: {}, variables: {}, resources: {}, outputs: {} };
  const values: Values = new Map([
    ...(valuesFile === undefined ? [] : valuesIn(valuesFile, files, lowering, outer)),
    ...valuesSent(parameters),
  ]);
  outer.resources.main = {
    type: 'Microsoft.Resources/deployments',
    name: 'main',
    [sourceField]: true,
    properties: {
      mode: 'Incremental',
      expressionEvaluationOptions: { scope: 'inner' },
      parameters: asParameters(Object.keys(template.parameters), values),
      template,
    },
  };
  const resources = resourcesIn(outer);
  if (!resources) throw new Error('a lowered template has resources');
  const once = new TemplateResources([resources], budget);
  const open = new Set([
    ...parametersWithoutValue(template).filter((name) => !values.has(name.toLowerCase())),
    ...Object.keys(template.parameters).filter((name) => values.get(name.toLowerCase()) === null),
  ]);
  // The first scope is that of the values, the second that of the file which is deployed.
  const needed = open.size > 0 ? neededParameters(once.all, [0, 1]) : new Set<string>();
  const locator = new Locator(outer, once, lowering.ranges);
  return {
    document: outer,
    root,
    unusedValuesFiles,
    unusedValues: unusedNames(parameters, Object.keys(template.parameters)),
    used: files.used,
    missing: [...open]
      .filter((name) => needed.has(name.toLowerCase()))
      .map((name) => ({ name, location: files.locate(root, declaredAt(name, file)) })),
    problems: lowering.notes.problems,
    failures: lowering.notes.failures,
    unread: lowering.notes.unread,
    locate: (pointer) => {
      const written = locator.find(keysOf(pointer));
      if (!written) return undefined;
      const { range, loop } = written;
      return {
        location: files.locate(range.file, range.start),
        ...(loop && { loop: files.locate(loop.file, loop.start) }),
      };
    },
  };
}

/** Of names in any case. */
function unusedNames(
  parameters: Readonly<Record<string, unknown>>,
  declared: readonly string[],
): readonly string[] {
  const known = new Set(declared.map((name) => name.toLowerCase()));
  return Object.keys(parameters).filter((name) => !known.has(name.toLowerCase()));
}

function valuesIn(
  path: string,
  files: SourceFiles,
  lowering: Lowering,
  template: Template,
): Values {
  const file = path.endsWith('.bicepparam') ? lowering.file(path) : undefined;
  const values = file
    ? valuesOfFile(file, lowering, template)
    : valuesOfJson(path, files.use(path, 'values') ?? '');
  if (values) return values;
  throw new InputError('the values file has no parameters', {
    path: ['source', 'entry'],
    given: path,
    expected: ['JSON with parameters: { name: { value } }'],
  });
}

function declaredAt(name: string, { names }: BicepFile): number {
  const named = names.get(name);
  return named?.kind === 'param' ? named.nameStart : 0;
}
