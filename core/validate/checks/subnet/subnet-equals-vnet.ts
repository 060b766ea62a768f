import { cite } from '../../../../data/cite.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { ipv4Of, prefixSet } from '../../../network/sets/ipv4.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const subnetEqualsVnet: Check = {
  id: 'subnet-equals-vnet',
  title: 'Subnet takes the whole virtual network',
  severity: 'INFO',
  summary: 'The subnet of the instance covers the whole address space of its virtual network.',
  rationale:
    'There is no room for another subnet: for an application gateway, a private endpoint or a move of the instance, until you extend the address space.',
  avoid: '10.0.1.0/24 as the subnet and the whole network',
  prefer: 'a network several times the size of the subnet',
  examples: {
    good: example('a part of the network', {
      subnet: { addressPrefix: '10.0.1.0/24' },
      virtualNetworkAddressPrefixes: ['10.0.0.0/16'],
    }),
    bad: example('the whole network', {
      subnet: { addressPrefix: '10.0.1.0/24' },
      virtualNetworkAddressPrefixes: ['10.0.1.0/24'],
    }),
  },
  citations: [cite('injection-resources-2025-04-17', 'Subnet size', 'INFERRED')],
  run: perLocation(({ location, path }) => {
    const { subnet } = location;
    const prefixes = ipv4Of(location.virtualNetworkAddressPrefixes);
    if (!subnet?.addressPrefix || prefixes.length === 0) return [];
    if (!covers(prefixSet(subnet.addressPrefix), prefixSet(...prefixes))) return [];
    return [
      {
        message: `the subnet ${subnet.addressPrefix} takes the whole virtual network; there is no room for another subnet`,
        path: `${path}/subnet/addressPrefix`,
        remediation: 'add a prefix to the virtual network before you need another subnet',
      },
    ];
  }),
};
