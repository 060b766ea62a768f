/** Input that is refused: its path, its value, and what is accepted; one mistake, or all of an input. */

const maxEchoLength = 80;

/** A text, cut where it is longer than so many characters. */
export function shortened(text: string, length = maxEchoLength): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** A value as messages show it. */
export function echo(value: unknown): string {
  if (Number.isNaN(value)) return 'no number';
  return shortened(
    typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'nothing'),
  );
}

export interface InputProblem {
  /** Keys and indexes that lead to the value within the input. */
  readonly path: readonly (string | number)[];
  readonly given: unknown;
  /** The accepted values, where they can be listed. */
  readonly accepted?: readonly string[];
  /** A description of what is accepted, where it cannot be listed. */
  readonly expected?: readonly string[];
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
  readonly expected: readonly string[];
  readonly nearest: readonly string[];

  constructor(
    reason: string,
    { path, given, accepted = [], expected = [], nearest = [] }: InputProblem,
  ) {
    const hint = nearest.length === 0 ? '' : `; nearest: ${nearest.join(', ')}`;
    super(
      `${reason}: given ${echo(given)}; accepted: ${[...accepted, ...expected].join(', ')}${hint}`,
    );
    this.path = path;
    this.given = typeof given === 'string' ? shortened(given) : given;
    this.accepted = accepted;
    this.expected = expected;
    this.nearest = nearest;
  }
}

/** Several mistakes of one input; path, given and the rest are those of the first. */
export class InputErrors extends InputError {
  /** At least two. */
  readonly all: readonly InputError[];

  constructor(all: readonly InputError[]) {
    const [first] = all as readonly [InputError];
    super('', first);
    this.all = all;
    this.message = `${all.length} mistakes: ${all.map(({ message }, index) => `(${index + 1}) ${message}`).join('; ')}`;
  }
}

/** Throws the mistakes of an input, if there are any, at once. */
export function throwAll(mistakes: readonly InputError[]): void {
  const [first] = mistakes;
  if (first === undefined) return;
  throw mistakes.length === 1 ? first : new InputErrors(mistakes);
}

/** What the steps throw, each mistake of its own; an error that is no InputError is thrown on. */
export function mistakesOf(steps: Iterable<() => unknown>): InputError[] {
  const mistakes: InputError[] = [];
  for (const step of steps) {
    try {
      step();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      mistakes.push(...(error instanceof InputErrors ? error.all : [error]));
    }
  }
  return mistakes;
}
