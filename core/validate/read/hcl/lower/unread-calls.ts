/** Calls of modules that were not read: what their arguments name or identify. */

import { memoizeByObject } from '../../../../network/memoize.ts';
import { isMap, itemsOf, Members, Unknown, unknownFrom, type Value } from '../values.ts';
import { textOf } from './identity.ts';
import { openTogether } from './resource.ts';

export interface UnreadCall {
  readonly address: string;
  readonly args: readonly Value[];
}

interface NamedByCalls {
  /** What the calls with this text among their arguments may add, as one value. */
  byName(name: string | undefined): Unknown | undefined;
  /** The first call with the id of this among its arguments. */
  byTarget(address: string): { readonly address: string; readonly because: Unknown } | undefined;
}

export function whatCallsName(calls: readonly UnreadCall[]): NamedByCalls {
  const byText = new Map<string, UnreadCall[]>();
  const byTarget = new Map<string, UnreadCall>();
  for (const call of calls) {
    for (const text of new Set(call.args.flatMap(textsIn))) {
      const same = byText.get(text) ?? [];
      same.push(call);
      byText.set(text, same);
    }
    for (const target of call.args.flatMap(targetsIn)) {
      if (!byTarget.has(target)) byTarget.set(target, call);
    }
  }
  const openOf = memoizeByObject(({ args, address }: UnreadCall) =>
    unknownFrom(address, args, address),
  );
  // Often the same calls name several things.
  const together = new Map<string, Unknown>();
  return {
    byName(name) {
      const by = name === undefined ? undefined : byText.get(name.toLowerCase());
      if (!by) return undefined;
      const key = by.map(({ address }) => address).join();
      const because = together.get(key) ?? openTogether(by.map(openOf));
      together.set(key, because);
      return because;
    },
    byTarget(address) {
      const call = byTarget.get(address);
      return call && { address: call.address, because: openOf(call) };
    },
  };
}

/** Addresses of what ids, or whole resources, are in the value. */
function targetsIn(value: Value): string[] {
  if (value instanceof Unknown) return value.target ? [value.target.address] : [];
  if (value instanceof Members) return [value.text];
  const parts = isMap(value) ? [...value.values()] : (itemsOf(value) ?? []);
  return parts.flatMap(targetsIn);
}

function textsIn(value: Value): string[] {
  const text = textOf(value);
  if (text !== undefined) return [text.toLowerCase()];
  const parts = isMap(value) ? [...value.values()] : (itemsOf(value) ?? []);
  return parts.flatMap(textsIn);
}
