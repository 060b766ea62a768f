/** The copies of a resource, and what each of them is called. */

import type { ResourceId } from '../resource-id.ts';
import { get, keyOf, type Path } from '../unresolved.ts';
import type { Budget } from './budget.ts';
import type { Copies } from './copies.ts';
import type { Scope } from './scope.ts';

/** One copy of a resource, or the resource itself where it has no copies. */
export interface Turn {
  readonly copies: Copies;
  readonly path: Path;
  readonly symbolicName: string | undefined;
  /** The number of copies, where it is open. */
  readonly count: string | undefined;
}

/** One turn for each copy of a resource; one, its count open, where the number of copies is. */
export function turnsIn(
  raw: object,
  { scope, copies, path, symbolicName }: Omit<Turn, 'count'> & { readonly scope: Scope },
): Turn[] {
  const loop = get(raw, 'copy');
  const name = get(loop, 'name');
  const one = { copies, path, symbolicName, count: undefined };
  if (typeof name !== 'string') return [one];
  const turns = scope.turns(loop, name, copies, 'resource');
  if (!turns) return [{ ...one, count: '[copy]' }];
  return turns.map((turn, index) => ({
    ...one,
    copies: turn,
    path: [...path, copyStep(index)],
    symbolicName: symbolicName && `${symbolicName}[${index}]`,
  }));
}

/** A step in a path that tells the copies of a resource apart; it is not in the document. */
const copyStep = (index: number) => `copyIndex=${index}`;

export function payForTexts(budget: Budget, ...texts: readonly unknown[]): void {
  for (const text of texts) {
    if (typeof text === 'string') budget.handle(0, text.length);
  }
}

/** Type and names of a resource by its own fields; undefined where it has no type. */
export function identify(
  raw: object,
  scope: Scope,
  copies: Copies,
  parent: ResourceId | undefined,
): ResourceId | undefined {
  const type = keyOf(get(raw, 'type'));
  const name = keyOf(scope.resolve(get(raw, 'name'), copies)) ?? '';
  payForTexts(scope.world.budget, type, name);
  if (!type) return undefined;
  const isWhole = type.includes('/');
  return {
    group: scope.group,
    type: isWhole || !parent ? type : `${parent.type}/${type}`,
    names: isWhole || !parent ? name.split('/') : [...parent.names, ...name.split('/')],
  };
}
