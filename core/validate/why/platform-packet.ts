/** Packets to addresses of the Azure platform: no security rule decides them, so that no ladder is tried. */

import { catalog } from '../../../data/index.ts';
import type { Direction } from '../../../data/model.ts';
import { has } from '../../network/sets/interval-set.ts';
import { platformAddresses } from '../own-flows/platform-addresses.ts';
import type { Ladder } from './ladder.ts';
import type { PacketSubject } from './subject.ts';

const notes = catalog.limitations
  .filter(({ id }) => id === 'platform-addresses-not-filtered')
  .map(({ statement }) => statement);

/** Undefined for a packet that rules filter. */
export function platformLadder(
  { destination }: PacketSubject,
  direction: Direction,
): Omit<Ladder, 'region' | 'direction' | 'packets'> | undefined {
  const isOfPlatform =
    direction === 'OUTBOUND' &&
    destination.kind === 'address' &&
    has(platformAddresses, destination.address);
  return isOfPlatform
    ? { outcome: 'UNKNOWN', decidedBy: null, rungs: [], notes, assumptions: [] }
    : undefined;
}
