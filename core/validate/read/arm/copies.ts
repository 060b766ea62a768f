/** The copy loops and lambdas that a value of a template stands in: the turn of each. */

/** The indexes of the copy loops, '' being the innermost, and the values of the lambdas' variables. */
export type Copies = ReadonlyMap<string, unknown>;
export const noCopies: Copies = new Map();

const maxCopies = 800;

/** The turns of a copy loop; undefined where their number is open. */
export function turnsOf(count: unknown, loop: string, around: Copies): Copies[] | undefined {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > maxCopies) {
    return undefined;
  }
  return Array.from(
    { length: count },
    (_, index) => new Map([...around, [loop.toLowerCase(), index], ['', index]]),
  );
}

/** What copyIndex() answers: its arguments are a loop and an offset, both of which may be left out. */
export function copyIndex(copies: Copies, [first, second]: readonly unknown[]): number | undefined {
  const index = copies.get(typeof first === 'string' ? first.toLowerCase() : '');
  if (typeof index !== 'number') return undefined;
  const offset = typeof first === 'number' ? first : second;
  return index + (typeof offset === 'number' ? offset : 0);
}

const lambdaKey = (variable: string) => `lambda ${variable.toLowerCase()}`;

/** With values for the variables of a lambda; a variable without a value is left out. */
export const withVariables = (
  copies: Copies,
  variables: readonly string[],
  values: readonly unknown[],
): Copies =>
  new Map([
    ...copies,
    ...variables
      .slice(0, values.length)
      .map((variable, index): [string, unknown] => [lambdaKey(variable), values[index]]),
  ]);

export const variableOf = (copies: Copies, variable: unknown): unknown =>
  typeof variable === 'string' ? copies.get(lambdaKey(variable)) : undefined;
