/** What the expressions of a template are read with: the document around them, and what is given beside. */

import { get } from '../unresolved.ts';
import type { Copies } from './copies.ts';
import type { Expression } from './expressions.ts';
import type { Scope } from './scope.ts';

/** An expression with what it was evaluated in. */
export interface Origin {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly copies: Copies;
}

/** What all scopes of one document share. */
export interface World {
  /** The properties of a resource of the document, for reference(); undefined where it is not there. */
  readonly reference: (key: string, isFull: boolean, scope: Scope) => unknown;
  /** Which expression made an object or a list, in an input that says where its expressions are written. */
  readonly origins: WeakMap<object, Origin>;
  steps: number;
  depth: number;
  scopes: number;
}

export interface ScopeFacts {
  /** Name of the resource group that is deployed to, where the document says it. */
  readonly group?: string | undefined;
  readonly location?: unknown;
  /** Parameters by their names in lower case. */
  readonly given?: ReadonlyMap<string, () => unknown>;
}

/** True where a parameter, or the type that it names, may be left out. */
export function isNullable(template: unknown, parameter: unknown): boolean {
  const type = get(parameter, '$ref');
  const name = typeof type === 'string' ? type.slice(type.lastIndexOf('/') + 1) : '';
  const shape = get(get(template, 'definitions'), name);
  return [parameter, shape].some((one) => get(one, 'nullable') === true);
}
