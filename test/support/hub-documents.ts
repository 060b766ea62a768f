/** Connections, routing intent, route tables and a firewall of a hub of Virtual WAN, as templates have them. */

type Fields = Readonly<Record<string, unknown>>;

export const idOf = (type: string, ...names: readonly string[]) =>
  `[resourceId('Microsoft.Network/${type}', ${names.map((name) => `'${name}'`).join(', ')})]`;
export const firewallId = idOf('azureFirewalls', 'guard');
export const connection = (properties: Fields = {}, network = 'contoso', hub = 'west') => ({
  type: 'Microsoft.Network/virtualHubs/hubVirtualNetworkConnections',
  name: `${hub}/spoke`,
  properties: {
    remoteVirtualNetwork: { id: idOf('virtualNetworks', network) },
    enableInternetSecurity: true,
    ...properties,
  },
});
export const intent = (destinations: readonly string[], nextHop = firewallId, hub = 'west') => ({
  type: 'Microsoft.Network/virtualHubs/routingIntent',
  name: `${hub}/intent`,
  properties: { routingPolicies: [{ name: 'policy', destinations, nextHop }] },
});
export const table = (name: string, destinations: readonly string[], hub = 'west') => ({
  type: 'Microsoft.Network/virtualHubs/hubRouteTables',
  name: `${hub}/${name}`,
  properties: {
    routes: [
      {
        name: 'all_traffic',
        destinationType: 'CIDR',
        destinations,
        nextHopType: 'ResourceId',
        nextHop: firewallId,
      },
    ],
  },
});
export const guard = (destinationAddresses: readonly string[]) => ({
  type: 'Microsoft.Network/azureFirewalls',
  name: 'guard',
  properties: {
    virtualHub: { id: idOf('virtualHubs', 'west') },
    networkRuleCollections: [
      {
        name: 'Data',
        properties: {
          priority: 100,
          action: { type: 'Allow' },
          rules: [
            {
              name: 'sql',
              protocols: ['TCP'],
              sourceAddresses: ['10.0.1.0/27'],
              destinationAddresses,
              destinationPorts: ['1433'],
            },
          ],
        },
      },
    ],
  },
});
