import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';
import {
  goodAddress,
  prerequisite,
  publicIpOf,
  statedPrerequisite,
} from '../kit/public-ip-address.ts';

const label = prerequisite('public-ip-dns-label');
const anyLabel = prerequisite('public-ip-any-dns-label');

export const publicIpWithoutDnsLabel: Check = {
  id: 'public-ip-without-dns-label',
  title: 'Public IP address without a DNS name label',
  severity: 'WARNING',
  summary: 'The public IP address has no DNS name label.',
  rationale:
    'Documents require a label on every address that you assign to an instance: any label until 2023, and since 2024 preferably the name of the instance. A label that you add or change later takes effect when you deploy the instance again.',
  avoid: 'a public IP address without dnsSettings.domainNameLabel',
  prefer: 'the name of the instance as the label',
  examples: {
    good: example('a label', { publicIpAddress: goodAddress }),
    bad: example('no label', { publicIpAddress: { sku: 'Standard', version: 'IPv4' } }),
  },
  citations: label.citations,
  run: perLocation((location) => {
    const publicIp = publicIpOf(location);
    if (!publicIp || publicIp.address.dnsLabel) return [];
    const { id: _, subscription: __, ...described } = publicIp.address;
    // If only the id is known, the address may have a label.
    if (Object.keys(described).length === 0) return [];
    const stated = statedPrerequisite([label.id, anyLabel.id], location);
    return [
      {
        message: 'the public IP address has no DNS name label',
        path: publicIp.path,
        remediation:
          'set the DNS name label of the address, preferably to the name of the instance',
        ...(stated ? { citations: stated.citations } : { severity: 'INFO' as const }),
      },
    ];
  }),
};
