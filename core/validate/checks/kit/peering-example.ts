/** Example documents of an instance whose network is peered with a hub. */

import { type CheckExample, exportedIn } from './example.ts';

type Fields = Readonly<Record<string, unknown>>;

/** `table` has further properties of the subnet's route table; without them the subnet has none. */
export const peeredWithHub = (about: string, peering: Fields, table?: Fields): CheckExample =>
  exportedIn(
    about,
    table ? { routeTable: { id: "[resourceId('Microsoft.Network/routeTables', 'contoso')]" } } : {},
    ...(table
      ? [
          {
            type: 'Microsoft.Network/routeTables',
            name: 'contoso',
            properties: { routes: [], ...table },
          },
        ]
      : []),
    {
      type: 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings',
      name: 'contoso/to-hub',
      properties: {
        remoteVirtualNetwork: { id: "[resourceId('Microsoft.Network/virtualNetworks', 'hub')]" },
        remoteAddressSpace: { addressPrefixes: ['10.1.0.0/16'] },
        peeringState: 'Connected',
        allowVirtualNetworkAccess: true,
        allowForwardedTraffic: true,
        ...peering,
      },
    },
  );

/** A route table whose default route leads to an appliance in the hub. */
export const toHub: Fields = {
  routes: [
    {
      name: 'default',
      properties: {
        addressPrefix: '0.0.0.0/0',
        nextHopType: 'VirtualAppliance',
        nextHopIpAddress: '10.1.0.4',
      },
    },
    {
      name: 'control-plane',
      properties: { addressPrefix: 'ApiManagement', nextHopType: 'Internet' },
    },
  ],
};
