/** Bicep files as one template: modules as deployments within it, imports as variables of it. */

import { UserInputError } from '../../../input-error.ts';
import type { Expression } from '../arm/expressions.ts';
import { Tree } from '../arm/tree.ts';
import { isNullable as mayBeLeftOut } from '../arm/world.ts';
import { requireShallow } from '../document-shape.ts';
import type { SourceFiles } from '../source/files.ts';
import type { SourceLocation, SourceProblem, SourceRange } from '../source/location.ts';
import { get, isObject } from '../unresolved.ts';
import type { ModuleDeclaration, ParamDeclaration, Syntax, TypeSyntax } from './ast.ts';
import { type Context, noLocals } from './context.ts';
import { call, literal, writtenAt } from './expression.ts';
import { loadedJson } from './loaded-json.ts';
import { type LoweredModule, lowerModule, lowerResource } from './lower-deployed.ts';
import { lowerExpression } from './lower-expression.ts';
import { entryOf } from './lower-reference.ts';
import { type BicepFile, readFile } from './program.ts';
import { isRegistryPath, restoredModule } from './registry.ts';

/** Something that is deployed and was not read: it may hold any resource. */
export interface Unread extends SourceLocation {
  readonly kind: 'registry module' | 'module' | 'declaration';
  /** The module as it is named, or the text of the declaration. */
  readonly name: string;
}

const maxSteps = 600_000;
const maxProblems = 500;
const maxTypes = 20;

export interface Template {
  readonly parameters: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
  readonly resources: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
}

export class Lowering {
  readonly problems: SourceProblem[] = [];
  readonly unread: Unread[] = [];
  /** Where the objects of templates are written, and their fields. */
  readonly ranges = new WeakMap<object, SourceRange>();
  readonly #files: SourceFiles;
  readonly #read = new Map<string, BicepFile>();
  readonly #modules = new Map<string, LoweredModule>();
  readonly #open = new Set<string>();
  #steps = 0;
  #unique = 0;

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  /** Paths of the Bicep files that were read. */
  get read(): readonly string[] {
    return [...this.#read.keys()];
  }

  file(path: string): BicepFile | undefined {
    const known = this.#read.get(path);
    const text = this.#files.text(path);
    if (known || text === undefined) return known;
    const file = readFile(path, text);
    this.#read.set(path, file);
    for (const { offset, message } of file.problems) this.report(path, offset, message);
    for (const { kind, start, end } of file.program.statements) {
      if (kind !== 'unreadable') continue;
      const name = text.slice(start, Math.min(end, start + 60));
      this.unread.push({ kind: 'declaration', name, ...this.#files.locate(path, start) });
    }
    return file;
  }

  /** The values file that another one goes on from. */
  extended({ path, program }: BicepFile): BicepFile | undefined {
    const base = program.statements.find(({ kind }) => kind === 'extends');
    if (base?.kind !== 'extends' || base.path === undefined) return undefined;
    const target = this.#files.resolve(path, base.path);
    const file = target === undefined ? undefined : this.file(target);
    if (!file) this.report(path, base.pathStart, `${base.path} is not among the files; add it`);
    return file;
  }

  report(path: string, offset: number, message: string): void {
    const location = this.#files.locate(path, offset);
    const isKnown = this.problems.some(
      ({ file, line, column }) =>
        file === path && line === location.line && column === location.column,
    );
    if (!isKnown && this.problems.length < maxProblems)
      this.problems.push({ ...location, message });
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
        define(template.parameters, named.name, parameter(named, context));
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
        this.#leaveOut('declaration', declaration.name, file, declaration.start);
      }
    }
    for (const output of file.outputs) {
      const value = new Tree(context.lower(output.value, noLocals));
      define(template.outputs, output.name, { value });
    }
    for (let next = pending.pop(); next; next = pending.pop()) next();
    return template;
  }

  /** A context for a file whose names are those of a template. */
  context(file: BicepFile, template: Template, pending: (() => void)[] = []): Context {
    const names = new Map<string, string>();
    const contexts = new Map<string, Context>();
    const contextOf = (one: BicepFile): Context => {
      const known = contexts.get(one.path);
      if (known) return known;
      const context = this.#contextIn(one, one === file ? '' : `${one.path}#`, {
        variables: template.variables,
        names,
        pending,
        contextOf,
        targetScope: targetScopeOf(file),
      });
      contexts.set(one.path, context);
      return context;
    };
    return contextOf(file);
  }

  #contextIn(file: BicepFile, prefix: string, shared: Shared): Context {
    const at = (syntax: Pick<Syntax, 'start' | 'end'>) => writtenAt(file, syntax);
    const context: Context = {
      file,
      at,
      targetScope: shared.targetScope,
      lower: (syntax, locals) => {
        this.#step();
        return lowerExpression(syntax, locals, context);
      },
      unknown: (syntax, message) => {
        if (message !== undefined) this.report(file.path, syntax.start, message);
        return call('unreadable', [literal(this.#unique++, at(syntax))], at(syntax));
      },
      variable: (name, value, written) => {
        const key = variableKey(`${prefix}${name}`, shared.names);
        if (!Object.hasOwn(shared.variables, key)) {
          let lowered: Expression | undefined;
          const body = () => {
            lowered ??= value();
            return lowered;
          };
          define(
            shared.variables,
            key,
            new Tree({ ...written, kind: 'let', variables: [], values: [], body }),
          );
          shared.pending.push(body);
        }
        return call('variables', [literal(key, written)], written);
      },
      imported: (path, pathStart) => {
        const target = this.#files.resolve(file.path, path);
        const other = target?.endsWith('.bicep') ? this.file(target) : undefined;
        if (other) return shared.contextOf(other);
        if (isRegistryPath(path)) this.#leaveOut('registry module', path, file, pathStart);
        else {
          const isThere = target !== undefined && this.#files.text(target) !== undefined;
          const message = isThere
            ? `${path} is no Bicep file; imports from compiled templates are not read`
            : `${path} is not among the files; add it`;
          this.report(file.path, pathStart, message);
        }
        return undefined;
      },
      textOf: (path) => {
        const target = this.#files.resolve(file.path, path);
        const text = target === undefined ? undefined : this.#files.text(target);
        return target === undefined || text === undefined ? undefined : { path: target, text };
      },
      unique: (name) => `${name}~${this.#unique++}`,
    };
    return context;
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps <= maxSteps) return;
    throw new UserInputError('the source takes too many steps to read', {
      path: ['source'],
      given: `more than ${maxSteps} expressions`,
      accepted: ['the files with the service and its network alone'],
    });
  }

  #leaveOut(kind: Unread['kind'], name: string, { path }: BicepFile, offset: number): void {
    const location = this.#files.locate(path, offset);
    const isKnown = this.unread.some(
      ({ file, line, column }) =>
        file === path && line === location.line && column === location.column,
    );
    if (!isKnown) this.unread.push({ kind, name, ...location });
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
      this.#leaveOut(kind, path ?? declaration.name, file, declaration.start);
      if (path !== undefined && !isRemote && (target === undefined || !this.#files.text(target))) {
        this.report(file.path, pathStart, `${path} is not among the files; add it`);
      }
      return { template: undefined, parameters: [] };
    }
    this.#requireParameters(module, of, file);
    return module;
  }

  #module(path: string, from: BicepFile, pathStart: number): LoweredModule | undefined {
    const known = this.#modules.get(path);
    const text = this.#files.text(path);
    if (known || text === undefined) return known;
    if (this.#open.has(path)) {
      this.report(from.path, pathStart, `${path} contains itself as a module`);
      return undefined;
    }
    this.#open.add(path);
    const module = path.endsWith('.json') ? compiledModule(text) : this.#bicepModule(path);
    this.#open.delete(path);
    if (module) this.#modules.set(path, module);
    else this.report(from.path, pathStart, `${path} is no template that can be read`);
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
    this.report(file.path, nameStart, `the module ${name} needs values for ${missing.join(', ')}`);
  }
}

