/** Features that are gone and took network requirements with them, from the list of breaking changes and their pages. */

import { cite, citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const classic = {
  tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM'],
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
  platforms: ['STV1', 'STV2'],
} as const;
const everyTier = {
  tiers: [
    'CONSUMPTION',
    'DEVELOPER',
    'BASIC',
    'STANDARD',
    'PREMIUM',
    'BASIC_V2',
    'STANDARD_V2',
    'PREMIUM_V2',
  ],
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;

const overview = 'breaking-changes-overview-2025-12-03';
const section = 'Upcoming breaking changes';
const trustedService = 'trusted-service-connectivity-2025-12-18';
const trustedServiceLater = 'trusted-service-connectivity-2026-01-15';
const reread = citeOn('2026-11-28');

export const retirements: readonly NetworkFact[] = [
  {
    id: 'stv1-retired',
    title: 'stv1 is retired',
    statement: 'The platform stv1 ended on 31 August 2024 in Azure.',
    ...classic,
    platforms: ['STV1'],
    effectiveOn: '2024-08-31',
    citations: [
      reread('stv1-retirement-2024-08-08', 'What is the deadline for the change?'),
      reread('stv1-retirement-2024-08-08', 'stv1 platform retirement'),
      reread(overview, section),
    ],
  },
  {
    id: 'stv1-retired-other-clouds',
    title: 'stv1 is retired in Azure Government and China',
    statement:
      'The platform stv1 ended on 24 February 2025 in Azure Government and China; another page says 28 February.',
    ...classic,
    platforms: ['STV1'],
    effectiveOn: '2025-02-24',
    citations: [
      cite(overview, section, 'DISPUTED'),
      cite('stv1-retirement-2024-08-08', 'stv1 platform retirement', 'DISPUTED'),
    ],
  },
  {
    id: 'legacy-portal-retired',
    title: 'The legacy developer portal is retired',
    statement:
      'The legacy developer portal ended on 31 October 2023; its host name is still in the list of internal mode.',
    ...classic,
    effectiveOn: '2023-10-31',
    citations: [
      reread(
        'legacy-portal-retirement-2023-11-09',
        'What is the deadline for the change?',
        'DISPUTED',
      ),
      reread(overview, section),
      reread('internal-mode-2026-08-24', 'Access on default host names', 'DISPUTED'),
    ],
  },
  {
    id: 'git-repository-retired',
    title: 'The Git repository is retired',
    statement: 'The Git repository ended on 15 March 2025, and with it the need for port 445.',
    ...classic,
    effectiveOn: '2025-03-15',
    citations: [
      reread('git-retirement-2024-05-16', 'What is the deadline for the change?'),
      reread('git-retirement-2024-05-16', 'Is my service affected by this?'),
      reread(overview, section),
      reread('vnet-reference-2026-04-30', 'Required ports'),
    ],
  },
  {
    id: 'direct-management-retired',
    title: 'The direct management API is retired',
    statement:
      'The direct management API ended on 15 March 2025; its host name is still in the list of internal mode.',
    ...classic,
    effectiveOn: '2025-03-15',
    citations: [
      reread('direct-management-retirement-2024-05-16', 'What is the deadline for the change?'),
      reread('direct-management-retirement-2024-05-16', 'Is my service affected by this?'),
      reread(overview, section, 'DISPUTED'),
      reread('internal-mode-2026-08-24', 'Access on default host names', 'DISPUTED'),
    ],
  },
  {
    id: 'trusted-service-connectivity-retired',
    title: 'Trusted service connectivity is retired',
    statement:
      'Since 15 March 2026, or 31 March according to the overview, the gateway needs a network path of its own to Storage, Key Vault, Managed HSM, Service Bus, Event Hubs and Container Registry. A path is public access from all networks, a rule for its address or network, Private Link, or a network security perimeter.',
    ...everyTier,
    effectiveOn: '2026-03-15',
    citations: [
      cite(overview, section, 'DISPUTED'),
      cite(trustedService, 'What is the deadline for the change?', 'DISPUTED'),
      reread(trustedServiceLater, 'What is the deadline for the change?', 'DISPUTED'),
      reread(trustedServiceLater, 'Step 2: Eliminate dependency on trusted service connectivity'),
    ],
  },
  {
    id: 'trusted-service-connectivity-new-instances',
    title: 'Trusted service connectivity: off in new instances',
    statement:
      'Gateways of instances created since 1 December 2025 come without trusted service connectivity; until the retirement Azure support could turn it on.',
    ...everyTier,
    effectiveOn: '2025-12-01',
    citations: [
      cite(trustedService, 'Trusted service connectivity retirement (March 2026)'),
      reread(trustedServiceLater, 'Trusted service connectivity retirement (March 2026)'),
    ],
  },
  {
    id: 'trusted-service-connectivity-scope',
    title: 'Trusted service connectivity: what the retirement covers',
    statement:
      'The retirement concerns calls of the gateway with its managed identity, to backends or by send-request policies. Named values, certificates from Key Vault, and backup and restore are control-plane work and keep it.',
    ...everyTier,
    since: '2026-01-15',
    citations: [
      reread(trustedServiceLater, 'Is my service affected by this change?'),
      reread(
        trustedServiceLater,
        'Scenarios that are not affected by the breaking change',
        'DISPUTED',
      ),
      reread('key-vault-network-2026-04-30', 'Requirements for Key Vault firewall', 'DISPUTED'),
    ],
  },
  {
    id: 'trusted-service-connectivity-switch-off',
    title: 'Trusted service connectivity: switching it off',
    statement:
      'The custom property Microsoft.WindowsAzure.ApiManagement.Gateway.ManagedIdentity.DisableOverPrivilegedAccess with the value True says that an instance does not use trusted service connectivity.',
    ...everyTier,
    citations: [
      cite(
        trustedService,
        'Step 3: Disable trusted service connectivity in API Management gateway',
      ),
      reread(
        trustedServiceLater,
        'Step 3: Disable trusted service connectivity in API Management gateway',
      ),
    ],
  },
];
