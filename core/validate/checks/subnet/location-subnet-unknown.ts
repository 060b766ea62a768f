import { hasGroupElsewhere } from '../../location/location.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { prerequisite } from '../kit/public-ip-address.ts';

const resources = prerequisite('resources-per-location');
const subnetIn = (network: string) =>
  `[resourceId('Microsoft.Network/virtualNetworks/subnets', '${network}', 'apim')]`;

export const locationSubnetUnknown: Check = {
  id: 'location-subnet-unknown',
  aliases: ['subnet-elsewhere'],
  title: 'Subnet or security group not in the document',
  severity: 'WARNING',
  summary:
    'A location uses a subnet or a network security group that the document does not contain.',
  rationale:
    'Every location has its own subnet, security group and routes. Without them the traffic there cannot be judged; the report covers what the document contains.',
  avoid: 'a template that takes the id of the subnet from another deployment',
  prefer: 'the service and its network together, for example as an array of az ... show outputs',
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
  run: perLocation(({ location, region, path, flows }) => {
    const { subnetElsewhere: subnet, networkSecurityGroupElsewhere: group } = location;
    const lost = hasGroupElsewhere(location) ? { flows } : {};
    if (subnet !== undefined) {
      const consequence = hasGroupElsewhere(location)
        ? 'its flows could not be decided'
        : 'its prefix, delegation and service endpoints are unknown';
      return [
        {
          message: `the subnet of ${region.displayName} is not in the document: ${ending(subnet)}; ${consequence}`,
          path: `${path}/subnetElsewhere`,
          outcome: 'NEEDS_REVIEW',
          ...lost,
          remediation:
            'add the subnet, its virtual network, its security group and its route table to the document',
        },
      ];
    }
    return group === undefined
      ? []
      : [
          {
            title: 'The security group is not in the document',
            message: `the network security group of the subnet in ${region.displayName} is not in the document: ${ending(group)}; its flows could not be decided`,
            path: `${path}/networkSecurityGroupElsewhere`,
            outcome: 'NEEDS_REVIEW',
            ...lost,
            remediation: 'add the network security group to the document (az network nsg show)',
          },
        ];
  }),
};

/** The last part of a long id, or the first of a long text. */
const ending = (id: string) =>
  id === ''
    ? 'its id is empty'
    : id.startsWith('/') && id.length > 100
      ? `…${id.slice(-100)}`
      : id.slice(0, 200);

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
