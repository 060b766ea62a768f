/** The documents, and how a fact cites them. */

import type { Confidence, IsoDate } from './vocabulary.ts';

/** A document, in one dated edition, or one weekly service-tag file. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** The date the document gives itself; see isDateApproximate. */
  readonly date: IsoDate;
  /** True where the document has no date of its own, so that `date` follows from its content. */
  readonly isDateApproximate?: true;
  readonly url?: string;
  /** Set on the editions of the network reference, the document with the port table. */
  readonly isReferenceEdition?: true;
  /** Sections that the text repeats from the one before, word for word: what cites them there still applies. */
  readonly repeats?: readonly string[];
}

export interface Citation {
  /** Id of a source. */
  readonly source: string;
  readonly section: string;
  /** Day on which the fact was last compared with the source. */
  readonly verifiedOn: IsoDate;
  readonly confidence: Confidence;
}

/** What every fact has. */
export interface Cited {
  readonly citations: readonly Citation[];
}
