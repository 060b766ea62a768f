import { cite } from '../../../../data/cite.ts';
import { forcedTunnelingIn } from '../../../answers/forced-tunneling.ts';
import { generationOf } from '../../../answers/network-mode.ts';
import { citationsOf } from '../../../notes.ts';
import { serviceOf } from '../../location/location-routes.ts';
import type { Check } from '../kit/check.ts';
import { exported } from '../kit/example.ts';

const neighbor = (services: readonly string[]) => ({
  type: 'Microsoft.Network/virtualNetworks/subnets',
  name: 'contoso/aks',
  properties: {
    addressPrefix: '10.0.2.0/24',
    serviceEndpoints: services.map((service) => ({ service })),
  },
});

export const serviceEndpointsOnWrongSubnet: Check = {
  id: 'service-endpoints-on-wrong-subnet',
  title: 'Service endpoints are on another subnet',
  severity: 'INFO',
  summary:
    'Another subnet of the document has every service endpoint that an instance uses, and the subnet of the instance has none.',
  rationale:
    'A service endpoint works for the subnet on which it is enabled. The complete list on another subnet looks like a mistake; it does no harm until a default route leads to a firewall. Only a document shows other subnets.',
  avoid:
    'Microsoft.Sql, Microsoft.Storage, Microsoft.EventHub and Microsoft.KeyVault on the subnet of a cluster instead of the instance’s',
  prefer: 'the service endpoints on the subnet of the instance',
  examples: {
    good: exported('another subnet uses one service', neighbor(['Microsoft.Storage'])),
    bad: exported(
      'another subnet has the whole list',
      neighbor(['Microsoft.Sql', 'Microsoft.Storage', 'Microsoft.EventHub', 'Microsoft.KeyVault']),
    ),
  },
  citations: [
    cite('internal-mode-2023', 'Force tunnel traffic'),
    cite('traffic-routing-2023-05-27', '0.0.0.0/0 address prefix'),
  ],
  run: ({ deployment, locations, documentContext }) => {
    const [primary] = locations;
    if (!primary || !documentContext || generationOf(deployment.tier) !== 'CLASSIC') return [];
    const isBare = locations.every(
      ({ location: { subnet } }) => subnet && subnet.serviceEndpoints.length === 0,
    );
    const { serviceEndpoints } = forcedTunnelingIn(primary.region, deployment);
    const wanted = serviceEndpoints.map(({ service }) => service.toLowerCase());
    const elsewhere = documentContext.subnets.find(({ serviceEndpoints: enabled }) => {
      const services = enabled.map(serviceOf);
      return wanted.every((service) => services.includes(service));
    });
    if (!isBare || !elsewhere) return [];
    return [
      {
        message: `the subnet ${elsewhere.name} has the service endpoints ${serviceEndpoints.map(({ service }) => service).join(', ')}, but the subnet of the instance has none`,
        path: elsewhere.path,
        region: primary.region.name,
        remediation: 'enable them on the subnet of the instance, if they are meant for it',
        citations: citationsOf(...serviceEndpoints),
      },
    ];
  },
};
