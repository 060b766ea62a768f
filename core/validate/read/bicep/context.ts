/** What the lowering of an expression needs of the file and the template that it is in. */

import type { Expression } from '../arm/expressions.ts';
import type { Syntax } from './ast.ts';
import type { Written } from './expression.ts';
import type { BicepFile, Deployed } from './program.ts';

/** One resource or module: of a loop the one with an index. */
export interface Instance {
  readonly kind: 'instance';
  readonly of: Deployed;
  readonly index: Expression | undefined;
  readonly context: Context;
}

/** The variables of loops, lambdas and functions. */
export type Locals = ReadonlyMap<string, Expression | Instance>;
export const noLocals: Locals = new Map();

export interface Context {
  readonly file: BicepFile;
  readonly lower: (syntax: Syntax, locals: Locals) => Expression;
  readonly at: (syntax: Pick<Syntax, 'start' | 'end'>) => Written;
  /** A value that nothing is known of, and why, where that is not said elsewhere. */
  readonly unknown: (syntax: Pick<Syntax, 'start' | 'end'>, message?: string) => Expression;
  /** A variable's value, computed once; the file's own or one made for a part of a declaration. */
  readonly variable: (name: string, value: () => Expression, at: Written) => Expression;
  /** The same template, but names are those of another file; undefined where it is not among the files. */
  readonly imported: (path: string, pathStart: number) => Context | undefined;
  /** Text of a file that this one names by a relative path. */
  readonly textOf: (path: string) => { readonly path: string; readonly text: string } | undefined;
  /** A name for a variable of a lambda or function that no other one has. */
  readonly unique: (name: string) => string;
  /** What a part of a declaration names, as its id; undefined, with an error, where that leads back to the declaration. */
  readonly follow: <T>(
    of: Deployed,
    part: 'name' | 'id' | 'scope' | 'condition' | 'count',
    value: () => T,
  ) => T | undefined;
  /** targetScope of the file that is deployed. */
  readonly targetScope: string;
}

/**
 * Where a name is declared, through all files that import it from one another; undefined where one is not among the
 * files, or where they lead back to each other, which Bicep refuses.
 */
export function declarationOf(
  name: string,
  context: Context,
): { readonly name: string; readonly context: Context } | undefined {
  const seen = new Set<string>();
  let [at, where] = [name, context];
  for (;;) {
    const named = where.file.names.get(at);
    if (named?.kind !== 'imported') return { name: at, context: where };
    const step = JSON.stringify([where.file.path, at]);
    if (seen.has(step)) return undefined;
    seen.add(step);
    const other = where.imported(named.path, named.pathStart);
    if (!other) return undefined;
    [at, where] = [named.name, other];
  }
}
