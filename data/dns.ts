/** Name resolution: which DNS each mode uses, the host names of internal mode, and what to avoid; from the mode pages. */

import { cite } from './cite.ts';
import { internalHostNames } from './dns/host-names.ts';
import { type NetworkFact, tiers, virtualNetworkTypes } from './model.ts';

const injected = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;
const external = { ...injected, virtualNetworkTypes: ['EXTERNAL'] } as const;
const internal = { ...injected, virtualNetworkTypes: ['INTERNAL'] } as const;
const v2Injected = {
  tiers: ['PREMIUM_V2'],
  virtualNetworkTypes: ['INTERNAL'],
  platforms: ['STV2'],
} as const;

const resources = cite('injection-resources-2025-04-17', 'DNS');
const concepts = cite('virtual-network-concepts-2023', 'DNS');
const recommendedApproach = cite('internal-mode-2026-08-24', 'Recommended DNS approach');

export { internalHostNames };

/** Port of DNS servers, for UDP and TCP; the port table has no row for it. */
export const dnsPort = '53';

export const dnsFacts: readonly NetworkFact[] = [
  {
    id: 'dns-port-53',
    title: 'DNS servers are reachable on port 53',
    statement:
      'Outbound port 53 must be open to the DNS servers; a server behind a VPN gateway must be reachable from the subnet.',
    ...injected,
    citations: [
      cite('vnet-reference-2019-09-09', 'DNS access'),
      cite('vnet-reference-2023-01-06', 'DNS access'),
      cite('vnet-reference-2026-04-30', 'DNS access'),
    ],
  },
  {
    id: 'dns-platform-traffic',
    title: 'Security rules do not filter the DNS of Azure',
    statement:
      'Security rules do not filter queries to the DNS that Azure provides at 168.63.129.16, unless a rule names AzurePlatformDNS; they do filter queries to other DNS servers.',
    ...injected,
    citations: [cite('nsg-overview-2025-07-15', 'Azure platform considerations')],
  },
  {
    id: 'dns-azure-provided-external',
    title: 'Azure resolves names in external mode',
    statement:
      'In external mode the virtual network resolves the host names of the instance and of Azure by default, but no on-premises names.',
    ...external,
    citations: [resources, concepts],
  },
  {
    id: 'dns-own-internal',
    title: 'Users provide DNS in internal mode',
    statement:
      'In internal mode no host name of the instance is in public DNS; users provide the records.',
    ...internal,
    citations: [
      resources,
      concepts,
      cite('internal-mode-2026-08-24', 'DNS configuration for internal virtual network scenarios'),
    ],
  },
  {
    id: 'dns-custom-before-deployment',
    title: 'Custom DNS servers come first',
    statement: 'Set the DNS servers of the virtual network before you deploy the instance into it.',
    ...injected,
    citations: [resources, concepts, cite('vnet-reference-2019-09-09', 'Custom DNS server setup')],
  },
  {
    id: 'dns-apply-network-configuration',
    title: 'Apply Network Configuration after a change of DNS servers',
    statement:
      'If the DNS servers change later, run Apply Network Configuration for each location: POST applynetworkconfigurationupdates, or the button in the portal.',
    ...injected,
    citations: [resources, concepts, cite('vnet-reference-2019-09-09', 'Custom DNS server setup')],
  },
  {
    id: 'dns-custom-resolves-azure',
    title: 'Custom DNS servers resolve names of Azure',
    statement:
      'Custom DNS servers must resolve the host names of the Azure services that the instance depends on.',
    ...injected,
    citations: [cite('vnet-reference-2019-09-09', 'Custom DNS server setup'), resources, concepts],
  },
  ...internalHostNames,
  {
    id: 'internal-host-suffix-other-clouds',
    title: 'Host names in other clouds',
    statement:
      'The suffix is azure-api.us in Azure Government and azure-api.cn in Azure operated by 21Vianet.',
    ...internal,
    citations: [cite('internal-mode-2026-08-24', 'Access on default host names', 'INFERRED')],
  },
  {
    id: 'internal-answers-by-name-only',
    title: 'The instance responds to host names only',
    statement:
      'A request to the bare private address gets no response; the host name must be one that the instance is configured with.',
    ...internal,
    citations: [
      cite('internal-mode-2023', 'DNS configuration'),
      cite('internal-mode-2026-08-24', 'Configure NSG rules'),
    ],
  },
  {
    id: 'internal-zone-per-host',
    title: 'One zone or record for each host name',
    statement:
      'Each host name needs its own private zone with an apex record, or an explicit A record in a zone of the company.',
    ...internal,
    since: '2026-08-24',
    citations: [recommendedApproach],
  },
  {
    id: 'internal-no-apex-zone',
    title: 'No private zone for azure-api.net',
    statement:
      'A private zone for azure-api.net hides all public names under it, including those of the credential manager; it is not supported.',
    ...internal,
    since: '2026-08-24',
    citations: [
      cite('internal-mode-2026-08-24', 'Critical DNS design guidance'),
      cite('internal-mode-2026-08-24', 'Critical DNS design guidance: affected names', 'INFERRED'),
    ],
  },
  {
    id: 'internal-private-zone-linked',
    title: 'A private zone is linked to the virtual network',
    statement:
      'Link a private zone to the virtual network of the instance, as the texts of 2022 and 2023 recommend; the text of 2026-08-24 asks only that records resolve wherever clients are.',
    ...internal,
    citations: [
      cite('internal-mode-2022-01-03', 'DNS configuration'),
      cite('internal-mode-2023', 'DNS configuration'),
      cite('internal-mode-2026-08-24', 'DNS records for default host names'),
    ],
  },
  {
    id: 'internal-records-everywhere',
    title: 'Records resolve wherever clients are',
    statement:
      'All virtual networks and on-premises networks with clients of the instance must resolve its records.',
    ...internal,
    citations: [cite('internal-mode-2026-08-24', 'DNS records for default host names')],
  },
  {
    id: 'custom-name-replaces-default',
    title: 'A custom host name replaces the default one, except for the gateway',
    statement:
      'Once the developer portal, the management endpoint or another endpoint has a custom host name, its default name no longer works; the default name of the gateway stays.',
    tiers: tiers.filter((tier) => tier !== 'CONSUMPTION'),
    virtualNetworkTypes,
    platforms: ['STV2'],
    since: '2026-06-03',
    citations: [cite('custom-domain-2026-06-03', 'Endpoints for custom domains: considerations')],
  },
  {
    id: 'internal-hosts-file',
    title: 'A hosts file for a test',
    statement:
      'To test without DNS records, map the host names to the private address in the hosts file of a machine in a connected network: %SystemDrive%\\drivers\\etc\\hosts on Windows, /etc/hosts on Linux and macOS.',
    ...internal,
    citations: [
      cite('internal-mode-2023', 'DNS configuration'),
      cite('internal-mode-2026-08-24', 'Testing name resolution', 'DOCUMENTED', '2026-11-28'),
    ],
  },
  {
    id: 'internal-portal-test-console',
    title: 'The test console of the Azure portal does not work',
    statement:
      'In internal mode the Azure portal cannot reach the gateway; the test console of the developer portal can.',
    ...internal,
    citations: [
      cite('internal-mode-2023', 'Enable VNet connection'),
      cite('internal-mode-2026-08-24', 'Enable VNet connection'),
    ],
  },
  {
    id: 'v2-gateway-record',
    title: 'A record for the gateway',
    statement: 'An A record maps <name>.azure-api.net to the private address of the instance.',
    ...v2Injected,
    citations: [cite('inject-vnet-v2-2025-10-08', 'Configure DNS record')],
  },
  {
    id: 'v2-key-vault-names',
    title: 'Custom DNS servers resolve names of Key Vault',
    statement:
      'A private or custom resolver in the virtual network must resolve *.vault.azure.net.',
    ...v2Injected,
    citations: [cite('inject-vnet-v2-2025-10-08', 'DNS settings for access to private IP address')],
  },
  {
    id: 'private-endpoint-zone',
    title: 'Zone of a private endpoint',
    statement: 'The private zone of an inbound private endpoint is privatelink.azure-api.net.',
    tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM', 'STANDARD_V2', 'PREMIUM_V2'],
    virtualNetworkTypes: ['NONE'],
    platforms: ['STV2'],
    citations: [cite('private-endpoint-2025-11-17', 'Steps to configure private endpoint')],
  },
];
