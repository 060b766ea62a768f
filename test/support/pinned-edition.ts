/** The edition of the port table that tests of the engine use, so that a new one changes test/newest-edition.test.ts alone. */

import type { ComputePlatform, IsoDate } from '../../data/model.ts';

export const pinnedEdition = '2026-04-30';

interface Pinnable {
  readonly edition?: IsoDate;
  readonly platform?: ComputePlatform;
}

/** The same with the pinned edition, unless it names one or is on stv1, which that edition does not have. */
export function pinned<T extends Pinnable>(input: T): T {
  return input.platform === 'STV1' ? input : { edition: pinnedEdition, ...input };
}
