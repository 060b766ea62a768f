/** Values that are written as they are: into a quoted text of any format, or without quotes. */

const plain = /^[\w.:/-]+$/;

/** Throws where a value could end what it is written into, or be taken for an option. */
export function requirePlain(...values: readonly string[]): void {
  for (const value of values) {
    if (plain.test(value) && !value.startsWith('-')) continue;
    throw new TypeError(
      `${JSON.stringify(value.slice(0, 80))} cannot be written into a file; accepted: letters, digits, _ . : / and -`,
    );
  }
}
