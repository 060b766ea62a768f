import { cite } from '../../../../data/cite.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { ipv4Of, prefixSet } from '../../../network/sets/ipv4.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const subnetOutsideVnet: Check = {
  id: 'subnet-outside-vnet',
  title: 'Subnet outside its virtual network',
  severity: 'ERROR',
  summary: 'The address prefix of the subnet is outside the address space of its virtual network.',
  rationale:
    'A subnet is a part of its virtual network; Azure refuses one that reaches beyond it. The report may then describe another subnet than the one you deploy.',
  avoid: 'the subnet 10.1.0.0/24 in a network of 10.0.0.0/16',
  prefer: 'a prefix within the address space',
  examples: {
    good: example('inside the network', {
      subnet: { addressPrefix: '10.0.1.0/24' },
      virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
    }),
    bad: example('outside the network', {
      subnet: { addressPrefix: '10.1.0.0/24' },
      virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
    }),
  },
  citations: [cite('injection-resources-2025-04-17', 'Network resource requirements', 'INFERRED')],
  run: perLocation(({ location, path }) => {
    const { subnet } = location;
    const prefixes = ipv4Of(location.virtualNetworkAddressPrefixes);
    if (!subnet?.addressPrefix || prefixes.length === 0) return [];
    if (covers(prefixSet(...prefixes), prefixSet(subnet.addressPrefix))) return [];
    const more = prefixes.length > 3 ? ` and ${prefixes.length - 3} more` : '';
    return [
      {
        message: `the subnet ${subnet.addressPrefix} is outside the virtual network, ${prefixes.slice(0, 3).join(', ')}${more}`,
        path: `${path}/subnet/addressPrefix`,
        remediation: 'correct the prefix of the subnet, or the address space of the network',
      },
    ];
  }),
};
