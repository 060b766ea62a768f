import type { Citation, Confidence, IsoDate } from './model.ts';

/** Day of the last full comparison of the facts with their sources; a fact checked later says so itself. */
export const lastFullCheck: IsoDate = '2026-11-21';

/** A citation of `section` in the source with the id `source`. */
export function cite(
  source: string,
  section: string,
  confidence: Confidence = 'DOCUMENTED',
  verifiedOn: IsoDate = lastFullCheck,
): Citation {
  return { source, section, verifiedOn, confidence };
}

/** Citations of documents that were all compared with their facts on `day`. */
export function citeOn(day: IsoDate) {
  return (source: string, section: string, confidence: Confidence = 'DOCUMENTED'): Citation =>
    cite(source, section, confidence, day);
}
