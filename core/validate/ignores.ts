/**
 * What its owner wants ignored, with a reason and an end: comments in a file, above the line or the block that they are
 * about (`// apim-atlas-ignore shadowed-rule: replaced in March [until 2027-01-01]`; `#` in Terraform), and entries of a
 * settings file for what one cannot edit.
 */

import type { IsoDate } from '../../data/model.ts';
import { checks } from './checks/index.ts';
import type { SourceLocation } from './read/source/location.ts';

export interface Ignore {
  /** Id of the check; an earlier id is written as the one of today. */
  readonly checkId: string;
  readonly reason: string;
  readonly until: IsoDate | undefined;
  /** The file and the line of the comment or the entry. */
  readonly at: SourceLocation;
  readonly kind: 'IN_SOURCE' | 'EXTERNAL';
  /** Whether a finding there is meant. */
  readonly covers: (location: SourceLocation | undefined) => boolean;
}

export interface IgnoreProblem extends SourceLocation {
  readonly message: string;
}

const comment = /^\s*(?:\/\/|#)\s*apim-atlas-ignore\b(.*)$/;
const content = /^\s+([a-z0-9-]+)\s*:\s*(.*?)\s*(?:\[until\s+([^\]]*)\])?\s*$/;

export function checkIdOf(name: string): string | undefined {
  return checks.find(({ id, aliases = [] }) => id === name || aliases.includes(name))?.id;
}

/** The comments of one file. */
export function ignoresIn(
  file: string,
  text: string,
): { readonly ignores: readonly Ignore[]; readonly problems: readonly IgnoreProblem[] } {
  const ignores: Ignore[] = [];
  const problems: IgnoreProblem[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const written = comment.exec(line)?.[1];
    if (written === undefined) continue;
    const at = { file, line: index + 1, column: 1 };
    const [, name = '', reason = '', until] = content.exec(written) ?? [];
    const checkId = checkIdOf(name);
    const problem = problemOf(written, name, checkId, reason, until);
    if (problem !== undefined || checkId === undefined) {
      problems.push({ ...at, message: problem ?? '' });
      continue;
    }
    const [first, last] = blockAfter(lines, index + 1);
    ignores.push({
      checkId,
      reason,
      until: until as IsoDate | undefined,
      at,
      kind: 'IN_SOURCE',
      covers: (location) =>
        location?.file === file && location.line >= first && location.line <= last,
    });
  }
  return { ignores, problems };
}

const form = 'write apim-atlas-ignore <check>: <reason> [until YYYY-MM-DD]';

function problemOf(
  written: string,
  name: string,
  checkId: string | undefined,
  reason: string,
  until: string | undefined,
): string | undefined {
  if (name === '') return `this ignores nothing: ${form}, not "apim-atlas-ignore${written}"`;
  if (checkId === undefined) return `there is no check "${name}"; apim-atlas explain lists them`;
  if (reason === '') return `the reason is missing: ${form}`;
  if (until !== undefined && !isDate(until)) return `"${until}" is not a date: ${form}`;
  return undefined;
}

export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** 1-based first and last line of what follows a comment: a line, or the block that the line opens. */
function blockAfter(lines: readonly string[], start: number): readonly [number, number] {
  let first = start;
  while (first < lines.length && /^\s*(?:\/\/|#|@|$)/.test(lines[first] ?? '')) first += 1;
  let depth = 0;
  for (let index = first; index < lines.length; index += 1) {
    for (const letter of withoutTexts(lines[index] ?? '')) {
      if ('{[('.includes(letter)) depth += 1;
      if ('}])'.includes(letter)) depth -= 1;
    }
    if (depth <= 0) return [first + 1, index + 1];
  }
  return [first + 1, lines.length];
}

const withoutTexts = (line: string): string =>
  line.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '').replace(/(?:\/\/|#).*$/, '');
