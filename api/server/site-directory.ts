/** Where the built site is. */

import { fileURLToPath } from 'node:url';

/** From here as from `dist/server/`, where this ends up in the bundle: both are two folders deep. */
export const siteDirectory = fileURLToPath(new URL('../../site/dist', import.meta.url));
