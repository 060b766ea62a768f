/** Bicep files as one template: modules as deployments within it, imports as variables of it. */

import { InputError } from '../../../input-error.ts';
import { Tree } from '../arm/tree.ts';
import type { SourceFiles } from '../source/files.ts';
import type { SourceRange } from '../source/location.ts';
import { get, isObject } from '../unresolved.ts';
import type { ModuleDeclaration, Syntax } from './ast.ts';
import { compiledModule } from './compiled-module.ts';
import { type Context, noLocals } from './context.ts';
import { define } from './define.ts';
import { entryOf } from './instances.ts';
import { type LoweredModule, lowerModule, lowerResource } from './lower-deployed.ts';
import { lowerParameter, parametersWithoutValue } from './lower-parameter.ts';
import { Notes } from './notes.ts';
import { type BicepFile, readFile } from './program.ts';
import { isRegistryPath, mayHoldNetwork, restoredModule } from './registry.ts';
import { contextOf, type Host } from './template-context.ts';

const maxSteps = 600_000;
const maxResources = 5000;

export interface Template {
  readonly parameters: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
  readonly resources: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
}

export class Lowering {
  readonly notes: Notes;
  /** Where the objects of templates are written, and their fields. */
  readonly ranges = new WeakMap<object, SourceRange>();
  readonly #files: SourceFiles;
  readonly #read = new Map<string, BicepFile>();
  readonly #modules = new Map<string, LoweredModule>();
  readonly #open = new Set<string>();
  readonly #sizes = new WeakMap<object, number>();
  #steps = 0;
  #unique = 0;

  readonly #host: Host;

