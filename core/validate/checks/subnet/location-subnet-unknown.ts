import { type Check, perLocation } from '../kit/check.ts';
import { prerequisite } from '../kit/public-ip-address.ts';

const resources = prerequisite('resources-per-location');
const subnetIn = (network: string) =>
  `[resourceId('Microsoft.Network/virtualNetworks/subnets', '${network}', 'apim')]`;

export const locationSubnetUnknown: Check = {
  id: 'location-subnet-unknown',
  aliases: ['subnet-elsewhere'],
  title: 'Subnet of a further location is not in the document',
  severity: 'WARNING',
  summary: 'A further location uses a subnet that the document does not contain.',
  rationale:
    'Every location has its own subnet, security group and routes. Without them the traffic there cannot be judged, and the verdict covers only the other locations.',
  avoid: 'a template that takes the id of the second region’s subnet from another deployment',
  prefer: 'one document with the networks of all locations, or one report for each',
  examples: {
    good: {
      about: 'the document contains both networks',
      document: [service(), virtualNetwork('west', '10.1'), virtualNetwork('north', '10.2')],
    },
    unsure: {
      about: 'the document lacks the network of the further location',
      document: [service(), virtualNetwork('west', '10.1')],
    },
  },
  citations: resources.citations,
  run: perLocation(({ location: { subnetElsewhere: id }, region, path, flows }) =>
    id === undefined
      ? []
      : [
          {
            message: `the document does not contain the subnet of ${region.displayName}: ${ending(id)}; its flows could not be decided`,
            path: `${path}/subnetElsewhere`,
            outcome: 'NEEDS_REVIEW',
            flows,
            remediation:
              'add the subnet, its virtual network, its security group and its route table to the document',
          },
        ],
  ),
};

/** The last part of a long id. */
const ending = (id: string) => (id.length > 100 ? `…${id.slice(-100)}` : id);

function service() {
  return {
    type: 'Microsoft.ApiManagement/service',
    name: 'contoso',
    location: 'westeurope',
    sku: { name: 'Premium', capacity: 1 },
    properties: {
      virtualNetworkType: 'Internal',
      virtualNetworkConfiguration: { subnetResourceId: subnetIn('west') },
      additionalLocations: [
        {
          location: 'northeurope',
          sku: { name: 'Premium', capacity: 1 },
          virtualNetworkConfiguration: { subnetResourceId: subnetIn('north') },
        },
      ],
    },
  };
}

function virtualNetwork(name: string, network: string) {
  return {
    type: 'Microsoft.Network/virtualNetworks',
    name,
    properties: {
      addressSpace: { addressPrefixes: [`${network}.0.0/16`] },
      subnets: [{ name: 'apim', properties: { addressPrefix: `${network}.1.0/27` } }],
    },
  };
}
