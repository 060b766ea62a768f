import { catalog } from '../../../../data/index.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

const reach = catalog.limitations.find(({ id }) => id === 'no-network-no-private-backends');

export const modeNoneWithSubnet: Check = {
  id: 'mode-none-with-subnet',
  title: 'Subnet given, but no network mode',
  severity: 'WARNING',
  summary: 'The network mode is NONE, and a location names a subnet all the same.',
  rationale:
    'Without EXTERNAL or INTERNAL the instance is not put into the subnet: it reaches no private backend, and the security rules of the subnet do nothing for it. NONE is sometimes taken for external mode.',
  avoid: 'virtualNetworkType: NONE with a subnet',
  prefer: 'EXTERNAL or INTERNAL for an instance in a network; no subnet for one outside',
  examples: {
    good: example('no network, no subnet', {}, { virtualNetworkType: 'NONE' }),
    bad: example(
      'a subnet that is not used',
      { subnet: { addressPrefix: '10.0.1.0/27' } },
      { virtualNetworkType: 'NONE' },
    ),
  },
  citations: reach?.citations ?? [],
  run({ deployment: { virtualNetworkType, locations } }) {
    if (virtualNetworkType !== 'NONE') return [];
    return locations.flatMap(({ subnet }, index) =>
      subnet
        ? [
            {
              message: `the subnet ${subnet.addressPrefix} is given, and with virtualNetworkType NONE the instance is not put into it`,
              path: `/deployment/locations/${index}/subnet`,
              remediation:
                'set virtualNetworkType to EXTERNAL or INTERNAL, or leave the subnet out',
            },
          ]
        : [],
    );
  },
};
