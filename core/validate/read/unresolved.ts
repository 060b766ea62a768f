/** A value that a document leaves open: an expression that only a deployment can answer, or a plan's unknown. */

export class Unresolved {
  /** Equal for two values that are equal whatever the deployment answers; open parts are in brackets. */
  readonly key: string;
  /** As it is written, in brackets, so that a rule that holds it is read as undecided. */
  readonly text: string;
  /** The only values that it may have, where the document says so. */
  readonly allowed: readonly unknown[] | undefined;

  constructor(key: string, text: string, allowed?: readonly unknown[]) {
    this.key = key;
    this.text = text;
    this.allowed = allowed;
  }
}

export type Path = readonly (string | number)[];

/** An open part of a key: its own slashes are escaped, so that a resource id with open parts can still be split. */
export function openPart(description: string): string {
  return `[${encodeURIComponent(description.toWellFormed())}]`;
}

/**
 * A field of an object; undefined for anything else, and for what every object inherits. Azure's tools do not agree on
 * the case of a key, and Resource Manager does not mind it.
 */
export function get(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Unresolved) return undefined;
  const fields = value as Record<string | number, unknown>;
  if (Object.hasOwn(value, key)) return fields[key];
  const name = Array.isArray(value) ? undefined : nameIn(value, String(key));
  return name === undefined ? undefined : fields[name];
}

/** Above this many keys an object is read once, and not again for each look-up. */
const manyKeys = 64;
const spellings = new WeakMap<object, ReadonlyMap<string, string>>();

/** The key as the object spells it: exactly so, or else in another case. */
export function nameIn(value: object, key: string): string | undefined {
  if (Object.hasOwn(value, key)) return key;
  const known = spellings.get(value);
  if (known) return known.get(key.toLowerCase());
  let seen = 0;
  // Without a list of all keys: most look-ups in thousands of objects have no match in any spelling.
  for (const name in value) {
    seen += 1;
    if (seen > manyKeys) return spellingsIn(value).get(key.toLowerCase());
    if (name.length !== key.length || !Object.hasOwn(value, name)) continue;
    if (name.toLowerCase() === key.toLowerCase()) return name;
  }
  return undefined;
}

/** By the keys in lower case; of two that differ in case alone the first. */
function spellingsIn(value: object): ReadonlyMap<string, string> {
  const names = Object.keys(value).reverse();
  const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), name]));
  spellings.set(value, byLowerCase);
  return byLowerCase;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unresolved)
  );
}

/**
 * A field of a resource: under `properties` as Resource Manager has it, or next to the name as `az` prints it. Where all
 * properties are open, so is each of them.
 */
export function field(resource: unknown, key: string): unknown {
  const properties = get(resource, 'properties');
  if (properties instanceof Unresolved) return get(resource, key) ?? properties;
  return get(isObject(properties) ? properties : resource, key);
}

/** The keys that lead from a resource to the field. */
export function fieldPath(resource: unknown, key: string): Path {
  return isObject(get(resource, 'properties')) ? ['properties', key] : [key];
}

/** Lower-case text by which names and ids are compared; undefined for what is not text. */
export function keyOf(value: unknown): string | undefined {
  if (value instanceof Unresolved) return value.key.toLowerCase();
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}

/** The value for a message or a list of texts: open parts as they are written. */
export function textOf(value: unknown): string {
  if (value instanceof Unresolved) return value.text;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

/** True where nothing is left open. */
export function isSettled(value: unknown): boolean {
  if (value instanceof Unresolved) return false;
  if (Array.isArray(value)) return value.every(isSettled);
  return isObject(value) ? Object.values(value).every(isSettled) : true;
}

/** A list as it is, one that stays open as its one entry, nothing as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value instanceof Unresolved) return [value];
  return Array.isArray(value) ? value : [];
}
