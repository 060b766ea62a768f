/** Terminal, environment and clock as the command sees them; tests pass their own. */

import { styleText } from 'node:util';
import { printable } from '../core/validate/report/printable.ts';
import type { Paint } from '../core/validate/report/text.ts';

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<string>;
  /** Today, as YYYY-MM-DD. */
  readonly today: string;
}

/** Exit codes that a pipeline can distinguish; part of what the versioning policy promises. */
export const exitCodes = {
  clean: 0,
  /** Findings at or above what `--fail-on` names. */
  findings: 1,
  /** Wrong usage, an input that cannot be read, or nothing that could be judged. */
  unusable: 2,
  /** The input does not decide it, and `--fail-on review` wants that it does. */
  undecided: 3,
} as const;

/** An error that its reader can mend: its messages say what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  /** One for each mistake. */
  readonly messages: readonly string[];

  constructor(...messages: readonly string[]) {
    super(messages.join('; '));
    this.messages = messages;
  }
}

const styles = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  note: ['blue', 'bold'],
  good: ['green', 'bold'],
  strong: 'bold',
  quiet: 'dim',
} as const satisfies Record<Paint, Parameters<typeof styleText>[0]>;

/** Colour on a terminal, or where FORCE_COLOR asks for it; NO_COLOR wins (no-color.org). */
export function painter({ env, isTerminal }: Io): (style: Paint, text: string) => string {
  const isColoured =
    !env.NO_COLOR && env.TERM !== 'dumb' && (isTerminal || Boolean(env.FORCE_COLOR));
  return (style, text) =>
    isColoured ? styleText(styles[style], text, { validateStream: false }) : text;
}

/** What is wrong, a line for each mistake; no text of a file can begin a line or has control characters. */
export const errorText = (error: Error, io: Io): string => {
  const messages = error instanceof UsageError ? error.messages : [error.message];
  return `${painter(io)('error', 'error')}: ${messages.map(printable).join('\n')}\n`;
};

export type Format = 'text' | 'json' | 'sarif' | 'junit' | 'github' | 'azure' | 'markdown';

/** Annotations within GitHub Actions and Azure Pipelines, else text. */
export function formatOf({ env }: Io): Format {
  if (env.GITHUB_ACTIONS === 'true') return 'github';
  return env.TF_BUILD ? 'azure' : 'text';
}
