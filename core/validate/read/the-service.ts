/** Which of the services of a document is judged. */

import { InputError } from '../../input-error.ts';
import { NoServiceError } from './no-service-error.ts';
import { keyOf } from './unresolved.ts';

export interface Candidate<T> {
  readonly it: T;
  readonly name: string;
  /** Names that select it. */
  readonly names: readonly unknown[];
  readonly isNetworked: boolean;
}

const mostTypes = 5;

/** Microsoft.Network/virtualNetworks and 3 other types */
function typesIn(all: readonly string[]): string {
  const types = [...new Set(all)];
  const more = types.length - mostTypes;
  const rest = more > 0 ? ` and ${more} other types` : '';
  return types.length === 0 ? 'no resource' : types.slice(0, mostTypes).join(', ') + rest;
}

/** The service that the caller names, the only one, or the only one that is put into a subnet. */
export function theOne<T>(
  all: readonly Candidate<T>[],
  type: string,
  wanted: string | undefined,
  {
    types,
    linked = [],
  }: { readonly types: readonly string[]; readonly linked?: readonly string[] },
): T {
  const networked = all.filter(({ isNetworked }) => isNetworked);
  const choice =
    wanted === undefined
      ? all.length === 1
        ? all
        : networked
      : all.filter(({ names }) => names.some((name) => keyOf(name) === wanted.toLowerCase()));
  const [only] = choice;
  if (only && choice.length === 1) return only.it;
  if (all.length === 0) {
    const missing =
      linked.length > 0 ? `; linked templates are not in it: ${linked.slice(0, 5).join(', ')}` : '';
    throw new NoServiceError(
      `the document has no ${type}${missing}`,
      { path: ['document'], given: typesIn(types), expected: [`one ${type}`] },
      linked.length === 0,
    );
  }
  const accepted = (networked.length > 0 ? networked : all).slice(0, 20).map(({ name }) => name);
  if (wanted === undefined || choice.length > 1) {
    throw new InputError('the document has several services; name the one to judge', {
      path: ['service'],
      given: wanted ?? 'no service',
      accepted,
    });
  }
  throw new InputError('the document has no service of this name', {
    path: ['service'],
    given: wanted,
    accepted,
  });
}
