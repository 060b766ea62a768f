/** What describes no service: a document of another kind, or one of a kind that is read, without a service in it. */

import { InputError, type InputProblem } from '../../input-error.ts';

export class NoServiceError extends InputError {
  /** False where parts that it names are not in it, and may hold one. */
  readonly isWhole: boolean;

  constructor(reason: string, problem: InputProblem, isWhole = true) {
    super(reason, problem);
    this.isWhole = isWhole;
  }
}
