import { catalog } from '../../../../data/index.ts';
import type { Check } from '../kit/check.ts';
import { example } from '../kit/example.ts';

const reach = catalog.limitations.find(({ id }) => id === 'no-network-no-private-backends');

export const modeNoneWithSubnet: Check = {
  id: 'mode-none-with-subnet',
  title: 'Subnet without a network mode',
  severity: 'WARNING',
  summary: 'The network mode is NONE, but a location has a subnet.',
  rationale:
    'Without EXTERNAL or INTERNAL the instance is not placed in the subnet: it reaches no private backend, and the security rules of the subnet do not apply to it. NONE is sometimes mistaken for external mode.',
  avoid: 'virtualNetworkType: NONE with a subnet',
  prefer: 'EXTERNAL or INTERNAL for an instance in a network; no subnet for an instance outside',
  examples: {
    good: example('no network, no subnet', {}, { virtualNetworkType: 'NONE' }),
    bad: example(
      'a subnet that the instance does not use',
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
              message: `virtualNetworkType is NONE, so the instance does not use the subnet ${subnet.addressPrefix ?? subnet.id}`,
              path: `/deployment/locations/${index}/subnet`,
              remediation: 'set virtualNetworkType to EXTERNAL or INTERNAL, or remove the subnet',
            },
          ]
        : [],
    );
  },
};
