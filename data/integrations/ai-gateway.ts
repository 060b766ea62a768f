/** Private networking of the AI Gateway tier, which is in preview and not one of the tiers of the model; from its networking page. */

import type { NetworkFact } from '../model.ts';
import { cite } from './define.ts';

/** No tier of the list: the AI Gateway tier is a resource of its own kind. */
const aiGatewayTier = {
  tiers: [],
  virtualNetworkTypes: ['NONE', 'EXTERNAL'],
  platforms: ['STV2'],
} as const;
const page = (section: string) => cite('ai-gateway-networking-2026-07-23', section);
const overview = (section: string) => cite('ai-gateway-overview-2026-06-29', section);

export const aiGateway: readonly NetworkFact[] = [
  {
    id: 'ai-gateway-preview',
    title: 'AI Gateway tier (preview): regions and host name',
    statement:
      'The AI Gateway tier is in preview, in East US 2 and Sweden Central only; its host name is <gateway>.<region>.ai.gateway.azure.com.',
    ...aiGatewayTier,
    citations: [overview('Regional availability'), overview('Gateway')],
  },
  {
    id: 'ai-gateway-integration-subnet',
    title: 'AI Gateway tier (preview): subnet for outbound integration',
    statement:
      'The subnet is in the region of the gateway, used by nothing else, /27 or larger (/24 recommended) and delegated to Microsoft.Web/serverFarms. The portal only warns where it is not.',
    ...aiGatewayTier,
    citations: [page('Prerequisites')],
  },
  {
    id: 'ai-gateway-security-rules',
    title: 'AI Gateway tier (preview): security rules',
    statement:
      'The security group of the integration subnet allows outbound TCP port 443 to Storage and AzureKeyVault.',
    ...aiGatewayTier,
    citations: [page('Prerequisites')],
  },
  {
    id: 'ai-gateway-private-endpoint',
    title: 'AI Gateway tier (preview): private endpoint',
    statement:
      'Clients in a network reach the AI gateway by a private endpoint with the sub-resource Gateway, in a subnet other than that of the integration. It gives no way out to private backends.',
    ...aiGatewayTier,
    citations: [page('Prerequisites'), page('Inbound Private Link')],
  },
];
