/** The status of a rule as a sentence, and what it was before. */

import { labelOf } from './labels.ts';
import { capitalized, joined } from './sentences.ts';

interface Statement {
  readonly statedOn: string;
  readonly necessity: string;
  readonly destinationPorts: readonly string[];
}

interface Rule {
  readonly status: string | null;
  readonly statusSince: string | null;
  readonly history: readonly Statement[];
}

interface Period {
  readonly necessity: string;
  /** Date of the first edition that says it. */
  readonly since: string;
}

/** The periods of each necessity, oldest first. Of two statements of one edition, the last counts. */
function periodsOf(history: readonly Statement[]): readonly Period[] {
  return history
    .map(({ statedOn: edition, necessity }) => ({ since: edition, necessity }))
    .filter(({ necessity }, index, all) => necessity !== all[index - 1]?.necessity);
}

/** Ports that were added after the rule got its necessity, each with its edition. */
function laterPorts(history: readonly Statement[], statusSince: string): readonly string[] {
  return (history.at(-1)?.destinationPorts ?? []).flatMap((port) => {
    const without = history.findLastIndex((row) => !row.destinationPorts.includes(port));
    const since = history[without + 1]?.statedOn ?? statusSince;
    return since > statusSince ? [`port ${port} since ${since}`] : [];
  });
}

/**
 * "Required since the edition of 2023-11-29" or "Optional since the edition of 2023-01-06, port 10000 since 2026-04-30".
 * A status of the oldest edition may be older than that edition, so the text says that it is the oldest.
 */
export function statusOf({ status, statusSince, history }: Rule, oldestEdition: string): string {
  if (status === null || statusSince === null) return '';
  const age = statusSince === oldestEdition ? ', the oldest here' : '';
  const begin = `${capitalized(labelOf(status))} since the edition of ${statusSince}${age}`;
  return [begin, ...laterPorts(history, statusSince)].join(', ');
}

/** "Before that it was recommended from 2021-08-06 and optional from 2023-01-06."; empty if it never changed. */
export function earlierStatus({ statusSince, history }: Rule): string {
  const earlier = periodsOf(history).filter(({ since }) => since !== statusSince);
  const texts = earlier.map(({ necessity, since }) => `${labelOf(necessity)} from ${since}`);
  return texts.length === 0 ? '' : `Before that it was ${joined(texts)}.`;
}
