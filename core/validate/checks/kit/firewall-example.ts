/** Example documents with an Azure Firewall: an instance whose default route leads to it. */

import { type CheckExample, exportedIn } from './example.ts';

type NetworkRule = readonly [
  name: string,
  action: 'Allow' | 'Deny',
  destinations: readonly string[],
  ports: readonly string[],
];

/** The rules become a collection each, in this order. */
export const throughFirewall = (about: string, ...rules: readonly NetworkRule[]): CheckExample =>
  exportedIn(
    about,
    { routeTable: { id: "[resourceId('Microsoft.Network/routeTables', 'contoso')]" } },
    {
      type: 'Microsoft.Network/routeTables',
      name: 'contoso',
      properties: {
        routes: [
          {
            name: 'default',
            properties: {
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIpAddress: '10.0.2.4',
            },
          },
          {
            name: 'control-plane',
            properties: { addressPrefix: 'ApiManagement', nextHopType: 'Internet' },
          },
        ],
      },
    },
    {
      type: 'Microsoft.Network/azureFirewalls',
      name: 'hub',
      properties: {
        ipConfigurations: [{ name: 'hub', properties: { privateIPAddress: '10.0.2.4' } }],
        networkRuleCollections: rules.map(([name, type, destinationAddresses, ports], index) => ({
          name,
          properties: {
            priority: 100 + 100 * index,
            action: { type },
            rules: [
              {
                name,
                protocols: ['TCP'],
                sourceAddresses: ['10.0.1.0/27'],
                destinationAddresses,
                destinationPorts: ports,
              },
            ],
          },
        })),
      },
    },
  );