  constructor(files: SourceFiles) {
    this.#files = files;
    this.notes = new Notes(files);
    this.#host = {
      files,
      file: (path) => this.file(path),
      report: (path, offset, message) => this.notes.report(path, offset, message),
      fail: (path, offset, message) => this.notes.fail(path, offset, message),
      leaveOut: (kind, name, file, offset) => this.notes.leaveOut(kind, name, file, offset),
      step: () => this.#step(),
      unique: () => this.#unique++,
    };
  }

  /** How much of what the lowering may take is used: 0 to 1. */
  get usedPart(): number {
    return Math.min(1, this.#steps / maxSteps);
  }

  file(path: string): BicepFile | undefined {
    const known = this.#read.get(path);
    const source = this.#files.file(path);
    if (known || source === undefined) return known;
    const { text } = source;
    const file = readFile(source);
    this.#read.set(path, file);
    this.#files.use(path, path.endsWith('.bicepparam') ? 'values' : 'code');
    for (const { offset, message } of file.problems) this.notes.report(path, offset, message);
    for (const { kind, start, end } of file.program.statements) {
      if (kind !== 'unreadable') continue;
      const name = text.slice(start, Math.min(end, start + 60));
      this.notes.leaveOut('declaration', name, file, start);
    }
    return file;
  }

  /** The values file that another one goes on from. */
  extended({ path, program }: BicepFile): BicepFile | undefined {
    const base = program.statements.find(({ kind }) => kind === 'extends');
    if (base?.kind !== 'extends' || base.path === undefined) return undefined;
    const target = this.#files.resolve(path, base.path);
    const file = target === undefined ? undefined : this.file(target);
    if (!file)
      this.notes.report(path, base.pathStart, `${base.path} is not among the files; add it`);
    return file;
  }

  /** The template of a Bicep file. */
  templateOf(file: BicepFile): Template {
    const template: Template = { parameters: {}, variables: {}, resources: {}, outputs: {} };
    const pending: (() => void)[] = [];
    const context = this.context(file, template, pending);
    for (const named of file.names.values()) {
      if (named.kind === 'var') {
        context.lower(
          { kind: 'name', name: named.name, start: named.start, end: named.end },
          noLocals,
        );
      }
      if (named.kind === 'param')
        define(template.parameters, named.name, lowerParameter(named, context));
    }
    for (const of of file.deployed) {
      const { declaration } = of;
      const raw =
        declaration.kind === 'module'
          ? lowerModule(of, this.#moduleOf(declaration, of, file), context)
          : lowerResource(of, context);
      if (raw) {
        this.ranges.set(raw, rangeOf(file, declaration));
        define(template.resources, of.key, raw);
      } else if (declaration.kind === 'resource' && !declaration.isExisting) {
        this.notes.leaveOut('declaration', declaration.name, file, declaration.start);
      }
    }
    for (const output of file.outputs) {
      const value = new Tree(context.lower(output.value, noLocals));
      define(template.outputs, output.name, { value });
    }
    for (let next = pending.pop(); next; next = pending.pop()) next();
    this.#limitSize(template, file);
    return template;
  }

  /** How many resources the template has, those of its modules among them, each as often as it is named. */
  #limitSize(template: Template, { deployed }: BicepFile): void {
    let size = deployed.length;
    for (const raw of Object.values(template.resources)) {
      const inner = get(get(raw, 'properties'), 'template');
      size += (isObject(inner) && this.#sizes.get(inner)) || 0;
    }
    this.#sizes.set(template, size);
    if (size <= maxResources) return;
    throw new InputError('the source deploys too many resources', {
      path: ['source'],
      given: `${size} resources in its modules`,
      expected: [`at most ${maxResources}`],
    });
  }

  /** A context for a file whose variables are those of a template. */
  context(file: BicepFile, { variables }: Template, pending?: (() => void)[]): Context {
    return contextOf(file, variables, this.#host, pending);
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps <= maxSteps) return;
    throw new InputError('the source takes too many steps to read', {
      path: ['source'],
      given: `more than ${maxSteps} expressions`,
      expected: ['the files with the service and its network alone'],
    });
  }

  #moduleOf(declaration: ModuleDeclaration, of: BicepFile['deployed'][number], file: BicepFile) {
    const { path, pathStart } = declaration;
    const isRemote = path !== undefined && isRegistryPath(path);
    const target =
      path === undefined
        ? undefined
        : isRemote
          ? restoredModule(path, this.#files)
          : this.#files.resolve(file.path, path);
    const module = target === undefined ? undefined : this.#module(target, file, pathStart);
    if (!module) {
      const kind = isRemote ? 'registry module' : 'module';
      this.notes.leaveOut(kind, path ?? declaration.name, file, declaration.start);
      if (path !== undefined && !isRemote && (target === undefined || !this.#files.text(target))) {
        this.notes.report(file.path, pathStart, `${path} is not among the files; add it`);
      }
      return {
        template: undefined,
        parameters: [],
        mayHoldNetwork: path === undefined || mayHoldNetwork(path),
      };
    }
    this.#requireParameters(module, of, file);
    return module;
  }

  #module(path: string, from: BicepFile, pathStart: number): LoweredModule | undefined {
    const known = this.#modules.get(path);
    const text = this.#files.use(path, 'code');
    if (known || text === undefined) return known;
    if (this.#open.has(path)) {
      this.notes.report(from.path, pathStart, `${path} contains itself as a module`);
      return undefined;
    }
    this.#open.add(path);
    const module = path.endsWith('.json') ? compiledModule(text) : this.#bicepModule(path);
    this.#open.delete(path);
    if (module) this.#modules.set(path, module);
    else this.notes.report(from.path, pathStart, `${path} is not a template that can be read`);
    return module;
  }

  #bicepModule(path: string): LoweredModule | undefined {
    const file = this.file(path);
    if (!file) return undefined;
    const template = this.templateOf(file);
    return { template, parameters: Object.keys(template.parameters) };
  }

  /** The module that is deployed: no other one may contain it. */
  root(file: BicepFile): Template {
    this.#open.add(file.path);
    return this.templateOf(file);
  }

  #requireParameters(
    { template }: LoweredModule,
    of: BicepFile['deployed'][number],
    file: BicepFile,
  ) {
    const params = entryOf(of, 'params');
    const isPlain =
      params?.kind === 'object' && params.entries.every(({ key }) => key !== undefined);
    if (!of.body || (params && !isPlain)) return;
    const passed = new Set(
      isPlain ? params.entries.map(({ key }) => String(key).toLowerCase()) : [],
    );
    const missing = parametersWithoutValue(template).filter(
      (name) => !passed.has(name.toLowerCase()),
    );
    if (missing.length === 0) return;
    const { nameStart, name } = of.declaration;
    this.notes.report(
      file.path,
      nameStart,
      `the module ${name} needs values for ${missing.join(', ')}`,
    );
  }
}

const rangeOf = ({ path }: BicepFile, { start, end }: Pick<Syntax, 'start' | 'end'>) => ({
  file: path,
  start,
  end,
});
