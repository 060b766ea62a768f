/** What the figures have to be at least, or at most: printed next to what was measured. */

import type { Kind } from './queries.ts';

/** Our rate as a multiple of that of another server. */
export const leastRatios: Readonly<Record<Kind, Partial<Record<'raw' | 'mercurius', number>>>> = {
  repeated: { raw: 0.85, mercurius: 1.5 },
  'new variables': { mercurius: 1 },
  'new text': { mercurius: 0.8 },
};

/** Microseconds of processor time for 20 rules. */
export const mostForMutation = 1_500;
export const mostForReport = 800;
/** The report on 1,000 rules, as a multiple of JSON.parse for the same input. */
export const mostOfParsing = 10;
/** Milliseconds from the start of the process to its first response. */
export const mostForStart = 500;
/** Milliseconds of processor time of the command, from its start to a verdict. */
export const mostForCommand = 350;

function line(what: string, figure: number, limit: number, isHeld: boolean, bound: string): string {
  const shown = limit < 100 ? figure.toFixed(2) : figure.toFixed(0);
  return `${isHeld ? 'held  ' : 'MISSED'} ${what}: ${shown}, ${bound} ${limit}`;
}

export const atLeast = (what: string, figure: number, floor: number): string =>
  line(what, figure, floor, figure >= floor, 'at least');

export const atMost = (what: string, figure: number, ceiling: number): string =>
  line(what, figure, ceiling, figure <= ceiling, 'at most');
