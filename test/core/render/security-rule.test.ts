/** Resource Manager's spelling, singular and plural fields, and its limit on descriptions. */

import { describe, expect, it } from 'vitest';
import { armProperties, shortDescription, toArmRule } from '../../../core/render/rendered-rule.ts';
import { rule } from '../../support/rules.ts';

const properties = (change: Parameters<typeof rule>[0]) =>
  Object.fromEntries(armProperties(toArmRule(rule(change))));

describe('armProperties', () => {
  it.each([
    [['Internet'], 'Internet', undefined],
    [['10.0.0.0/8'], '10.0.0.0/8', undefined],
    [['*'], '*', undefined],
    [['10.0.0.0/8', '*'], '*', undefined],
    [['10.0.0.0/8', '2001:db8::/32'], undefined, ['10.0.0.0/8', '2001:db8::/32']],
    [['10.0.0.4', '::/0'], undefined, ['10.0.0.4', '::/0']],
  ])('puts the source prefixes %j where they belong', (input, singular, plural) => {
    const actual = properties({ sourceAddressPrefixes: input });
    expect([actual.sourceAddressPrefix, actual.sourceAddressPrefixes]).toEqual([singular, plural]);
  });

  it.each([
    [['443'], '443', undefined],
    [['80', '443'], undefined, ['80', '443']],
    [['443', '*'], '*', undefined],
  ])('puts the destination ports %j where they belong', (input, singular, plural) => {
    const actual = properties({ destinationPortRanges: input });
    expect([actual.destinationPortRange, actual.destinationPortRanges]).toEqual([singular, plural]);
  });

  it('spells values as a template does and leaves out an empty description', () => {
    expect(
      properties({ direction: 'OUTBOUND', access: 'DENY', protocol: 'ANY', description: ' ' }),
    ).toEqual({
      priority: 200,
      direction: 'Outbound',
      access: 'Deny',
      protocol: '*',
      sourceAddressPrefix: 'ApiManagement',
      sourcePortRange: '*',
      destinationAddressPrefix: 'VirtualNetwork',
      destinationPortRange: '3443',
    });
  });
});

describe('shortDescription', () => {
  it.each([
    ['short', 'short'],
    [' two\r\n\tlines\u2028here\u0000 ', 'two lines here'],
    ['x'.repeat(140), 'x'.repeat(140)],
    ['x'.repeat(141), `${'x'.repeat(137)}...`],
    ['word '.repeat(40), `${'word '.repeat(27).trim()}...`],
    [`${'x'.repeat(136)}😀${'y'.repeat(9)}`, `${'x'.repeat(136)}...`],
  ])('%j', (input, expected) => {
    expect(shortDescription(input)).toBe(expected);
    expect(shortDescription(input).length).toBeLessThanOrEqual(140);
  });
});
