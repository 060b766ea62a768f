/** Terraform as people write it to what readers of plans take, with the source location of every part. */

import type { AssumedDefault } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import type { Budget } from '../arm/budget.ts';
import { normalizedPath, type SourceFile, SourceFiles, type UsedFile } from '../source/files.ts';
import type { SourceLocation, SourceOrigin } from '../source/location.ts';
import { LimitExceeded, limits } from './budget.ts';
import { findRoot } from './entry.ts';
import { rootInputs } from './inputs.ts';
import { resourcesPath, writtenPaths } from './lower/body-path.ts';
import type { Identities } from './lower/identity.ts';
import { Joins } from './lower/joins.ts';
import { missingNames } from './lower/missing.ts';
import { type Origin, PlanWriter } from './lower/plan.ts';
import { type Resource, resourcesOf } from './lower/resource.ts';
import {
  azurermMajor,
  openBody,
  respell,
  respellParent,
  respellTarget,
} from './lower/spellings.ts';
import { Module } from './module.ts';
import { modulesOf, type OpenedModule } from './module-calls.ts';
import { SourceTexts } from './source-text.ts';
import type { Value } from './values.ts';
import type { ValuesChoice } from './values-files.ts';
import { World } from './world.ts';

export interface TerraformOptions {
  /** Folder of the root module, a file in it, or a file of values for it; needed only where several could be. */
  readonly entry?: string;
  /** Values of variables by name, as JSON. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Paths of files of values besides those that Terraform reads by itself, the last one counts most; without, the entry decides. */
  readonly valuesFiles?: readonly string[] | undefined;
}

export interface TerraformReading {
  /** A document for readDocument: a plan. */
  readonly document: unknown;
  /** Folder of the root module; empty for the top. */
  readonly root: string;
  readonly used: readonly UsedFile[];
  /** Variables without a value that the verdict needs, all of them. */
  readonly missing: readonly {
    readonly name: string;
    readonly location: SourceLocation;
    /** Paths of values files that have one and that do not count. */
    readonly valuesFiles: readonly string[];
  }[];
  /** The values files that count together because one of them lacks what the others have. */
  readonly together: ValuesChoice | undefined;
  /** What could not be read, declaration by declaration. */
  readonly problems: readonly { readonly message: string; readonly location: SourceLocation }[];
  /** Expressions that have no value; what they are part of is unknown. */
  readonly failures: readonly { readonly message: string; readonly location: SourceLocation }[];
  /** Modules that are not among the files, and resources of kinds that are not read. */
  readonly unread: readonly {
    readonly name: string;
    readonly reason: string;
    readonly mayHoldNetwork: boolean;
    readonly location: SourceLocation;
  }[];
  /** Files of values that would have to be named to count. */
  readonly unusedValuesFiles: readonly string[];
  /** Names of values that were sent and that no variable takes. */
  readonly unusedValues: readonly string[];
  /** The variables whose defaults decide what a service is, by the JSON pointer of its values in the document. */
  readonly defaultsOf: (pointer: string) => readonly AssumedDefault[];
  /** The source location of a part of the document, by its JSON pointer; that of the part around it if it has none. */
  readonly locate: (pointer: string) => SourceOrigin | undefined;
}

/** The evaluation takes too much; says where. */
export class SourceLimitError extends InputError {
  readonly location: SourceLocation;

  constructor(what: string, limit: number, location: SourceLocation) {
    super(
      `the source takes too many ${what} at ${location.file}:${location.line}:${location.column}`,
      {
        path: ['source', 'files'],
        given: `more than ${limit}`,
        expected: [`at most ${limit}`],
      },
    );
    this.location = location;
  }
}

/** Throws InputError where nothing can be read at all, SourceLimitError where that would take too much. */
export function readTerraform(
  files: readonly SourceFile[],
  options: TerraformOptions = {},
  budget?: Budget,
): TerraformReading {
  const texts = new SourceTexts();
  try {
    return read(new SourceFiles(files), texts, options, budget);
  } catch (error) {
    if (error instanceof LimitExceeded) {
      throw new SourceLimitError(error.what, error.limit, texts.locate(error.at));
    }
    // A value deeper than recursion can follow, made level by level.
    if (error instanceof RangeError) {
      throw new SourceLimitError('levels', limits.levels, texts.locate(0));
    }
    throw error;
  }
}

