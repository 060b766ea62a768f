/** Notes on an answer, each with its citations, and the citations of a whole answer. */

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

/** The text of the network fact or subnet rule with this id; throws if the data has none. */
export function noteOf(id: string): Note {
  const note = noteById.get(id);
  if (note === undefined) throw new Error(`no network fact or subnet rule has the id "${id}"`);
  return note;
}

/** A conclusion from a fact or rule about another case; its citations are INFERRED. */
export function conclusionFrom(id: string, text: string): Note {
  const citations = noteOf(id).citations.map(
    (citation): Citation => ({ ...citation, confidence: 'INFERRED' }),
  );
  return { text, citations };
}

/** The citations of all these facts, each once, in order. */
export function citationsOf(...cited: readonly Cited[]): readonly Citation[] {
  const distinct = new Map<string, Citation>();
  for (const citation of cited.flatMap(({ citations }) => citations)) {
    const key = `${citation.source}\n${citation.section}\n${citation.confidence}`;
    if (!distinct.has(key)) distinct.set(key, citation);
  }
  return [...distinct.values()];
}
