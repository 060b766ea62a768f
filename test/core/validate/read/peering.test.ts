/** Peerings and gateways in documents of Azure: templates, exports, what `az` lists. */

import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/validate/read/document.ts';
import { exported } from '../../../support/firewall-documents.ts';

type Fields = Readonly<Record<string, unknown>>;

const start = '/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/';
const networkId = (name: string) => `${start}virtualNetworks/${name}`;
const others = exported.filter(({ type }) => !/firewall/i.test(String(type)));

const connected = {
  remoteVirtualNetwork: { id: networkId('hub') },
  remoteAddressSpace: { addressPrefixes: ['10.1.0.0/16', 'fd00::/48'] },
  peeringState: 'Connected',
  allowVirtualNetworkAccess: true,
  allowForwardedTraffic: true,
  useRemoteGateways: false,
};
const peeringOf = (from: string, name: string, properties: Fields): Fields => ({
  type: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
  name: `${from}/${name}`,
  id: `${networkId(from)}/virtualNetworkPeerings/${name}`,
  properties,
});
const inline = (peerings: readonly Fields[]) =>
  others.map((one) =>
    one.type === 'Microsoft.Network/virtualNetworks'
      ? { ...one, properties: { ...(one.properties as Fields), virtualNetworkPeerings: peerings } }
      : one,
  );
const hub = {
  type: 'Microsoft.Network/virtualNetworks',
  name: 'hub',
  id: networkId('hub'),
  properties: { addressSpace: { addressPrefixes: ['10.1.0.0/16'] }, subnets: [] },
};
const inTemplate = { ...connected, remoteAddressSpace: undefined, peeringState: undefined };
const gateway = (network: string, properties: Fields) => ({
  type: 'Microsoft.Network/virtualNetworkGateways',
  name: `${network}-gateway`,
  id: `${start}virtualNetworkGateways/${network}-gateway`,
  properties: {
    ipConfigurations: [
      { properties: { subnet: { id: `${networkId(network)}/subnets/GatewaySubnet` } } },
    ],
    ...properties,
  },
});
const routeServer = (network: string, isInline = false): Fields => {
  const type = 'Microsoft.Network/virtualHubs';
  const id = `${start}virtualHubs/routes`;
  const subnet = { id: `${networkId(network)}/subnets/RouteServerSubnet` };
  const address = { name: 'address', properties: { subnet } };
  return isInline
    ? { type, name: 'routes', id, properties: { ipConfigurations: [address] } }
    : {
        ...address,
        type: `${type}/ipConfigurations`,
        name: 'routes/address',
        id: `${id}/ipConfigurations/address`,
      };
};
const useGateway = peeringOf('contoso', 'to-hub', { ...connected, useRemoteGateways: true });

const read = (document: unknown) =>
  readDocument(document, { service: 'contoso' }).deployment.locations[0];
const shape = (document: unknown) =>
  read(document)?.peerings?.map(({ name, addressPrefixes, allowsAccess, isConnected }) =>
    [name, ...addressPrefixes, String(allowsAccess), String(isConnected)].join(' '),
  );

