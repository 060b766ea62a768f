import { quoted } from '../../../quoted.ts';
import type { LocationContext } from '../../location/location.ts';
import type { Check, DeploymentContext, Observation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { goodAddress, prerequisite } from '../kit/public-ip-address.ts';

const perLocation = prerequisite('resources-per-location');
const subnetId =
  '/subscriptions/0/resourceGroups/contoso/providers/Microsoft.Network/virtualNetworks/west/subnets/apim';

export const sharedBetweenLocations: Check = {
  id: 'shared-between-locations',
  title: 'Two locations share one resource',
  severity: 'ERROR',
  summary: 'Two locations of an instance have the same subnet or the same public IP address.',
  rationale:
    'Every location needs a subnet of its own region and a public address of that region. One resource is in one region and cannot serve both.',
  avoid: 'the subnet of the primary location named again in additionalLocations',
  prefer: 'a virtual network, subnet and public IP address for each location',
  examples: {
    good: example(
      'a subnet for each location',
      { subnet: { id: subnetId, addressPrefix: '10.1.0.0/27' } },
      {
        tier: 'PREMIUM',
        locations: [
          {
            region: 'northeurope',
            subnet: { id: subnetId.replace('west', 'north'), addressPrefix: '10.2.0.0/27' },
          },
        ],
      },
    ),
    bad: example(
      'the same subnet twice',
      { subnet: { id: subnetId, addressPrefix: '10.1.0.0/27' }, publicIpAddress: goodAddress },
      {
        tier: 'PREMIUM',
        locations: [
          { region: 'northeurope', subnet: { id: subnetId, addressPrefix: '10.1.0.0/27' } },
        ],
      },
    ),
  },
  citations: perLocation.citations,
  run: (context) => [
    ...repeats(context, 'subnet', ({ subnet }) => subnet?.id),
    ...repeats(context, 'publicIpAddress', ({ publicIpAddress }) =>
      // If its region is known, public-ip-other-place reports the address.
      publicIpAddress?.region === undefined ? publicIpAddress?.id : undefined,
    ),
  ],
};

function repeats(
  { locations }: DeploymentContext,
  field: 'subnet' | 'publicIpAddress',
  idOf: (location: LocationContext['location']) => string | undefined,
): Observation[] {
  const what = field === 'subnet' ? 'subnet' : 'public IP address';
  const holders = new Map<string, LocationContext>();
  return locations.flatMap((location) => {
    const id = idOf(location.location);
    if (id === undefined || isOpen(id)) return [];
    const holder = holders.get(id.toLowerCase());
    holders.set(id.toLowerCase(), holder ?? location);
    if (!holder) return [];
    return [
      {
        message: `${location.region.displayName} has the same ${what} as ${holder.region.displayName}, ${quoted(id)}`,
        path: `${location.path}/${field}/id`,
        region: location.region.name,
        remediation: `use a ${what} in ${location.region.displayName}`,
      },
    ];
  });
}

/** An expression may have a different value in each location. */
const isOpen = (id: string) => id.includes('[');
