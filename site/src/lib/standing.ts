/** Since when the editions say of a rule what they say now, from its history. */

import { and, sentence, word } from './words.ts';

interface Statement {
  readonly edition: string;
  readonly necessity: string;
  readonly destinationPorts: readonly string[];
}

interface Period {
  readonly necessity: string;
  /** Date of the first edition that says so. */
  readonly since: string;
}

/** How much the rule was needed over time, oldest first; an edition that says it twice counts as its last word. */
function periodsOf(history: readonly Statement[]): readonly Period[] {
  return history
    .map(({ edition, necessity }) => ({ since: edition, necessity }))
    .filter(({ necessity }, index, all) => necessity !== all[index - 1]?.necessity);
}

/** Ports that the rule has now and did not have when it got its necessity, each with the edition that brought it. */
function laterPorts(history: readonly Statement[], standingSince: string): readonly string[] {
  return (history.at(-1)?.destinationPorts ?? []).flatMap((port) => {
    const without = history.findLastIndex((row) => !row.destinationPorts.includes(port));
    const since = history[without + 1]?.edition ?? standingSince;
    return since > standingSince ? [`port ${port} since ${since}`] : [];
  });
}

/**
 * Required since the edition of 2023-11-29, or Optional since the edition of 2023-01-06, port 10000 since 2026-04-30.
 * What the oldest edition says may have held before, and is said to be its word.
 */
export function standingOf(history: readonly Statement[], oldestEdition: string): string {
  const standing = periodsOf(history).at(-1);
  if (standing === undefined) return '';
  const { necessity, since } = standing;
  const age = since === oldestEdition ? ', the oldest here' : '';
  const begin = `${sentence(word(necessity))} since the edition of ${since}${age}`;
  return [begin, ...laterPorts(history, since)].join(', ');
}

/** Before that it was recommended from 2021-08-06 and optional from 2023-01-06; empty where nothing else was said. */
export function earlierStanding(history: readonly Statement[]): string {
  const earlier = periodsOf(history).slice(0, -1);
  const texts = earlier.map(({ necessity, since }) => `${word(necessity)} from ${since}`);
  return texts.length === 0 ? '' : `Before that it was ${and(texts)}.`;
}
