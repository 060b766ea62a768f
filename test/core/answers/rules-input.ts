/** Input of the required rules, with defaults for what a test does not say. */

import type { RequiredRulesInput } from '../../../core/answers/required-rules.ts';
import { InputError } from '../../../core/input-error.ts';
import { pinned } from '../../support/pinned-edition.ts';

export const input = (change: Partial<RequiredRulesInput> = {}) =>
  pinned<RequiredRulesInput>({
    region: 'westeurope',
    tier: 'PREMIUM',
    virtualNetworkType: 'EXTERNAL',
    platform: 'STV2',
    additionalRegions: [],
    includeOptional: false,
    features: [],
    useRegionalTags: false,
    ...change,
  });

export function problemOf(run: () => unknown): InputError {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
