/** What was not read of Bicep files: problems with their locations, and what was left out. */

import type { SourceFiles } from '../source/files.ts';
import type { SourceLocation, SourceProblem } from '../source/location.ts';
import type { BicepFile } from './program.ts';
import { mayHoldNetwork } from './registry.ts';

/** Something that is deployed and was not read: it may hold any resource. */
export interface Unread extends SourceLocation {
  readonly kind: 'registry module' | 'module' | 'declaration';
  /** The module as it is named, or the text of the declaration. */
  readonly name: string;
  /** False for a module of the public registry whose path says that it deploys something else. */
  readonly mayHoldNetwork: boolean;
}

const maxProblems = 500;

export class Notes {
  /** Declarations, or parts of them, that are lost: they may hold any resource. */
  readonly problems: SourceProblem[] = [];
  /** Expressions without a value: whatever they are part of is unknown. */
  readonly failures: SourceProblem[] = [];
  readonly unread: Unread[] = [];
  readonly #files: SourceFiles;

  constructor(files: SourceFiles) {
    this.#files = files;
  }

  /** Adds a problem; only the first one at a location counts. */
  report(path: string, offset: number, message: string): void {
    this.#add(this.problems, path, offset, message);
  }

  fail(path: string, offset: number, message: string): void {
    this.#add(this.failures, path, offset, message);
  }

  #add(list: SourceProblem[], path: string, offset: number, message: string): void {
    const location = this.#files.locate(path, offset);
    if (isAmong(list, location) || list.length >= maxProblems) return;
    list.push({ ...location, message });
  }

  leaveOut(kind: Unread['kind'], name: string, { path }: BicepFile, offset: number): void {
    const location = this.#files.locate(path, offset);
    if (isAmong(this.unread, location)) return;
    const isHarmless = kind === 'registry module' && !mayHoldNetwork(name);
    this.unread.push({ kind, name, mayHoldNetwork: !isHarmless, ...location });
  }
}

const isAmong = (locations: readonly SourceLocation[], { file, line, column }: SourceLocation) =>
  locations.some((one) => one.file === file && one.line === line && one.column === column);
