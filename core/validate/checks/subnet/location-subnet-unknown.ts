import { type Check, perLocation } from '../kit/check.ts';
import { prerequisite } from '../kit/public-ip-address.ts';

const resources = prerequisite('resources-per-location');
const subnetIn = (network: string) =>
  `[resourceId('Microsoft.Network/virtualNetworks/subnets', '${network}', 'apim')]`;

export const locationSubnetUnknown: Check = {
  id: 'location-subnet-unknown',
  aliases: ['subnet-elsewhere'],
  title: 'Further location outside the document',
  severity: 'WARNING',
  summary: 'A further location names a subnet that the document does not hold.',
  rationale:
    'Every location has a subnet, a security group and routes of its own. Without them nothing can be said of the traffic there, and the verdict is on the other locations alone.',
  avoid: 'a template that takes the id of the second region’s subnet from another deployment',
  prefer: 'one document with the networks of all locations, or a report for each of them',
  examples: {
    good: {
      about: 'both networks are in the document',
      document: [service(), virtualNetwork('west', '10.1'), virtualNetwork('north', '10.2')],
    },
    unsure: {
      about: 'the network of the further location is not',
      document: [service(), virtualNetwork('west', '10.1')],
    },
  },
  citations: resources.citations,
  run: perLocation(({ location: { subnetElsewhere: id }, region, path }) =>
    id === undefined
      ? []
      : [
          {
            message: `the location in ${region.displayName} stands in a subnet that the document does not hold: ${ending(id)}; none of its flows could be decided`,
            path: `${path}/subnetElsewhere`,
            outcome: 'NEEDS_REVIEW',
            remediation:
              'put the subnet, its virtual network, its security group and its route table into the document',
          },
        ],
  ),
};

/** The names that a long id ends in. */
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
