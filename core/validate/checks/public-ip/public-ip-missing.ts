import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import { prerequisite, statedPrerequisite } from '../kit/public-ip-address.ts';

const required = prerequisite('public-ip-required');
const optional = prerequisite('public-ip-optional');
const zoneRedundant = prerequisite('public-ip-zone-redundant');

export const publicIpMissing: Check = {
  id: 'public-ip-missing',
  title: 'No public IP address of your own',
  severity: 'INFO',
  summary:
    'A location has no public IP address resource, and its edition requires one or its availability zones may need one.',
  rationale:
    'Documents of 2021 to 2023 required the resource on stv2; since May 2024 it is optional, and Azure manages the address without one. Templates and older API versions from before may still refuse, especially with availability zones.',
  avoid: 'availability zones without a public IP address resource',
  prefer: 'a Standard IPv4 address with a DNS name label, if you want to keep the address',
  examples: {
    good: example('Azure manages the address', {}),
    bad: example('an edition that requires the resource', {}, { edition: '2023-01-06' }),
  },
  citations: optional.citations,
  run: perLocation((location) => {
    const { deployment, location: described, path } = location;
    if (described.publicIpAddress || !optional.tiers.includes(deployment.tier)) return [];
    const { zones } = described;
    const hasZones = zones.length > 0 && zoneRedundant.tiers.includes(deployment.tier);
    const isRequired = statedPrerequisite([required.id, optional.id], location) === required;
    // Otherwise Azure manages the address, and nothing depends on it.
    if (!hasZones && !isRequired) return [];
    return [
      {
        message: `the location has no public IP address resource${hasZones ? `, but it has zones ${zones.join(', ')}` : ''}${isRequired ? `; the documents of this edition require one on stv2, since May 2024 it is optional` : ''}`,
        path,
        ...(hasZones && deployment.platform === 'STV2' && { severity: 'WARNING' as const }),
        remediation: `use a Standard IPv4 address with a DNS name label in the region of the location${hasZones ? ', zone-redundant' : ', or let Azure manage the address'}`,
        citations: [
          ...(isRequired ? required : optional).citations,
          ...(hasZones ? zoneRedundant.citations : []),
        ],
      },
    ];
  }),
};
