/** Fields of a deployment that people have and leave open: what is accepted, and what it means. */

import { describe, expect, it } from 'vitest';
import { type LocationInput, withDefaults } from '../../../core/deployment.ts';
import { example } from '../../../core/validate/checks/kit/example.ts';
import { validateInput } from '../../../core/validate/validate-input.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;
const check = (location: Partial<LocationInput>) =>
  validateInput({ deployment: withDefaults(example('', location).deployment) }, options);
const subnet = { addressPrefix: '10.0.1.0/24' };

describe('a network of both IP families', () => {
  const ofBoth = ['fd00:db8::/48', '10.0.0.0/16'];
  it('is judged by its IPv4 prefixes', () => {
    const { findings } = check({ subnet, virtualNetworkAddressPrefixes: ofBoth });
    expect(findings).toEqual(
      check({ subnet, virtualNetworkAddressPrefixes: ['10.0.0.0/16'] }).findings,
    );
    const outside = check({
      subnet: { addressPrefix: '10.9.1.0/24' },
      virtualNetworkAddressPrefixes: ofBoth,
    });
    expect(outside.findings.map(({ checkId }) => checkId)).toContain('subnet-outside-vnet');
  });

  it('has an unknown space where all prefixes are IPv6', () => {
    const { findings } = check({ subnet, virtualNetworkAddressPrefixes: ['fd00:db8::/48'] });
    expect(findings).toEqual(check({ subnet }).findings);
  });

  it.each(['fd00:db8::/200', 'fd00::db8::/48', 'fd00:db8::'])('is refused with %s', (prefix) => {
    expect(() => check({ subnet, virtualNetworkAddressPrefixes: [prefix] })).toThrow(
      'not an IPv6 prefix',
    );
  });
});

describe('a public IP address of which little is known', () => {
  it('may say so', () => {
    const unknown = { region: 'unknown', sku: 'Unknown', version: 'unknown' };
    expect(check({ subnet, publicIpAddress: unknown }).findings).toEqual(
      check({ subnet, publicIpAddress: {} }).findings,
    );
  });
});
