/** Azure Front Door in front of an instance, public or over Private Link, from the Front Door pages. */

import type { NetworkFact } from '../model.ts';
import { cite, everyTier } from './define.ts';

const page = (section: string) => cite('front-door-2022-09-27', section);
const byAddress = page('Restrict incoming IP addresses');
const publicOrigin = { ...everyTier, virtualNetworkTypes: ['NONE', 'EXTERNAL'] } as const;
const external = {
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL'],
  platforms: ['STV2'],
} as const;

export const frontDoor: readonly NetworkFact[] = [
  {
    id: 'front-door-public-origin',
    title: 'Front Door: the gateway is public',
    statement:
      'Front Door reaches an instance that is in no network or in external mode. In internal mode it needs an application gateway in between.',
    ...everyTier,
    citations: [
      page('Prerequisites'),
      cite('managed-certificate-access-2026-01-28', 'Internal virtual network deployment'),
    ],
  },
  {
    id: 'front-door-probe',
    title: 'Front Door: health probe',
    statement:
      'The origin group probes /status-0123456789abcdef over HTTPS with GET, every 30 seconds for example; forward requests over HTTPS only.',
    ...publicOrigin,
    citations: [page('Update default origin group'), page('Update default route')],
  },
  {
    id: 'front-door-addresses',
    title: 'Front Door: let in only its addresses',
    statement:
      'An ip-filter policy allows the addresses of AzureFrontDoor.Backend, 168.63.129.16 and 169.254.169.254.',
    ...publicOrigin,
    citations: [byAddress],
  },
  {
    id: 'front-door-security-rule',
    title: 'Front Door: security rule in external mode',
    statement:
      'In external mode a security rule does the same: inbound TCP port 443 from AzureFrontDoor.Backend instead of Internet.',
    ...external,
    citations: [
      byAddress,
      cite(
        'front-door-2022-09-27',
        'Restrict incoming IP addresses: instead of the rule for Internet',
        'INFERRED',
      ),
    ],
  },
  {
    id: 'front-door-id-header',
    title: 'Front Door: check X-Azure-FDID',
    statement:
      'Every Front Door profile calls from the same addresses. A check-header policy on X-Azure-FDID lets in your own profile only and gives others status 403.',
    ...publicOrigin,
    citations: [
      page('Check Front Door header'),
      cite('front-door-2022-09-27', 'Check Front Door header: shared addresses', 'INFERRED'),
    ],
  },
  {
    id: 'front-door-private-link',
    title: 'Front Door Premium over Private Link',
    statement:
      'Front Door Premium reaches the gateway through a private endpoint with the sub-resource Gateway. Approve the connection on the instance, and let the origin host header be the host name of the instance. The page of 2024 calls this a preview.',
    tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM', 'STANDARD_V2'],
    virtualNetworkTypes: ['NONE'],
    platforms: ['STV2'],
    citations: [
      cite('front-door-private-link-2024-09-26', 'Create an origin group'),
      cite('front-door-private-link-2024-09-26', 'Approve the private endpoint'),
      cite('private-endpoint-2025-11-17', 'Typical scenarios'),
    ],
  },
  {
    id: 'front-door-portal',
    title: 'Front Door: the developer portal as an origin',
    statement:
      'The developer portal is a custom origin of its own. If users sign in with Microsoft Entra ID, add the URL of the portal behind Front Door to the app registration.',
    ...publicOrigin,
    tiers: publicOrigin.tiers.filter((tier) => tier !== 'CONSUMPTION'),
    citations: [
      page('Configure Front Door for developer portal'),
      cite('custom-domain-2026-06-03', 'Endpoints for custom domains'),
    ],
  },
];
