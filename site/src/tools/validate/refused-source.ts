/** Files that cannot be judged, with what the page shows of them. */

import { InputError } from '../../../../core/input-error.ts';
import type { MissingValue } from '../../../../core/validate/report.ts';
import type { Excerpt, ShownProblem } from './excerpt.ts';

interface Shown {
  readonly excerpt: Excerpt | undefined;
  readonly missingValues: readonly MissingValue[];
  readonly problems: readonly ShownProblem[];
}

export class RefusedSource extends InputError {
  readonly shown: Shown;

  constructor(
    reason: string,
    { path, accepted = [] }: { path: InputError['path']; accepted?: readonly string[] },
    shown: Shown,
  ) {
    super(reason, { path, given: undefined, accepted });
    this.message = reason;
    this.shown = shown;
  }
}
