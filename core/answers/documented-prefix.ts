/** The prefixes of the ApiManagement tag that the data has, each read once: a look-up compares all of them. */

import { memoize } from '../network/memoize.ts';
import { type ReadPrefix, readPrefix } from '../network/sets/ip-address.ts';

/** For prefixes of the data alone: what is read stays in memory. */
export const documentedPrefix: (prefix: string) => ReadPrefix = memoize(readPrefix);
