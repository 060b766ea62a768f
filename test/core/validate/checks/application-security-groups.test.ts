/** Application security groups: on the side of the instance, on the far side, beside a prefix. */

import { describe, expect, it } from 'vitest';
import type { SubnetInput } from '../../../../core/deployment.ts';
import { findingsIn, inShort } from '../../../support/findings.ts';

const groups = (side: 'source' | 'destination') => ({
  [`${side}ApplicationSecurityGroups`]: [{ id: 'vms' }],
});
const prefix = (side: 'source' | 'destination') => ({ [`${side}AddressPrefix`]: '10.0.1.0/24' });
const prefixes = (side: 'source' | 'destination') => ({
  [`${side}AddressPrefixes`]: ['10.0.1.0/24'],
});

const groupOf = (direction: string, ...sides: object[]) => ({
  networkSecurityGroup: {
    document: [
      Object.assign(
        {
          name: 'Rule',
          priority: 100,
          direction,
          access: 'Allow',
          protocol: 'Tcp',
          sourcePortRange: '*',
          destinationPortRange: '443',
        },
        ...sides,
      ),
    ],
  },
});

const none: string[] = [];
const at = '/locations/0/networkSecurityGroup/document/0';

describe('a rule with application security groups', () => {
  it.each<[string, string, object[], string[], string[]]>([
    ['inbound from one', 'Inbound', [groups('source'), prefix('destination')], none, none],
    ['inbound to one', 'Inbound', [prefix('source'), groups('destination')], none, [at]],
    ['outbound to one', 'Outbound', [prefix('source'), groups('destination')], none, none],
    ['outbound from one', 'Outbound', [groups('source'), prefix('destination')], none, [at]],
    ['from one to one', 'Inbound', [groups('source'), groups('destination')], none, [at]],
    [
      'beside a prefix',
      'Inbound',
      [groups('source'), prefix('source'), prefix('destination')],
      [`${at}/sourceAddressPrefix`],
      none,
    ],
    [
      'beside prefixes',
      'Inbound',
      [prefix('source'), groups('destination'), prefixes('destination')],
      [`${at}/destinationAddressPrefixes`],
      none,
    ],
    [
      'beside empty prefixes, as az prints them',
      'Inbound',
      [
        groups('source'),
        { sourceAddressPrefix: '', sourceAddressPrefixes: [] },
        prefix('destination'),
      ],
      none,
      none,
    ],
    ['without', 'Inbound', [prefix('source'), prefix('destination')], none, none],
  ])('%s', (_, direction, sides, refused, idle) => {
    const location = groupOf(direction, ...sides);
    expect(inShort(findingsIn('asg-and-prefix', location))).toEqual(
      refused.map((path) => `ERROR FAIL ${path}`),
    );
    expect(inShort(findingsIn('asg-never-matches', location))).toEqual(
      idle.map((path) => `WARNING PASS ${path}`),
    );
  });

  it.each<[string, Partial<SubnetInput>]>([
    ['resources', { otherResources: ['vm'] }],
    ['addresses', { otherAddresses: 1 }],
  ])('may be meant for other %s in the subnet', (_, others) => {
    const location = {
      ...groupOf('Inbound', prefix('source'), groups('destination')),
      subnet: { addressPrefix: '10.0.1.0/24', ...others },
    };
    expect(inShort(findingsIn('asg-never-matches', location))).toEqual([`INFO PASS ${at}`]);
  });
});
