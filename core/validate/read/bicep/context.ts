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
