/** What count and for_each make of a resource or of the call of a module. */

import type { BlockReader } from './blocks.ts';
import { type Budget, Failure } from './budget.ts';
import { entriesOf } from './loops.ts';
import { type Scope, withNames } from './scope.ts';
import type { Block } from './syntax.ts';
import { isList, isMap, Members, missingIn, openText, Unknown, type Value } from './values.ts';

type Key = string | number;
/** The scope has count or each; `isOpen` says that it is not known whether there is this one. */
export type Make<T extends Members> = (key: Key | undefined, scope: Scope, isOpen: boolean) => T;

/** Those of unknown number, or under unknown keys; a member that is named exists. */
export class OpenInstances extends Members {
  readonly text: string;
  readonly #make: (key: Key) => Members;
  readonly #makeAny: () => Members;
  readonly #made = new Map<Key, Members>();
  #any: Members | undefined;

  constructor(text: string, make: (key: Key) => Members, makeAny?: () => Members) {
    super();
    this.text = text;
    this.#make = make;
    // Where a count is not known, it is nearly always whether there is one.
    this.#makeAny = makeAny ?? (() => this.item(0));
  }

  /** Those that were named, and one for all others that there may be. */
  get all(): readonly Members[] {
    this.#any ??= this.#makeAny();
    return [...new Set([...this.#made.values(), this.#any])];
  }

  override item(key: Key): Members {
    const known = this.#made.get(key);
    if (known) return known;
    const made = this.#make(key);
    this.#made.set(key, made);
    return made;
  }

  member(name: string, at: number): Value {
    throw new Failure(`${this.text} is several, and ${name} is asked of all`, at);
  }
}

interface Context {
  readonly budget: Budget;
  readonly reader: BlockReader;
  readonly scope: Scope;
}

export function repeated<T extends Members>(block: Block, context: Context, make: Make<T>): Value {
  const { budget, reader, scope } = context;
  const { attributes } = block.body;
  const text = block.labels.map((label) => label.text).join('.');
  const [count, forEach] = [attributes.get('count'), attributes.get('for_each')];
  if (count) {
    const ofIndex = (index: Key) =>
      withNames(scope, new Map([['count', new Map([['index', index]])]]), String(index));
    // Whether there is one decides nothing of what it is.
    const { value: number } = reader.defaults.during(() => reader.value(count.value, scope));
    const whole = typeof number === 'string' ? Number(number) : number;
    if (typeof whole !== 'number' || !Number.isSafeInteger(whole) || whole < 0) {
      return new OpenInstances(text, (key) => make(key, ofIndex(key), true));
    }
    budget.items(whole, count.at);
    return Array.from({ length: whole }, (_, index) => make(index, ofIndex(index), false));
  }
  if (!forEach) return make(undefined, scope, false);
  const { value: collection, names: defaults } = reader.defaults.during(() =>
    reader.value(forEach.value, scope),
  );
  const ofEntry = (key: Value, value: Value, name: string) => {
    const each = new Map([
      ['key', key],
      ['value', value],
    ]);
    return withNames(scope, new Map([['each', each]]), name, () =>
      reader.defaults.add(...defaults),
    );
  };
  // The keys of a set are its items, and those of a list, which Terraform takes only as a set.
  const entries = entriesOf(collection)?.map(({ key, value }) => ({
    key: isList(collection) ? value : key,
    value,
  }));
  if (!entries?.every(({ key }) => typeof key === 'string')) {
    const missing = missingIn([collection]);
    const [key, value] = ['key', 'value'].map(
      (name) => new Unknown(openText(`each.${name} of ${scope.text}${text}`), { missing }),
    ) as [Unknown, Unknown];
    return new OpenInstances(
      text,
      (known) => make(known, ofEntry(known, value, String(known)), true),
      () => make(undefined, ofEntry(key, value, ''), true),
    );
  }
  budget.items(entries.length, forEach.at);
  return new Map(
    entries.map(({ key, value }) => {
      const name = String(key);
      return [name, make(name, ofEntry(key, value, name), false)];
    }),
  );
}

/** All of them; of unknown number those that were named, and one for all others. */
export function membersIn(value: Value): readonly Value[] {
  if (value instanceof OpenInstances) return value.all;
  return isMap(value) ? [...value.values()] : isList(value) ? value : [value];
}
