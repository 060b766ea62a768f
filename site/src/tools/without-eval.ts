/**
 * Keeps zod from compiling functions from text, which the content security policy forbids. Import it before anything
 * that makes a schema: zod reads the setting at that time.
 */

import { z } from 'zod';

z.config({ jitless: true });
