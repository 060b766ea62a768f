/** What NODE_DEBUG=atlas writes to standard error: how a document was read, without a value of it. */

import { debuglog } from 'node:util';

const write = debuglog('atlas');

export const debugLog = (line: string): void => write('%s', line);
