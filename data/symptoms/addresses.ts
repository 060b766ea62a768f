/** What goes wrong when others know the instance by its address. */

import type { Symptom } from '../model.ts';
import { cite, fact, forcedTunneling, tag, trigger } from './define.ts';

const outbound = cite('ip-addresses-2026-09-11', 'IP addresses for outbound traffic');
const addressChanges = cite('ip-addresses-2026-09-11', 'Changes to IP addresses');

export const addressSymptoms: readonly Symptom[] = [
  {
    id: 'backend-refuses-address',
    title: 'A backend refuses the address of the instance',
    texts: [
      'Backend firewall blocks API Management',
      'Outbound IP is not in the ApiManagement tag',
      'Backend answers 403 since scaling out',
      'Which IP address does the backend see',
    ],
    causes: [
      {
        text: 'The backend allows the ApiManagement tag, which contains the control plane and no gateway.',
        tellApart: 'The address that the backend logs is in no prefix of ApiManagement.',
        remedy:
          'Allow the public address of the instance, or AzureCloud.<region> for tiers without one.',
        facts: [
          fact('api-management-tag-control-plane-only'),
          fact('outbound-without-dedicated-address'),
          tag('ApiManagement'),
        ],
        checks: [],
        citations: [
          cite('ip-addresses-2026-09-11', 'IP addresses of Consumption and v2 tier instances'),
          cite('service-tags-overview', 'Available service tags'),
        ],
      },
      {
        text: 'A private backend allows single addresses, and new units come from others.',
        tellApart: 'It fails since the instance was scaled out.',
        remedy: 'Allow the whole range of the subnet.',
        facts: [fact('outbound-to-private-backends'), fact('scale-out-adds-addresses')],
        checks: [],
        citations: [outbound],
      },
      {
        text: 'The public address of the instance has changed.',
        tellApart: 'Compare properties.publicIPAddresses with the allow list.',
        remedy:
          'Update the allow list; a NAT gateway keeps the outbound address of a Premium instance.',
        facts: [
          trigger('subnet-changed'),
          fact('addresses-in-resource'),
          fact('nat-gateway-premium'),
        ],
        checks: [],
        citations: [addressChanges],
      },
      {
        text: 'Outbound traffic leaves by a firewall or a NAT gateway, whose address the backend sees.',
        tellApart: 'The backend logs the address of the firewall or of outboundPublicIPAddresses.',
        remedy: 'Allow that address.',
        facts: [fact('nat-gateway-outbound-address'), fact('forced-tunneling-breaks-dependencies')],
        checks: [],
        citations: [
          cite('service-api-2024-05-01', 'outboundPublicIPAddresses', 'INFERRED'),
          forcedTunneling,
        ],
      },
    ],
  },
  {
    id: 'address-changed',
    title: 'The address of the instance has changed',
    texts: [
      'The public IP address changed',
      'The private IP address changed',
      'VIP changed after an update',
    ],
    causes: [
      {
        text: 'The instance left or joined a network, or changed its mode, subnet or public IP address resource.',
        tellApart: 'The activity log shows an update of the network.',
        remedy:
          'Update DNS records and allow lists; plan the next change with "Will my IP change?".',
        facts: [
          trigger('virtual-network-added-or-removed'),
          trigger('mode-switched'),
          trigger('subnet-changed'),
          trigger('public-ip-resource-changed'),
        ],
        checks: [],
        citations: [addressChanges],
      },
      {
        text: 'The subscription was disabled or warned, for nonpayment for example, and came back.',
        tellApart: 'The subscription was disabled for a while.',
        remedy: 'Update DNS records and allow lists.',
        facts: [trigger('subscription-disabled')],
        checks: [],
        citations: [addressChanges],
      },
      {
        text: 'Availability zones were changed, or a region was removed and added again.',
        tellApart: 'The activity log shows a change of zones or locations.',
        remedy: 'Update DNS records and allow lists of that region.',
        facts: [trigger('availability-zones-changed'), trigger('region-vacated')],
        checks: [],
        citations: [addressChanges],
      },
      {
        text: 'The instance was deleted and created again.',
        tellApart: 'createdAtUtc of the resource is recent.',
        remedy: 'Update an instance in place; a new one has new addresses.',
        facts: [trigger('instance-recreated')],
        checks: [],
        citations: [addressChanges],
      },
    ],
  },
];
