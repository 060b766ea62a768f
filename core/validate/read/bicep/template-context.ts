/** The context in which the expressions of a template are lowered: its own names, and those of the files it imports. */

import type { Expression } from '../arm/expressions.ts';
import { Tree } from '../arm/tree.ts';
import type { SourceFiles } from '../source/files.ts';
import type { Syntax } from './ast.ts';
import type { Context } from './context.ts';
import { define } from './define.ts';
import { call, literal, writtenAt } from './expression.ts';
import { lowerExpression } from './lower-expression.ts';
import type { BicepFile, Deployed } from './program.ts';
import { isRegistryPath } from './registry.ts';

/** What all templates of a source share. */
export interface Host {
  readonly files: SourceFiles;
  readonly file: (path: string) => BicepFile | undefined;
  readonly report: (path: string, offset: number, message: string) => void;
  readonly fail: (path: string, offset: number, message: string) => void;
  readonly leaveOut: (
    kind: 'registry module',
    name: string,
    file: BicepFile,
    offset: number,
  ) => void;
  /** Counts an expression; throws where there are too many. */
  readonly step: () => void;
  /** A number that is given once. */
  readonly unique: () => number;
}

const maxFollowed = 100;

/** What the contexts of one template share. */
interface Shared {
  readonly variables: Record<string, unknown>;
  readonly names: Map<string, string>;
  readonly pending: (() => void)[];
  /** The parts of declarations that are being followed, by declaration. */
  readonly followed: Map<Deployed, Set<string>>;
  readonly contextOf: (file: BicepFile) => Context;
  readonly targetScope: string;
}

/** A context for a file whose variables are those of the template; `pending` is to be called once all is lowered. */
export function contextOf(
  file: BicepFile,
  variables: Record<string, unknown>,
  host: Host,
  pending: (() => void)[] = [],
): Context {
  const contexts = new Map<string, Context>();
  const shared: Shared = {
    variables,
    names: new Map(),
    pending,
    followed: new Map(),
    targetScope: targetScopeOf(file),
    contextOf: (one) => {
      const known = contexts.get(one.path);
      if (known) return known;
      const context = contextIn(one, one === file ? '' : `${one.path}#`, host, shared);
      contexts.set(one.path, context);
      return context;
    },
  };
  return shared.contextOf(file);
}

function contextIn(file: BicepFile, prefix: string, host: Host, shared: Shared): Context {
  const at = (syntax: Pick<Syntax, 'start' | 'end'>) => writtenAt(file, syntax);
  const context: Context = {
    file,
    at,
    targetScope: shared.targetScope,
    lower: (syntax, locals) => {
      host.step();
      return lowerExpression(syntax, locals, context);
    },
    unknown: (syntax, message) => {
      if (message !== undefined) host.fail(file.path, syntax.start, message);
      return call('unreadable', [literal(host.unique(), at(syntax))], at(syntax));
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
      const target = host.files.resolve(file.path, path);
      const other = target?.endsWith('.bicep') ? host.file(target) : undefined;
      if (other) return shared.contextOf(other);
      if (isRegistryPath(path)) host.leaveOut('registry module', path, file, pathStart);
      else {
        const isThere = target !== undefined && host.files.text(target) !== undefined;
        const message = isThere
          ? `${path} is not a Bicep file; imports from compiled templates are not read`
          : `${path} is not among the files; add it`;
        host.report(file.path, pathStart, message);
      }
      return undefined;
    },
    textOf: (path) => {
      const target = host.files.resolve(file.path, path);
      const text = target === undefined ? undefined : host.files.use(target, 'content');
      return target === undefined || text === undefined ? undefined : { path: target, text };
    },
    unique: (name) => `${name}~${host.unique()}`,
    follow: (of, part, value) => {
      const parts = shared.followed.get(of) ?? new Set();
      const isCircle = parts.has(part);
      if (isCircle || shared.followed.size > maxFollowed) {
        const message = isCircle
          ? `the ${part} of ${of.key} depends on itself; Bicep refuses such a circle`
          : `the ${part} of ${of.key} depends on more than ${maxFollowed} others`;
        host.fail(file.path, of.declaration.start, message);
        return undefined;
      }
      shared.followed.set(of, parts.add(part));
      const result = value();
      parts.delete(part);
      if (parts.size === 0) shared.followed.delete(of);
      return result;
    },
  };
  return context;
}

/** Templates do not tell names apart by case, Bicep does: a second one gets another name. */
function variableKey(name: string, names: Map<string, string>): string {
  let key = name;
  while ((names.get(key.toLowerCase()) ?? name) !== name) key += '~';
  names.set(key.toLowerCase(), name);
  return key;
}

function targetScopeOf({ program }: BicepFile): string {
  const scope = program.statements.find(({ kind }) => kind === 'targetScope');
  return scope?.kind === 'targetScope' && scope.value.kind === 'literal'
    ? String(scope.value.value)
    : 'resourceGroup';
}
