/** Rules of a group that share a priority, of which Azure accepts only one. */

import { describe, expect, it } from 'vitest';
import type { RuleFields } from '../../../../core/deployment.ts';
import { check, flowOf, rule } from '../../../support/one-group.ts';

describe('two rules with one priority', () => {
  const tcp = { priority: 200, protocol: 'Tcp', destinationPortRanges: ['443'] };
  const storage = { ...tcp, destinationAddressPrefixes: ['Storage'] };
  const allow = rule({ ...storage, name: 'b-allow', access: 'ALLOW' });
  const deny = rule({ ...storage, name: 'a-deny' });
  const vault = rule({ ...tcp, name: 'c-vault', destinationAddressPrefixes: ['AzureKeyVault'] });
  const outcomes = (...securityRules: RuleFields[]) => {
    const report = check({ securityRules });
    return ['outbound-443-Storage', 'outbound-443-AzureKeyVault'].map(
      (id) => flowOf(report, id).outcome,
    );
  };

  it.each([
    ['of which one is refused', [allow, deny], ['UNKNOWN', 'ALLOWED']],
    ['whatever their order', [deny, allow], ['UNKNOWN', 'ALLOWED']],
    ['that do the same', [deny, vault], ['DENIED', 'DENIED']],
    [
      'behind a rule that decides',
      [{ ...allow, name: 'first', priority: 100 }, allow, deny],
      ['ALLOWED', 'ALLOWED'],
    ],
    [
      'on packets of one alone, since the other may be the one that is taken',
      [{ ...allow, protocol: 'Udp' }, deny],
      ['UNKNOWN', 'ALLOWED'],
    ],
  ])('%s', (_, rules, wanted) => {
    expect(outcomes(...rules)).toEqual(wanted);
  });

  it('are named as what an undecided flow hangs on', () => {
    const { assumptions } = check({ securityRules: [allow, deny] });
    expect(assumptions.map(({ code }) => code)).toContain('PRIORITY_CONTESTED');
  });
});
