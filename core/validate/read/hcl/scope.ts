/** The names that an expression can use. */

import type { Value } from './values.ts';

export interface Scope {
  /** Undefined for a name that there is not. */
  readonly lookup: (name: string, at: number) => Value | undefined;
  /** Tells values of the same expression apart: the address of the module and the key of the instance. */
  readonly text: string;
  /** Folder of the module, for files that functions read. */
  readonly folder: string;
}

/** The scope with a few names more, as those of a loop; `onUse` is called when one of them is read. */
export function withNames(
  scope: Scope,
  names: ReadonlyMap<string, Value>,
  key = '',
  onUse: () => void = () => {},
): Scope {
  return {
    ...scope,
    text: key === '' ? scope.text : `${scope.text}(${key})`,
    lookup: (name, at) => {
      if (!names.has(name)) return scope.lookup(name, at);
      onUse();
      return names.get(name) ?? null;
    },
  };
}
