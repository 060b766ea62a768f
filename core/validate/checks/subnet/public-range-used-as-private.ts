import { cite } from '../../../../data/cite.ts';
import { covers } from '../../../network/sets/interval-set.ts';
import { looksLikeIpv6, prefixSet, privateAddresses } from '../../../network/sets/ipv4.ts';
import type { LocationContext } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example } from '../kit/example.ts';

export const publicRangeUsedAsPrivate: Check = {
  id: 'public-range-used-as-private',
  title: 'Public addresses used as private ones',
  severity: 'WARNING',
  summary:
    'The subnet or its virtual network uses addresses outside the private ranges of RFC 1918 and RFC 6598.',
  rationale:
    'Azure routes such a prefix within the network and counts it as VirtualNetwork, not as Internet. The network cannot reach the owners of these addresses on the internet, and firewalls, logs and rules elsewhere mistake the instance for somebody else.',
  avoid: '52.10.0.0/24 as the prefix of a subnet',
  prefer: 'a prefix of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16',
  examples: {
    good: example('private addresses', { subnet: { addressPrefix: '192.168.4.0/24' } }),
    bad: example('public addresses', { subnet: { addressPrefix: '52.10.0.0/24' } }),
  },
  citations: [cite('service-tags-overview', 'Available service tags', 'INFERRED')],
  run: perLocation((location) =>
    publicPrefixes(location).map(({ what, prefix, path }) => ({
      message: `${prefix}, ${what}, is outside the private ranges of RFC 1918 and RFC 6598`,
      path,
      remediation:
        'use private addresses, or make sure that nothing in the network needs to reach the owners of these',
    })),
  ),
};

/** The subnet if it is public, or else the public prefixes of the network. */
function publicPrefixes({ location, path }: LocationContext) {
  const { subnet, virtualNetworkAddressPrefixes: network } = location;
  if (subnet?.addressPrefix && isPublic(subnet.addressPrefix)) {
    return [
      { what: 'the subnet', prefix: subnet.addressPrefix, path: `${path}/subnet/addressPrefix` },
    ];
  }
  const ofPeers = (location.peerings ?? [])
    .filter(({ mayBeOfOther }) => !mayBeOfOther)
    .flatMap(({ remote, addressPrefixes, path: at }) =>
      addressPrefixes.map((prefix) => ({
        what: `a prefix of the peer ${remote}`,
        prefix,
        path: at,
      })),
    );
  return [
    ...network.map((prefix, index) => ({
      what: 'a prefix of the virtual network or its peers',
      prefix,
      path: `${path}/virtualNetworkAddressPrefixes/${index}`,
    })),
    ...ofPeers,
  ].filter(({ prefix }) => isPublic(prefix));
}

const isPublic = (prefix: string) =>
  !looksLikeIpv6(prefix) && !covers(privateAddresses, prefixSet(prefix));