function read(
  files: SourceFiles,
  texts: SourceTexts,
  options: TerraformOptions,
  budget: Budget | undefined,
): TerraformReading {
  const { values = {} } = options;
  const { root, choice, valuesFiles } = findRoot(files, options.entry);
  const named = options.valuesFiles?.flatMap((path) => normalizedPath(path) ?? []) ?? choice.named;
  const isChosen = options.valuesFiles !== undefined || choice.path !== undefined;
  const world = new World(files, texts, root);
  const module = openRoot(world, values, named);
  const resources = resourcesOf(module);
  budget?.takePart(world.evaluator.budget.usedPart);
  const major = azurermMajor(module.configuration, world.evaluator);
  for (const resource of resources) respell(resource, major);
  const joins = new Joins(resources, world.offsets);
  joins.mayAdd(unreadCalls(module));
  if (world.hasGaps) joins.mayHaveMore();
  const { missing, ...others } = reading(world, module, joins);
  return {
    ...others,
    missing: missing.map((one) => ({ ...one, valuesFiles: valuesFiles.having(one.name) })),
    together: options.valuesFiles === undefined && choice.named.length > 1 ? choice : undefined,
    unusedValuesFiles: isChosen ? [] : valuesFiles.named,
    unusedValues: Object.keys(values).filter((name) => !module.configuration.variables.has(name)),
  };
}

function reading(
  world: World,
  { configuration }: Module,
  joins: Joins,
): Omit<TerraformReading, 'missing' | 'together' | 'unusedValuesFiles' | 'unusedValues'> & {
  readonly missing: readonly { readonly name: string; readonly location: SourceLocation }[];
} {
  const { identities, resources } = joins;
  const updates = resources.filter(({ type }) => type === 'azapi_update_resource');
  const azapi = resources.filter(({ type }) => type === 'azapi_resource');
  for (const update of updates) respellTarget(update);
  for (const resource of azapi) respellParent(resource, identities);
  for (const resource of [...azapi, ...updates]) {
    if (resource.isOpen || resource.isAny) openBody(resource);
  }
  const { document, origins } = new PlanWriter(identities, world.offsets).write(resources);
  const updated = updatesByTarget(resources, identities);
  const planned = plannedOf(resources);
  const locate = (at: number) => world.texts.locate(at);
  return {
    document,
    root: world.root,
    used: world.files.used,
    missing: missingNames(resources as Resource[], identities).map((name) => ({
      name,
      location: locate(configuration.variables.get(name)?.at ?? 0),
    })),
    problems: world.notes.problems.map(({ message, at }) => ({ message, location: locate(at) })),
    failures: world.notes.failures.map(({ message, at }) => ({ message, location: locate(at) })),
    unread: world.notes.unread.map(({ at, ...unread }) => ({ ...unread, location: locate(at) })),
    defaultsOf: (pointer) =>
      planned.find((_, index) => pointer === `${resourcesPath}/${index}/values`)?.defaults ?? [],
    locate: (pointer) => {
      const origin = deepest(
        origins,
        writtenPaths(pointer, updated, (path) => origins.has(path)),
      );
      return (
        origin && {
          location: locate(origin.at),
          ...(origin.loopAt !== undefined && { loop: locate(origin.loopAt) }),
        }
      );
    },
  };
}

/** As the document lists them. */
const plannedOf = (resources: readonly Resource[]) => resources.filter(({ isData }) => !isData);

/** Indexes among the resources of the plan: of those that update another one, by its index. */
function updatesByTarget(
  resources: readonly Resource[],
  identities: Identities,
): ReadonlyMap<number, readonly number[]> {
  const planned = plannedOf(resources);
  const updates = new Map<number, number[]>();
  for (const [index, { type, values }] of planned.entries()) {
    if (type !== 'azapi_update_resource') continue;
    const target = identities.resourceOf(values.get('resource_id'));
    const at = target ? planned.indexOf(target) : -1;
    updates.set(at, [...(updates.get(at) ?? []), index]);
  }
  return updates;
}

/** The origin of the longest part of one of the pointers that has one. */
function deepest(
  origins: ReadonlyMap<string, Origin>,
  pointers: readonly string[],
): Origin | undefined {
  const located = pointers.flatMap((pointer) => {
    for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const origin = origins.get(path);
      if (origin) return [{ origin, length: path.length }];
    }
    return [];
  });
  return located.sort((a, b) => b.length - a.length)[0]?.origin;
}

function openRoot(
  world: World,
  values: Readonly<Record<string, unknown>>,
  files: readonly string[],
): Module {
  const configuration = world.configuration(world.root);
  if (!configuration) throw new Error(`the folder ${world.root} has no configuration`);
  const input = rootInputs(world, { values, files });
  return new Module({ world, configuration, address: '', calls: [], around: [], input });
}

/** Calls of modules that are not among the files, with all their arguments. */
function unreadCalls(module: OpenedModule): { address: string; args: Value[] }[] {
  const { world } = module;
  return [...module.configuration.modules].flatMap(([name, block]) =>
    modulesOf(module, name, block).flatMap((one) => {
      if (one.opened) return unreadCalls(one.opened);
      const args = [...world.blocks.read(block.body, one.scope, block.at).values()];
      return [{ address: one.address, args }];
    }),
  );
}
