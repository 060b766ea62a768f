/** Takes the null out of what a query may lack: a page whose data is missing must not be built. */

/** The value; throws where it is null. */
export function present<T>(value: T | null): T {
  if (value === null) throw new Error('a query of this page has no result');
  return value;
}

export type Present<T> = { [Key in keyof T]: NonNullable<T[Key]> };

/** The object, none of whose fields may be null. */
export function allPresent<T extends object>(fields: T): Present<T> {
  for (const value of Object.values(fields)) present(value);
  return fields as Present<T>;
}
