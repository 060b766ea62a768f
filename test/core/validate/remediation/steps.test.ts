/** What the steps of a remedy take on a row with many deny rules. */

import { expect, it } from 'vitest';
import type { SecurityRule } from '../../../../core/network/security-rule.ts';
import type { Draft, Row } from '../../../../core/validate/remediation/draft.ts';
import { putBack } from '../../../../core/validate/remediation/steps.ts';

it('looks for the first of many deny rules in one pass', () => {
  const count = 1000;
  let reads = 0;
  const deniedBy = Array.from({ length: count }, (_, index) => ({
    path: `/${index}`,
    get priority() {
      reads += 1;
      return 100 + count - index;
    },
  })) as unknown as SecurityRule[];
  const row = [{ direction: 'INBOUND', evaluation: { deniedBy } }] as unknown as Row;
  const rules = Array.from({ length: count }, (_, index) => ({ path: `/other/${index}` }));
  expect(putBack({ rules } as unknown as Draft, row)).toBeUndefined();
  // Once for the smallest priority, once for the rule that has it.
  expect(reads).toBe(2 * count);
});
