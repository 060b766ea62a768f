import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import {
  givenAddress,
  goodAddress,
  prerequisite,
  statedPrerequisite,
} from '../kit/public-ip-address.ts';

const label = prerequisite('public-ip-dns-label');
const anyLabel = prerequisite('public-ip-any-dns-label');

export const publicIpWithoutDnsLabel: Check = {
  id: 'public-ip-without-dns-label',
  title: 'Public IP address without a DNS name label',
  severity: 'WARNING',
  summary: 'The public IP address that is given carries no DNS name label.',
  rationale:
    'Documents ask for a label on every address that is given to an instance: whichever until 2023, since 2024 best the name of the instance. A label added or changed later takes effect when the instance is deployed again.',
  avoid: 'a public IP address without dnsSettings.domainNameLabel',
  prefer: 'the name of the instance as the label',
  examples: {
    good: example('a label', { publicIpAddress: goodAddress }),
    bad: example('no label', { publicIpAddress: { sku: 'Standard', version: 'IPv4' } }),
  },
  citations: label.citations,
  run: perLocation((location) => {
    const given = givenAddress(location);
    if (!given || given.address.dnsLabel) return [];
    const { id: _, subscription: __, ...described } = given.address;
    // An address of which only its id is known may well have a label.
    if (Object.keys(described).length === 0) return [];
    const stated = statedPrerequisite([label.id, anyLabel.id], location);
    return [
      {
        message: 'the public IP address has no DNS name label',
        path: given.path,
        remediation: 'set the DNS name label of the address, best to the name of the instance',
        ...(stated ? { citations: stated.citations } : { severity: 'INFO' as const }),
      },
    ];
  }),
};
