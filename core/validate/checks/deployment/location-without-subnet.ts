import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { prerequisite } from '../kit/public-ip-address.ts';

const perLocation = prerequisite('resources-per-location');

export const locationWithoutSubnet: Check = {
  id: 'location-without-subnet',
  aliases: ['multi-region'],
  title: 'Further location without a virtual network',
  severity: 'WARNING',
  summary: 'The primary location has a subnet, but a further location has none.',
  rationale:
    'The network mode applies to the whole instance, so every location needs a virtual network and subnet in its own region. Routes, rules and private backends of the primary network do not reach a location outside it.',
  avoid: 'additionalLocations without virtualNetworkConfiguration',
  prefer: 'a virtual network, subnet and security group for each location',
  examples: {
    good: example(
      'a subnet for each location',
      { subnet: { addressPrefix: '10.1.0.0/27' } },
      {
        tier: 'PREMIUM',
        locations: [{ region: 'northeurope', subnet: { addressPrefix: '10.2.0.0/27' } }],
      },
    ),
    unsure: example(
      'a subnet for the primary location only',
      { subnet: { addressPrefix: '10.1.0.0/27' } },
      { tier: 'PREMIUM', locations: [{ region: 'northeurope' }] },
    ),
  },
  citations: perLocation.citations,
  run({ locations: [primary, ...others] }) {
    if (!primary?.location.subnet) return [];
    return others
      .filter(({ location }) => !location.subnet && !location.subnetElsewhere)
      .map(({ region, path }) => ({
        message: `${region.displayName} has no subnet, but ${primary.region.displayName} is in the subnet ${primary.location.subnet?.addressPrefix ?? primary.location.subnet?.id}`,
        path,
        region: region.name,
        outcome: 'NEEDS_REVIEW',
        remediation: `add a subnet and a network security group in a virtual network of ${region.displayName}`,
      }));
  },
};
