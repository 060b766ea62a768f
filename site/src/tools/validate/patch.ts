/** A change of one file as git apply takes it. */

import { createTwoFilesPatch } from 'diff';

export interface Patch {
  readonly path: string;
  readonly text: string;
  /** The whole file without and with the change. */
  readonly before: string;
  readonly after: string;
}

const context = 3;

export function patchOf(path: string, before: string, after: string): Patch {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context,
  });
  return { path, text: patch.replace(/^={3,}\n/, ''), before, after };
}
