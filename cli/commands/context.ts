/** What every command is added with. */

import type { Io } from '../io.ts';

export interface CommandContext {
  readonly io: Io;
  /** Sets the exit code of a command that ends without an error; 0 otherwise. */
  readonly exit: (code: number) => void;
}
