/** The query ipImpact: what a change of a deployment does to its addresses. */

import { describe, expect, it, test } from 'vitest';
import { client } from '../support/client.ts';

const { ask, fail } = client();

describe('ipImpact', () => {
  const query = `query ($before: DeploymentInput!, $after: DeploymentInput!) {
    ipImpact(before: $before, after: $after) {
      summary steps notes { text } citations { section }
      publicAddress { ...Impact }
      privateAddress { ...Impact }
      locations { region { name } publicAddress { ...Impact } privateAddress { ...Impact } }
    }
  }
  fragment Impact on AddressImpact { outcome triggers { id advice } }`;

  const subnet = { addressPrefix: '10.0.0.0/27' };
  const premium = (mode: string, location: object = {}, ...others: object[]) => ({
    tier: 'PREMIUM',
    virtualNetworkType: mode,
    locations: [{ region: 'West Europe', subnet, ...location }, ...others],
  });
  const standard = {
    tier: 'STANDARD',
    virtualNetworkType: 'NONE',
    locations: [{ region: 'westeurope' }],
  };
  const shared = { ...standard, tier: 'STANDARD_V2' };

  test.each<[what: string, before: object, after: object, outcomes: string, triggers: string]>([
    ['nothing', premium('INTERNAL'), premium('INTERNAL'), 'STAYS STAYS', ''],
    [
      'the mode, to internal',
      premium('EXTERNAL'),
      premium('INTERNAL'),
      'CHANGES CHANGES',
      'mode-switched',
    ],
    [
      'the subnet',
      premium('EXTERNAL'),
      premium('EXTERNAL', { subnet: { addressPrefix: '10.9.0.0/27' } }),
      'CHANGES NONE',
      'subnet-changed',
    ],
    [
      'the zones',
      premium('EXTERNAL', { zones: [1] }),
      premium('EXTERNAL', { zones: [1, 2] }),
      'CHANGES NONE',
      'availability-zones-changed',
    ],
    ['the units', premium('EXTERNAL'), premium('EXTERNAL', { units: 4 }), 'STAYS NONE', ''],
    ['the tier', standard, { ...standard, tier: 'BASIC' }, 'UNKNOWN NONE', ''],
    ['the generation', standard, shared, 'CHANGES NONE', 'instance-recreated'],
    ['nothing where the address is shared', shared, shared, 'NONE NONE', ''],
  ])('of a change of %s', async (_, before, after, outcomes, triggers) => {
    const { ipImpact } = await ask(query, { before, after });
    const { publicAddress, privateAddress } = ipImpact;
    expect(`${publicAddress.outcome} ${privateAddress.outcome}`).toBe(outcomes);
    expect(publicAddress.triggers.map(({ id }: { id: string }) => id).join()).toBe(triggers);
    expect(ipImpact.citations.length).toBeGreaterThan(0);
    expect(ipImpact.locations).toEqual([
      { region: { name: 'westeurope' }, publicAddress, privateAddress },
    ]);
  });

  it('has a summary, with what to do', async () => {
    const { ipImpact } = await ask(query, {
      before: premium('EXTERNAL'),
      after: premium('INTERNAL'),
    });
    expect(ipImpact.summary).toBe(
      'The public address changes. West Europe gets a private address of its own.',
    );
    expect(ipImpact.steps.join(' ')).toContain('DNS');
    expect(ipImpact.publicAddress.triggers[0].advice).not.toBe('');
  });

  it('is said for each location, and for all of them together', async () => {
    const { ipImpact } = await ask(query, {
      before: premium('EXTERNAL', {}, { region: 'northeurope', subnet }),
      after: premium('EXTERNAL'),
    });
    expect(ipImpact.publicAddress.outcome).toBe('CHANGES');
    expect(
      ipImpact.locations.map(
        (location: { region: { name: string }; publicAddress: { outcome: string } }) => [
          location.region.name,
          location.publicAddress.outcome,
        ],
      ),
    ).toEqual([
      ['westeurope', 'STAYS'],
      ['northeurope', 'CHANGES'],
    ]);
  });

  test.each<[path: readonly (string | number)[], before: object, after: object]>([
    [
      ['before', 'locations', 0, 'region'],
      premium('EXTERNAL', { region: 'westeurop' }),
      premium('EXTERNAL'),
    ],
    [['after', 'virtualNetworkType'], standard, { ...standard, virtualNetworkType: 'INTERNAL' }],
    [['after', 'locations'], standard, { ...standard, locations: [] }],
    [['after', 'locations', 0, 'zones', 0], standard, { ...premium('NONE', { zones: [7] }) }],
    [['before', 'locations', 0, 'units'], premium('NONE', { units: 0 }), standard],
    [
      ['after', 'locations', 0, 'subnet', 'addressPrefix'],
      premium('EXTERNAL'),
      premium('EXTERNAL', { subnet: { addressPrefix: '10.0.0.1/27' } }),
    ],
  ])('refuses what is at %j', async (path, before, after) => {
    const { extensions } = await fail(query, { before, after });
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
    expect(extensions.accepted ?? extensions.expected).not.toHaveLength(0);
  });
});
