import { findRegion } from '../../../../data/index.ts';
import { unknownRegionName } from '../../../answers/unknown-region.ts';
import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, type Observation, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import {
  goodAddress,
  type LocatedAddress,
  prerequisite,
  publicIpOf,
} from '../kit/public-ip-address.ts';
import { isKnown, subscriptionIn } from '../kit/subscription.ts';

const sameRegion = prerequisite('public-ip-same-region-and-subscription');

export const publicIpOtherPlace: Check = {
  id: 'public-ip-other-place',
  title: 'Public IP address in another region or subscription',
  severity: 'ERROR',
  summary:
    'The public IP address is not in the region of its location, or not in the subscription of its subnet.',
  rationale:
    'The instance, virtual network and public IP address of a location must be in one region and one subscription. An address of the primary region cannot serve a further location.',
  avoid: 'an address in North Europe for a location in West Europe',
  prefer: 'an address for each location, in its region and subscription',
  examples: {
    good: example('the same region', { publicIpAddress: goodAddress }),
    bad: example('another region', {
      publicIpAddress: { ...goodAddress, region: 'northeurope' },
    }),
  },
  citations: sameRegion.citations,
  run: perLocation((location) => {
    const publicIp = publicIpOf(location);
    return publicIp
      ? [...otherRegion(location, publicIp), ...otherSubscription(location, publicIp)]
      : [];
  }),
};

function otherRegion(
  { region }: LocationContext,
  { address, path }: LocatedAddress,
): Observation[] {
  const addressRegion = address.region === undefined ? undefined : findRegion(address.region);
  if (!addressRegion || region.name === unknownRegionName || addressRegion === region) return [];
  return [
    {
      message: `the public IP address is in ${addressRegion.displayName}, but the location is ${region.displayName}`,
      path: `${path}/region`,
      remediation: `use an address in ${region.displayName}`,
    },
  ];
}

/** The instance's own subscription is not part of the input; its subnet is in the same one. */
function otherSubscription(
  { location }: LocationContext,
  { address, path }: LocatedAddress,
): Observation[] {
  const own = subscriptionIn(location.subnet?.id);
  const other = address.subscription ?? subscriptionIn(address.id);
  if (own === undefined || other === undefined || !isKnown(other)) return [];
  if (own.toLowerCase() === other.toLowerCase()) return [];
  return [
    {
      message: `the public IP address is in the subscription ${quoted(other)}, but the subnet is in ${quoted(own)}`,
      path: `${path}/${address.subscription === undefined ? 'id' : 'subscription'}`,
      remediation: 'use an address in the subscription of the instance and its virtual network',
    },
  ];
}
