/** What `apim-atlas check` is called with; apart from the check, so that the help loads nothing of it. */

import type { Persona } from '../../core/validate/report/persona.ts';
import type { WhatIf } from '../../core/validate/report.ts';
import type { IsoDate } from '../../data/model.ts';
import type { Format } from '../io.ts';

export const failOn = ['ERROR', 'WARNING', 'REVIEW', 'NEVER'] as const;
export type FailOn = (typeof failOn)[number];

export interface CheckOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly param: Readonly<Record<string, unknown>>;
  /** Paths of values files of Terraform, the last one counts most. */
  readonly varFile: readonly string[];
  readonly service?: string;
  readonly serviceTags: readonly string[];
  readonly edition?: IsoDate;
  readonly whatIf: WhatIf;
  readonly failOn: FailOn;
  readonly persona: Persona;
  /** A packet or a rule to explain, in place of the report. */
  readonly why?: string;
  /** Path of a flows file, in place of the nearest ones. */
  readonly flows?: string;
  readonly baseline?: string;
  readonly allowNone?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly updateBaseline?: boolean;
  readonly ignores: boolean;
  readonly verbose?: boolean;
  readonly watch?: boolean;
  /** Id of a service to read from Azure, in place of files. */
  readonly live?: string;
  readonly cloud: string;
}
