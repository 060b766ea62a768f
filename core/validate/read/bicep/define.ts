/** Records whose keys come from a source, __proto__ among them. */

/** A field of its own, whatever its name is. */
export function define(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