interface Shared {
  readonly variables: Record<string, unknown>;
  readonly names: Map<string, string>;
  readonly pending: (() => void)[];
  readonly contextOf: (file: BicepFile) => Context;
  readonly targetScope: string;
}

/** A field of its own, whatever its name is. */
function define(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}

const rangeOf = ({ path }: BicepFile, { start, end }: Pick<Syntax, 'start' | 'end'>) => ({
  file: path,
  start,
  end,
});

/** Templates do not tell names apart by case, Bicep does: a second one gets another name. */
function variableKey(name: string, names: Map<string, string>): string {
  let key = name;
  while ((names.get(key.toLowerCase()) ?? name) !== name) key += '~';
  names.set(key.toLowerCase(), name);
  return key;
}

/** Names of the parameters that have no default and may not be null. */
export function parametersWithoutValue(template: unknown): string[] {
  const parameters = get(template, 'parameters');
  return Object.entries(isObject(parameters) ? parameters : {})
    .filter(([, one]) => get(one, 'defaultValue') === undefined && !mayBeLeftOut(template, one))
    .map(([name]) => name);
}

function parameter({ type, value }: ParamDeclaration, context: Context): object {
  return {
    nullable: isNullable(type, context),
    ...(value && { defaultValue: new Tree(context.lower(value, noLocals)) }),
  };
}

/** Whether null is a value of the type, or of the one that it names. */
function isNullable(type: TypeSyntax | undefined, context: Context): boolean {
  let [one, where]: [TypeSyntax | undefined, Context | undefined] = [type, context];
  for (let count = 0; one && count < maxTypes; count += 1) {
    if (one.isNullable) return true;
    const [first = '', ...rest]: readonly string[] = one.reference;
    let named = where?.file.names.get(first);
    if (named?.kind === 'imported') {
      const name = named.name === '*' ? (rest[0] ?? '') : named.name;
      where = isRegistryPath(named.path) ? undefined : where?.imported(named.path, named.pathStart);
      named = where?.file.names.get(name);
    } else if (rest.length > 0) return false;
    one = named?.kind === 'type' ? named.type : undefined;
  }
  return false;
}

function targetScopeOf({ program }: BicepFile): string {
  const scope = program.statements.find(({ kind }) => kind === 'targetScope');
  return scope?.kind === 'targetScope' && scope.value.kind === 'literal'
    ? String(scope.value.value)
    : 'resourceGroup';
}

/** A compiled template that is a module. */
function compiledModule(text: string): LoweredModule | undefined {
  const template = loadedJson(text, undefined)?.value;
  if (!isObject(template) || typeof template.resources !== 'object') return undefined;
  try {
    requireShallow(template);
  } catch (error) {
    if (error instanceof UserInputError) return undefined;
    throw error;
  }
  const { parameters } = template;
  return { template, parameters: Object.keys(isObject(parameters) ? parameters : {}) };
}
