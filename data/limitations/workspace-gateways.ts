/** What a workspace gateway needs from its network, from the page on its network resources. */

import { cite, citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const page = (section: string) => cite('workspace-gateway-networks-2026-05-20', section);

/** A gateway is integrated, here EXTERNAL, or injected, here INTERNAL, whatever the network of its instance. */
const anyMode = {
  tiers: ['BASIC_V2', 'STANDARD_V2', 'PREMIUM', 'PREMIUM_V2'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;
const integrated = { ...anyMode, virtualNetworkTypes: ['EXTERNAL'] } as const;
const injected = { ...anyMode, virtualNetworkTypes: ['INTERNAL'] } as const;

const delegation = page('Subnet delegation');
const securityGroup = page('Network security group');
const defaultName = page('Access on default hostname');
const reread = citeOn('2026-11-28');
const note = reread(
  'workspace-gateway-network-note-2024-07-08',
  'Note on the network configuration',
);

export const workspaceGateways: readonly NetworkFact[] = [
  {
    id: 'workspace-gateway-location',
    title: 'Workspace gateway: same region and subscription',
    statement:
      'The virtual network of a workspace gateway must be in the region and subscription of the instance.',
    ...anyMode,
    citations: [page('Network location')],
  },
  {
    id: 'workspace-gateway-dedicated-subnet',
    title: 'Workspace gateway: a subnet of its own',
    statement: 'A subnet serves one workspace gateway and no other resource.',
    ...anyMode,
    citations: [page('Dedicated subnet')],
  },
  {
    id: 'workspace-gateway-subnet-size',
    title: 'Workspace gateway: /27 to /24',
    statement:
      'The subnet of a workspace gateway is /27 at least and /24 at most; /24 is recommended.',
    ...anyMode,
    citations: [page('Subnet size')],
  },
  {
    id: 'workspace-gateway-delegation-integration',
    title: 'Workspace gateway: delegation for integration',
    statement:
      'The subnet of an integrated workspace gateway is delegated to Microsoft.Web/serverFarms.',
    ...integrated,
    citations: [delegation],
  },
  {
    id: 'workspace-gateway-delegation-injection',
    title: 'Workspace gateway: delegation for injection',
    statement:
      'The subnet of an injected workspace gateway is delegated to Microsoft.Web/hostingEnvironments.',
    ...injected,
    citations: [delegation],
  },
  {
    id: 'workspace-gateway-network-security-group',
    title: 'Workspace gateway: network security group',
    statement: 'The subnet of a workspace gateway needs a network security group.',
    ...anyMode,
    citations: [securityGroup, cite('v2-nsg-rules-2025-12-01', 'Network security group')],
  },
  {
    id: 'workspace-gateway-inbound-rules',
    title: 'Workspace gateway: inbound rules for injection',
    statement:
      'TCP port 80 from AzureLoadBalancer and TCP ports 80 and 443 from VirtualNetwork must be open to the subnet of an injected workspace gateway, for health probes and clients.',
    ...injected,
    citations: [securityGroup],
  },
  {
    id: 'workspace-gateway-inbound-rules-ignored',
    title: 'Workspace gateway: no inbound rules with integration',
    statement: 'Inbound rules have no effect on a workspace gateway that is integrated.',
    ...integrated,
    citations: [securityGroup],
  },
  {
    id: 'workspace-gateway-outbound-rules',
    title: 'Workspace gateway: outbound rules for injection',
    statement:
      'TCP port 443 to Storage and to AzureKeyVault must be open from the subnet of an injected workspace gateway, in addition to what its backends need.',
    ...injected,
    citations: [securityGroup],
  },
  {
    id: 'workspace-gateway-outbound-rules-integration',
    title: 'Workspace gateway: outbound rules with integration',
    statement:
      'An integrated workspace gateway needs the outbound rules of the v2 tiers, whose texts differ on Storage.',
    ...integrated,
    citations: [
      securityGroup,
      cite('v2-nsg-rules-2025-12-01', 'Network security group', 'DISPUTED'),
      cite('integrate-vnet-outbound-2026-08-26', 'Network security group', 'DISPUTED'),
    ],
  },
  {
    id: 'workspace-gateway-host-name',
    title: 'Workspace gateway: default host name',
    statement:
      'The default host name is <gateway>-<hash>.gateway.<region>-<number>.azure-api.net; the portal shows it on the page of the gateway.',
    ...anyMode,
    citations: [defaultName],
  },
  {
    id: 'workspace-gateway-answers-by-name-only',
    title: 'Workspace gateway: responds to its host name only',
    statement:
      'A workspace gateway responds to its host name, but not to its bare private address.',
    ...injected,
    citations: [defaultName],
  },
  {
    id: 'workspace-gateway-dns',
    title: 'Workspace gateway: DNS for injection',
    statement:
      'Users must resolve the host name of an injected workspace gateway themselves, with an A record for its private address.',
    ...injected,
    citations: [page('DNS settings for virtual network injection'), page('Configure DNS record')],
  },
  {
    id: 'workspace-gateway-network-at-creation',
    title: 'Workspace gateway: the network is chosen once',
    statement:
      'A workspace gateway gets its network when it is created; neither the network nor its settings can be changed later.',
    ...anyMode,
    citations: [
      note,
      reread('workspaces-overview-2026-06-12', 'Network isolation for workspace gateways'),
    ],
  },
  {
    id: 'workspace-gateway-network-independent',
    title: 'Workspace gateway: independent of the network of the instance',
    statement:
      'The network of a workspace gateway is independent of that of the instance: either may be in a network without the other.',
    ...anyMode,
    citations: [note],
  },
  {
    id: 'workspace-gateway-primary-region',
    title: 'Workspace gateway: primary region of the instance',
    statement:
      'A workspace gateway is in the primary region of the instance and in the same subscription.',
    ...anyMode,
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    citations: [
      reread('workspaces-overview-2026-06-12', 'Associate workspaces with a workspace gateway'),
    ],
  },
  {
    id: 'workspace-gateway-key-vault-names',
    title: 'Workspace gateway: own DNS servers resolve names of Key Vault',
    statement:
      'A private or custom DNS resolver in the network of an injected workspace gateway must resolve *.vault.azure.net; an Azure private zone needs nothing more.',
    ...injected,
    citations: [
      page('DNS settings for virtual network injection'),
      reread('v2-dns-resolver-2025-06-20', 'DNS resolvers'),
    ],
  },
  {
    id: 'workspace-gateway-resource-provider',
    title: 'Workspace gateway: Microsoft.Web is registered',
    statement:
      'The subscription has registered the resource provider Microsoft.Web, without which the subnet of a workspace gateway cannot be delegated.',
    ...anyMode,
    citations: [delegation, reread('v2-delegation-2025-12-04', 'Note on the resource provider')],
  },
  {
    id: 'workspace-gateway-no-custom-name',
    title: 'Workspace gateway: no custom host name',
    statement:
      'A workspace gateway takes no custom host name; an application gateway or Front Door in front of it can have one.',
    ...anyMode,
    virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
    citations: [
      reread('workspaces-overview-2026-06-12', 'Workspace gateway hostname'),
      reread('custom-domain-2026-06-03', 'Configure a custom domain name'),
    ],
  },
];
