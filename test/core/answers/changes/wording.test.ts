/** The sentences on changes, for rows that no edition has. */

import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../../../core/answers/changes/wording.ts';
import { portRuleById } from '../../../../data/index.ts';
import type { PortRule, PortRuleStatement } from '../../../../data/model.ts';

describe('the summary of another mode', () => {
  const rule = portRuleById.get('storage') as PortRule;
  const [stated] = rule.statements as [PortRuleStatement];
  const inModes = (...virtualNetworkTypes: PortRuleStatement['virtualNetworkTypes']) => ({
    ...stated,
    virtualNetworkTypes,
  });

  it.each([
    [
      inModes('EXTERNAL', 'INTERNAL'),
      inModes('EXTERNAL'),
      'only external mode instead of external and internal mode',
    ],
    [
      inModes('EXTERNAL'),
      inModes('EXTERNAL', 'INTERNAL'),
      'external and internal mode instead of external mode',
    ],
    [inModes('EXTERNAL'), inModes('INTERNAL'), 'internal mode instead of external mode'],
  ])('says where it is a part of the modes before', (before, after, text) => {
    const { summary } = wordDifference('NARROWED', { rule, statement: before }, after);
    expect(summary).toBe(`${rule.title}: now ${text}.`);
  });
});
