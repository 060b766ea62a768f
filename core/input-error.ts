/** Input that cannot be answered: where, what was given, what is accepted. */

const maxEchoLength = 80;

function shortened(text: string): string {
  if (text.length <= maxEchoLength) return text;
  return `${text.slice(0, maxEchoLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function echo(value: unknown): string {
  if (Number.isNaN(value)) return 'no number';
  return shortened(
    typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing'),
  );
}

export interface InputProblem {
  /** Keys and indexes that lead to the value within the input. */
  readonly path: readonly (string | number)[];
  readonly given: unknown;
  /** The accepted values, or a description of them. */
  readonly accepted: readonly string[];
  /** The accepted values that come nearest to the given one. */
  readonly nearest?: readonly string[];
}

/** An input that cannot be answered, for a reason that its sender can mend. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly path: readonly (string | number)[];
  /** The value given; a long text is cut. */
  readonly given: unknown;
  readonly accepted: readonly string[];
  readonly nearest: readonly string[];

  constructor(reason: string, { path, given, accepted, nearest = [] }: InputProblem) {
    const hint = nearest.length === 0 ? '' : `; nearest: ${nearest.join(', ')}`;
    super(`${reason}: given ${echo(given)}; accepted: ${accepted.join(', ')}${hint}`);
    this.path = path;
    this.given = typeof given === 'string' ? shortened(given) : given;
    this.accepted = accepted;
    this.nearest = nearest;
  }
}
