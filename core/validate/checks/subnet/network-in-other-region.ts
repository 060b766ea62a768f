import { findRegion } from '../../../../data/index.ts';
import { unknownRegionName } from '../../../answers/unknown-region.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import { get } from '../../read/unresolved.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { prerequisite } from '../kit/public-ip-address.ts';
import { isKnown, subscriptionIn } from '../kit/subscription.ts';

const resources = prerequisite('resources-per-location');
const group = (location: string) => ({
  networkSecurityGroup: { document: { location, securityRules: [] } },
});

export const networkInOtherRegion: Check = {
  id: 'network-in-other-region',
  title: 'Network in another region or subscription than the instance',
  severity: 'ERROR',
  summary:
    'The virtual network or the security group is in another region than its location, or the network in another subscription.',
  rationale:
    'An instance, its virtual network and the security group of its subnet must be in one region, and the first two in one subscription. Azure refuses other combinations, and the report may compare rules by regional tags with the wrong region.',
  avoid: 'a virtual network in UK South for a location in West Europe',
  prefer: 'a virtual network, subnet and security group in the region of each location',
  examples: {
    good: example('one region', group('westeurope')),
    bad: example('a security group in another region', group('uksouth')),
  },
  citations: resources.citations,
  run: perLocation((location) => {
    const { networkSecurityGroup: nsg, virtualNetworkRegion } = location.location;
    const ofGroup = nsg && 'document' in nsg ? get(nsg.document, 'location') : undefined;
    return [
      ...otherRegion('virtual network', virtualNetworkRegion, 'virtualNetworkRegion', location),
      ...otherRegion('security group', ofGroup, 'networkSecurityGroup/document/location', location),
      ...otherSubscription(location),
    ];
  }),
};

/** A document names the subscriptions by the ids of the instance and of its subnet. */
function otherSubscription({
  deployment: { subscription: own },
  location: { subnet, subnetElsewhere },
  path,
}: LocationContext): Omit<Observation, 'region'>[] {
  const other = subscriptionIn(subnet?.id ?? subnetElsewhere);
  if (own === undefined || other === undefined || !isKnown(own)) return [];
  if (own.toLowerCase() === other.toLowerCase()) return [];
  return [
    {
      title: 'The virtual network is in another subscription than the instance',
      message: `the virtual network is in the subscription ${quoted(other)}, but the instance is in ${quoted(own)}`,
      path: `${path}/${subnet ? 'subnet' : 'subnetElsewhere'}`,
      remediation: 'use a virtual network in the subscription of the instance',
    },
  ];
}

function otherRegion(
  what: string,
  name: unknown,
  field: string,
  { region, path }: LocationContext,
): Omit<Observation, 'region'>[] {
  const other = typeof name === 'string' ? findRegion(name) : undefined;
  if (!other || region.name === unknownRegionName || other.name === region.name) return [];
  return [
    {
      title: `The ${what} is in another region than the instance`,
      message: `the ${what} is in ${other.displayName}, but the location is ${region.displayName}`,
      path: `${path}/${field}`,
      remediation: `validate the location as ${other.displayName}, or use a ${what} in ${region.displayName}`,
    },
  ];
}