describe('peerings of Azure', () => {
  it.each([
    ['as resources', [...others, peeringOf('contoso', 'to-hub', connected)]],
    ['in the network', inline([{ name: 'to-hub', properties: connected }])],
    [
      'in both, as an export has them',
      [
        ...inline([{ name: 'to-hub', properties: connected }]),
        peeringOf('contoso', 'to-hub', connected),
      ],
    ],
    [
      'as az lists them',
      [
        ...others,
        {
          ...peeringOf('contoso', 'to-hub', {}),
          name: 'to-hub',
          properties: undefined,
          ...connected,
        },
      ],
    ],
    [
      'with the space that az network vnet show has',
      inline([
        {
          name: 'to-hub',
          ...connected,
          remoteAddressSpace: undefined,
          remoteVirtualNetworkAddressSpace: { addressPrefixes: ['10.1.0.0/16'] },
        },
      ]),
    ],
    [
      'with the other network and the peering back',
      [
        ...others,
        hub,
        peeringOf('contoso', 'to-hub', inTemplate),
        peeringOf('hub', 'to-contoso', {
          ...inTemplate,
          remoteVirtualNetwork: { id: networkId('contoso') },
        }),
      ],
    ],
  ])('%s', (_, resources) => {
    expect(shape(resources)).toEqual(['to-hub 10.1.0.0/16 true true']);
  });

  it.each([
    ['the other side is not there', inTemplate, [hub], 'to-hub 10.1.0.0/16 true undefined'],
    ['the other network is elsewhere', inTemplate, [], 'to-hub true undefined'],
    [
      'blocked',
      { ...connected, allowVirtualNetworkAccess: false },
      [],
      'to-hub 10.1.0.0/16 false true',
    ],
    [
      'a template does not say whether traffic is allowed',
      { ...connected, allowVirtualNetworkAccess: undefined },
      [],
      'to-hub 10.1.0.0/16 undefined true',
    ],
    [
      'of single subnets',
      { ...connected, peerCompleteVnets: false, localSubnetNames: ['a'], remoteSubnetNames: ['b'] },
      [],
      'to-hub 10.1.0.0/16 undefined undefined',
    ],
    [
      'of single subnets, and disconnected',
      { ...connected, peerCompleteVnets: false, peeringState: 'Disconnected' },
      [],
      'to-hub 10.1.0.0/16 undefined false',
    ],
    [
      'of IPv6 alone',
      { ...connected, enableOnlyIPv6Peering: true },
      [],
      'to-hub 10.1.0.0/16 undefined undefined',
    ],
    [
      'plainly of whole networks',
      {
        ...connected,
        peerCompleteVnets: true,
        enableOnlyIPv6Peering: false,
        localSubnetNames: [],
        remoteSubnetNames: null,
      },
      [],
      'to-hub 10.1.0.0/16 true true',
    ],
    [
      'disconnected',
      { ...connected, peeringState: 'Disconnected' },
      [],
      'to-hub 10.1.0.0/16 true false',
    ],
  ])('%s', (_, properties, more, expected) => {
    expect(shape([...others, ...more, peeringOf('contoso', 'to-hub', properties)])).toEqual([
      expected,
    ]);
  });

  it('of other networks are not those of the instance', () => {
    expect(read([...others, peeringOf('hub', 'to-spoke', connected)])?.peerings).toBeUndefined();
  });

  it('are at most 1,000', () => {
    const many = Array.from({ length: 1001 }, (_, index) => ({
      name: `p${index}`,
      properties: connected,
    }));
    expect(() => read(inline(many))).toThrow('too many peerings');
  });

  it('of a thousand networks with a thousand peerings each end soon', () => {
    const resources = Array.from({ length: 900 }, (_, index) => [
      peeringOf('contoso', `p${index}`, {
        ...inTemplate,
        remoteVirtualNetwork: { id: networkId(`n${index}`) },
      }),
      { ...hub, name: `n${index}`, id: networkId(`n${index}`) },
      peeringOf(`n${index}`, 'back', {
        ...inTemplate,
        remoteVirtualNetwork: { id: networkId(index % 2 ? 'contoso' : `n${index + 1}`) },
      }),
    ]).flat();
    const states = read([...others, ...resources])?.peerings?.map(({ isConnected }) => isConnected);
    expect(states?.filter((one) => one === true)).toHaveLength(450);
  });
});

const sources = (document: unknown) => read(document)?.routeSources?.map(({ name }) => name);

describe('gateways of Azure', () => {
  const through = ['the gateway of hub that the peering to-hub uses'];

  it.each([
    ['used through a peering', [useGateway], through],
    [
      'used through a peering that is not connected',
      [
        peeringOf('contoso', 'to-hub', {
          ...connected,
          useRemoteGateways: true,
          peeringState: 'Initiated',
        }),
      ],
      undefined,
    ],
    ['not used', [peeringOf('contoso', 'to-hub', connected)], undefined],
    [
      'used through a peering, and without BGP',
      [useGateway, hub, gateway('hub', { gatewayType: 'Vpn', enableBgp: false })],
      undefined,
    ],
    [
      'used through a peering, with BGP',
      [useGateway, hub, gateway('hub', { gatewayType: 'Vpn', enableBgp: true })],
      through,
    ],
    [
      'of the network itself, ExpressRoute',
      [gateway('contoso', { gatewayType: 'ExpressRoute' })],
      ['the gateway contoso-gateway of the virtual network'],
    ],
    [
      'of the network itself, VPN without BGP',
      [gateway('contoso', { gatewayType: 'Vpn' })],
      undefined,
    ],
    [
      'of the network itself, VPN with a default site',
      [gateway('contoso', { gatewayType: 'Vpn', gatewayDefaultSite: { id: '/x' } })],
      ['the gateway contoso-gateway of the virtual network'],
    ],
    [
      'a Route Server of the network itself',
      [routeServer('contoso')],
      ['the Route Server routes of the virtual network'],
    ],
    [
      'a Route Server of the network itself, in one resource',
      [routeServer('contoso', true)],
      ['the Route Server routes of the virtual network'],
    ],
    [
      'a VPN without BGP used through a peering, and a Route Server',
      [useGateway, hub, gateway('hub', { gatewayType: 'Vpn' }), routeServer('hub')],
      through,
    ],
    ['a Route Server of another network', [hub, routeServer('hub')], undefined],
    ['of another network', [hub, gateway('hub', { gatewayType: 'ExpressRoute' })], undefined],
  ])('%s', (_, resources, expected) => {
    expect(sources([...others, ...resources])).toEqual(expected);
  });
});
