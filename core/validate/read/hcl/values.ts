/** Values of Terraform expressions: known, unknown until somebody sets or applies something, or absent (null). */

export type Value =
  | null
  | string
  | number
  | boolean
  | readonly Value[]
  | ValueSet
  | ReadonlyMap<string, Value>
  | Members
  | Unknown;

/** What has no order and nothing twice. */
export class ValueSet {
  readonly items: readonly Value[];

  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** Something whose members are looked up on first use: var, local, a resource, a module. */
export abstract class Members {
  /** As an expression names it. */
  abstract readonly text: string;
  abstract member(name: string, at: number): Value;
  /** Where the value of a member is written, if that is elsewhere. */
  offsetOf?(name: string): number | undefined;
  /** For several, of unknown number. */
  item?(key: string | number): Value;
}

/** A resource, or a subnet within one, that an unknown id is the id of. */
export interface Target {
  readonly address: string;
}

export interface UnknownOrigin {
  /** Names of the variables without a value that it depends on. */
  readonly missing?: ReadonlySet<string>;
  /** Set where it is the id of this. */
  readonly target?: Target;
}

const nothing: ReadonlySet<string> = new Set();
const maxText = 300;

export class Unknown {
  /**
   * What it is, open parts in brackets: nsg-[var.name]. Two unknown values with equal texts are equal, whatever they
   * will be.
   */
  readonly text: string;
  readonly missing: ReadonlySet<string>;
  readonly target: Target | undefined;

  constructor(text: string, { missing = nothing, target }: UnknownOrigin = {}) {
    this.text = text;
    this.missing = missing;
    this.target = target;
  }
}

/** An open part of a text: a bracket in it would end it, and a slash part it. */
export const openText = (inner: string): string =>
  `[${inner.replaceAll('[', '(').replaceAll(']', ')').replaceAll('/', '%2F')}]`;

/** The unknown value that an operation on these values gives; `otherwise` tells it where the texts are too long. */
export function unknownFrom(inner: string, parts: readonly Value[], otherwise: string): Unknown {
  const text = openText(inner);
  const missing = missingIn(parts);
  return new Unknown(text.length > maxText ? openText(otherwise) : text, { missing });
}

export function missingIn(parts: readonly Value[]): ReadonlySet<string> {
  const sets = parts.flatMap((part) =>
    part instanceof Unknown && part.missing.size > 0 ? [part.missing] : [],
  );
  const [first, ...others] = sets;
  if (!first) return nothing;
  return others.length === 0 ? first : new Set(sets.flatMap((set) => [...set]));
}

export const isMap = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** The items of a list or set; undefined for anything else. */
export function itemsOf(value: Value): readonly Value[] | undefined {
  if (isList(value)) return value;
  return value instanceof ValueSet ? value.items : undefined;
}

/** True where something in it is unknown; members that are looked up on first use do not count. */
export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown || value instanceof Members) return true;
  if (isMap(value)) {
    for (const part of value.values()) if (hasUnknown(part)) return true;
    return false;
  }
  return itemsOf(value)?.some(hasUnknown) ?? false;
}

/** The unknown values in it. */
export function unknownsIn(value: Value): Unknown[] {
  if (value instanceof Unknown) return [value];
  if (isMap(value)) return [...value.values()].flatMap(unknownsIn);
  return itemsOf(value)?.flatMap(unknownsIn) ?? [];
}

/** A value in an expression's text: short, equal for equal values as far as their kinds are plain. */
export function shortText(value: Value): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 80));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Unknown) return templateText(value.text);
  if (value instanceof Members) return value.text;
  if (isMap(value))
    return `{${[...value]
      .slice(0, 5)
      .map(([key, part]) => `${key}=${shortText(part)}`)
      .join(', ')}}`;
  return `(${(itemsOf(value) ?? []).slice(0, 5).map(shortText).join(', ')})`;
}

/** The text of an unknown value as Terraform would write it. */
const templateText = (text: string): string =>
  /^\[[^[\]]*\]$/.test(text) ? text.slice(1, -1) : `"${text.replace(/\[([^\]]*)\]/g, '$${$1}')}"`;

export const describeKind = (value: Value): string => {
  if (value === null) return 'null';
  if (itemsOf(value)) return value instanceof ValueSet ? 'a set' : 'a list';
  if (isMap(value)) return 'an object';
  if (value instanceof Unknown) return 'an unknown value';
  return value instanceof Members ? value.text : `a ${typeof value}`;
};

/** Deep equality; undefined where it depends on something unknown. */
export function areEqual(left: Value, right: Value): boolean | undefined {
  if (left instanceof Unknown || right instanceof Unknown) {
    // What will be a resource has an id.
    if (left === null || right === null) return idOf(left) || idOf(right) ? false : undefined;
    return left instanceof Unknown && right instanceof Unknown && left.text === right.text
      ? true
      : undefined;
  }
  if (left instanceof Members || right instanceof Members) return left === right ? true : undefined;
  const [items, others] = [itemsOf(left), itemsOf(right)];
  if (items && others) {
    if (items.length !== others.length) return false;
    return all(items.map((item, index) => areEqual(item, others[index] ?? null)));
  }
  if (isMap(left) && isMap(right)) {
    if (left.size !== right.size) return false;
    return all(
      [...left].map(([key, value]) => {
        const other = right.get(key);
        return other === undefined ? false : areEqual(value, other);
      }),
    );
  }
  return left === right;
}

const idOf = (value: Value) => (value instanceof Unknown ? value.target : undefined);

function all(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

/** Order of Terraform: by code points. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
