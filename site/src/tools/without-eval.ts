/**
 * Keeps zod from making functions of texts, which a content security policy may forbid and would report. Schemas ask
 * for this when they are made, so this comes before all that make them.
 */

import { z } from 'zod';

z.config({ jitless: true });
