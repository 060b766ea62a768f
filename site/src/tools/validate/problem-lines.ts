/** Where the network has a problem. */

import type { Problem } from '../run-in-worker.ts';
import { isFlowsFile } from './flows-field.ts';

/** Lines of the network that a problem is about. */
export const linesOf = ({ excerpt, problems = [] }: Problem) =>
  [excerpt, ...problems].flatMap((place) =>
    place && !isFlowsFile(place.file) ? [{ file: place.file, line: place.line }] : [],
  );
