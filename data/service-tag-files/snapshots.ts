/** All IPv4 prefixes of the weekly service-tag files that the extracts beside this file are taken from. */

import type { CloudName } from '../model.ts';
import { chinaSnapshot } from './china-snapshot.ts';
import { publicSnapshot } from './public-snapshot.ts';
import { usGovernmentSnapshot } from './us-government-snapshot.ts';

/** Base64 of what core/network/service-tags/snapshot.ts encodes. */
export const serviceTagSnapshots: Readonly<Record<CloudName, string>> = {
  PUBLIC: publicSnapshot,
  US_GOVERNMENT: usGovernmentSnapshot,
  CHINA: chinaSnapshot,
};
