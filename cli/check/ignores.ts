/** What comments and settings ignore in a run, and which of it met a finding. */

import { dirname, resolve } from 'node:path';
import { type Ignore, type IgnoreProblem, ignoresIn } from '../../core/validate/ignores.ts';
import type { InputOptions } from '../../core/validate/input-options.ts';
import type { SourceLocation } from '../../core/validate/read/source/location.ts';
import type { Judged, Suppression } from '../../core/validate/report/check-run.ts';
import type { Finding } from '../../core/validate/report.ts';
import { isOutside, nameIn } from '../source-tree.ts';
import type { CheckInputs } from './check-input.ts';
import type { OwnFiles } from './own-files.ts';

export interface IgnoreOptions extends InputOptions {
  readonly own: OwnFiles;
  readonly today: string;
  /** True where other values would be judged without an option that names their files. */
  readonly isPartly?: boolean;
}

/** All ignores of a run, and which of them met a finding. */
export class Ignores {
  readonly #today: string;
  readonly #all: readonly Ignore[];
  readonly #problems: readonly IgnoreProblem[];
  readonly #own: OwnFiles;
  readonly #used = new Set<Ignore>();
  readonly #isNarrowed: boolean;

  constructor(texts: ReadonlyMap<string, string>, options: IgnoreOptions) {
    const { today } = options;
    const inSource = [...texts].map(([file, text]) => ignoresIn(file, text));
    this.#today = today;
    this.#isNarrowed = isNarrowed(options);
    this.#own = options.own;
    this.#all = [...inSource.flatMap((one) => one.ignores), ...options.own.settings.ignores];
    this.#problems = inSource.flatMap((one) => one.problems);
  }

  suppressionOf(
    { checkId }: Finding,
    location: SourceLocation | undefined,
    path: string,
  ): Suppression | undefined {
    const settingsFile = this.#own.settingsFileOf(path);
    const fitting = this.#all.filter(
      (one) =>
        one.checkId === checkId &&
        (one.kind === 'IN_SOURCE' || one.at.file === settingsFile) &&
        one.covers(location),
    );
    for (const one of fitting) this.#used.add(one);
    const valid = fitting.find((one) => !this.#hasEnded(one));
    return valid && { kind: valid.kind, reason: valid.reason };
  }

  /**
   * Ignores that cannot be read, that have ended, and that meet nothing. Those in files that no judged deployment has
   * are for another run; so are entries of settings whose folder is judged in part, and all that meet nothing
   * where the options leave out what the whole run judges.
   */
  problems(
    judged: readonly Judged[],
    { base, folders }: Pick<CheckInputs, 'base' | 'folders'>,
  ): readonly IgnoreProblem[] {
    const isWhole = (file: string) => {
      const around = dirname(resolve(base, file));
      return folders.some((folder) => !isOutside(nameIn(folder, around)));
    };
    const files = new Set(
      judged.flatMap(({ path, report: { read } }) => [
        path,
        ...(read?.files ?? []).map((file) => file.path),
      ]),
    );
    const ended = this.#all.filter((one) => this.#hasEnded(one) && this.#used.has(one));
    const unused = this.#all.filter(
      (one) =>
        !this.#isNarrowed &&
        !this.#used.has(one) &&
        (one.kind === 'IN_SOURCE' ? files.has(one.at.file) : isWhole(one.at.file)),
    );
    return [
      ...this.#problems.filter(({ file }) => files.has(file)),
      ...ended.map(({ at, checkId, until }) => ({
        ...at,
        message: `the ignore of ${checkId} ended on ${until}; mend the finding or give a new date`,
      })),
      ...unused.map(({ at, checkId }) => ({
        ...at,
        message: `${checkId} finds nothing here; remove the ignore`,
      })),
    ];
  }

  #hasEnded({ until }: Ignore): boolean {
    return until !== undefined && until < this.#today;
  }
}

/** Whether another service, edition, rule or value would be judged without the options. */
const isNarrowed = ({
  isPartly = false,
  service,
  edition,
  whatIf,
  parameters,
}: IgnoreOptions): boolean =>
  isPartly ||
  service !== undefined ||
  edition !== undefined ||
  whatIf !== 'NONE' ||
  Object.keys(parameters ?? {}).length > 0;
