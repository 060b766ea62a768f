/** Remarks beside an answer, each with the documents behind it, and the citations of an answer as a whole. */

import { catalog } from '../data/index.ts';
import type { Citation, Cited } from '../data/model.ts';

export interface Note extends Cited {
  readonly text: string;
}

const networkFacts = [
  ...catalog.prerequisites,
  ...catalog.dnsFacts,
  ...catalog.routingFacts,
  ...catalog.limitations,
  ...catalog.integrations,
];
const noteById = new Map<string, Note>([
  ...networkFacts.map(
    ({ id, statement, citations }) => [id, { text: statement, citations }] as const,
  ),
  ...catalog.subnetRules.map(
    ({ id, requirement, consequence, citations }) =>
      [id, { text: `${requirement} ${consequence}`, citations }] as const,
  ),
]);

/** What the network fact or subnet rule with this id says; the code names it and the data must have it. */
export function noteOf(id: string): Note {
  const note = noteById.get(id);
  if (note === undefined) throw new Error(`no network fact or subnet rule has the id "${id}"`);
  return note;
}

/** What is concluded from that fact or rule, which speaks of another case; the citations say so. */
export function conclusionFrom(id: string, text: string): Note {
  const citations = noteOf(id).citations.map(
    (citation): Citation => ({ ...citation, confidence: 'INFERRED' }),
  );
  return { text, citations };
}

/** The citations of all that is given, each once, in order. */
export function citationsOf(...cited: readonly Cited[]): readonly Citation[] {
  const distinct = new Map<string, Citation>();
  for (const citation of cited.flatMap(({ citations }) => citations)) {
    const key = `${citation.source}\n${citation.section}\n${citation.confidence}`;
    if (!distinct.has(key)) distinct.set(key, citation);
  }
  return [...distinct.values()];
}
