import type { LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { goodAddress, prerequisite, statedPrerequisite } from '../kit/public-ip-address.ts';

const required = prerequisite('public-ip-required');
const optional = prerequisite('public-ip-optional');
const zoneRedundant = prerequisite('public-ip-zone-redundant');

export const publicIpMissing: Check = {
  id: 'public-ip-missing',
  title: 'No public IP address of your own',
  severity: 'INFO',
  summary:
    'A location has no public IP address resource, which documents of 2021 to 2023 required on stv2 and those since May 2024 leave open.',
  rationale:
    'Without a resource of yours Azure manages the public address of the location. That works today, but templates and older API versions written when the address was required may still refuse, most of all with availability zones.',
  avoid: 'availability zones without a public IP address resource',
  prefer: 'a Standard IPv4 address with a DNS name label, where you want to keep the address',
  examples: {
    good: example('an address of the user', { publicIpAddress: goodAddress }),
    bad: example('the address is left to Azure', {}),
  },
  citations: optional.citations,
  run: perLocation((location) => {
    const { deployment, location: described, path } = location;
    if (described.publicIpAddress || !optional.tiers.includes(deployment.tier)) return [];
    const hasZones = described.zones.length > 0 && zoneRedundant.tiers.includes(deployment.tier);
    const isOnStv1 = deployment.platform === 'STV1';
    const stated = statedPrerequisite([required.id, optional.id], location) ?? optional;
    return [
      {
        message: `no public IP address resource is given: ${status(location, stated === required)}${hasZones ? `, and the zones ${described.zones.join(', ')} are set` : ''}`,
        path,
        ...(hasZones && !isOnStv1 && { severity: 'WARNING' as const }),
        ...((hasZones || stated === required) && {
          remediation: `name a Standard IPv4 address with a DNS name label in the region of the location${hasZones ? ', zone-redundant' : ', or leave the address to Azure'}`,
        }),
        citations: [...stated.citations, ...(hasZones ? zoneRedundant.citations : [])],
      },
    ];
  }),
};

function status({ deployment }: LocationContext, isRequired: boolean): string {
  if (deployment.platform === 'STV1') return 'fine on stv1; on stv2 it was required until 2024';
  return isRequired
    ? 'the documents of this edition require one; since May 2024 it is optional, and Azure manages one instead'
    : 'it is optional since May 2024, and Azure manages one instead';
}
