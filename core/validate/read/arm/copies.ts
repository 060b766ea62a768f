/** The copy loops and lambdas around a value of a template: the turn of each. */

import { Unresolved } from '../unresolved.ts';
import type { Budget } from './budget.ts';

/**
 * The index of one copy loop or the value of one lambda's variable, and those around it. A chain, since a loop in a
 * loop would have to copy a map in each of its turns.
 */
interface Binding {
  readonly kind: 'resource' | 'loop' | 'variable';
  /** In lower case. */
  readonly name: string;
  readonly value: unknown;
  readonly around: Copies;
}
export type Copies = Binding | undefined;
export const noCopies: Copies = undefined;

const maxCopies = 800;

/** The turns of a copy loop; undefined where their number is open, or more than Azure takes. */
export function turnsOf(
  count: unknown,
  loop: string,
  around: Copies,
  budget: Budget,
  kind: 'resource' | 'loop' = 'loop',
): Copies[] | undefined {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > maxCopies) {
    return undefined;
  }
  budget.handle(count, loop.length);
  const name = loop.toLowerCase();
  return Array.from({ length: count }, (_, value) => ({ kind, name, value, around }));
}

/** With values for the variables of a lambda, in lower case; a variable without a value is left out. */
export const withVariables = (
  copies: Copies,
  variables: readonly string[],
  values: readonly unknown[],
): Copies =>
  variables
    .slice(0, values.length)
    .reduce<Copies>(
      (around, name, index) => ({ kind: 'variable', name, value: values[index], around }),
      copies,
    );

/** The value of the innermost one for which this holds. */
function find(copies: Copies, holds: (binding: NonNullable<Copies>) => boolean): unknown {
  for (let one = copies; one; one = one.around) {
    if (holds(one)) return one.value;
  }
  return undefined;
}

/**
 * What copyIndex() answers: its arguments are a loop and an offset, both of which may be left out. Without a name it
 * means the resource that is copied, also within the loop of a property. Undefined where no loop is meant, or an
 * argument is open.
 */
export function copyIndex(copies: Copies, [first, second]: readonly unknown[]): number | undefined {
  if (first instanceof Unresolved || second instanceof Unresolved) return undefined;
  const name = typeof first === 'string' ? first.toLowerCase() : undefined;
  const index =
    name === undefined
      ? (find(copies, ({ kind }) => kind === 'resource') ??
        find(copies, ({ kind }) => kind === 'loop'))
      : find(copies, (one) => one.kind !== 'variable' && one.name === name);
  if (typeof index !== 'number') return undefined;
  const offset = typeof first === 'number' ? first : second;
  return index + (typeof offset === 'number' ? offset : 0);
}

export function variableOf(copies: Copies, variable: unknown): unknown {
  if (typeof variable !== 'string') return undefined;
  const name = variable.toLowerCase();
  return find(copies, (one) => one.kind === 'variable' && one.name === name);
}
