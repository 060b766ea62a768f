/** Parts of objects and lists that are written out, without evaluating them. */

import { get, isObject, type Path } from '../unresolved.ts';
import type { Expression } from './expressions.ts';
import { Tree } from './tree.ts';

/** The expression of an entry; undefined where the expression does not write it out. */
export function partOf(expression: Expression, key: string | number): Expression | undefined {
  if (expression.kind !== 'call') return undefined;
  const { name, args } = expression;
  if (name === 'createarray') return typeof key === 'number' ? args[key] : undefined;
  if (name !== 'createobject') return undefined;
  const wanted = String(key).toLowerCase();
  const at = args.findLastIndex(
    (arg, index) =>
      index % 2 === 0 && arg.kind === 'literal' && String(arg.value).toLowerCase() === wanted,
  );
  return at < 0 ? undefined : args[at + 1];
}

/** What decides the value at the keys of a template's part: the innermost value, text or tree that is written for it. */
export function decidingPart(raw: unknown, keys: Path): unknown {
  let part = raw;
  for (const key of keys) {
    if (part instanceof Tree) {
      const inner = partOf(part.expression, key);
      if (inner) part = new Tree(inner);
      else return isWrittenOut(part.expression) ? undefined : part;
    } else if (isObject(part)) part = get(part, key);
    else return part;
  }
  return part;
}

/** Every key is a text of its own, so that a key which is not there is absent. */
const isWrittenOut = (expression: Expression) =>
  expression.kind === 'call' &&
  expression.name === 'createobject' &&
  expression.args.every(({ kind }, index) => index % 2 === 1 || kind === 'literal');
