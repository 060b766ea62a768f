/** What a self-hosted gateway needs of the networks between it and its instance, from the overview of self-hosted gateways. */

import type { NetworkFact } from '../model.ts';
import { cite, injected, internal } from './define.ts';

const withSelfHostedGateway = {
  ...injected,
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
} as const;

const page = (section: string) => cite('self-hosted-gateway-2025-09-30', section);
const dependencies = page('FQDN dependencies');
const inInternalMode = page('Connectivity in an internal virtual network');
const customNames = cite('custom-domain-2026-06-03', 'Endpoints for custom domains');

export const selfHostedGateway: readonly NetworkFact[] = [
  {
    id: 'self-hosted-gateway-tiers',
    title: 'Self-hosted gateway: Developer and Premium only',
    statement: 'Only instances of the Developer and Premium tiers have self-hosted gateways.',
    ...withSelfHostedGateway,
    citations: [
      cite('tier-features-2025-11-11', 'Feature-based comparison'),
      page('Self-hosted gateway overview'),
    ],
  },
  {
    id: 'self-hosted-gateway-outbound',
    title: 'Self-hosted gateway: TCP port 443 to Azure',
    statement:
      'A self-hosted gateway connects to Azure on TCP port 443: it reports its status every minute and asks for a new configuration every 10 seconds.',
    ...withSelfHostedGateway,
    citations: [page('Connectivity to Azure')],
  },
  {
    id: 'self-hosted-gateway-configuration-host',
    title: 'Self-hosted gateway: configuration host',
    statement:
      'A self-hosted gateway reads its configuration from <name>.configuration.azure-api.net. You can give that endpoint a custom host name and use it instead.',
    ...withSelfHostedGateway,
    citations: [dependencies, customNames],
  },
  {
    id: 'self-hosted-gateway-instance-address',
    title: 'Self-hosted gateway: address of the instance',
    statement:
      'A firewall in front of a self-hosted gateway allows the public address of the instance; the address of its primary location is enough.',
    ...withSelfHostedGateway,
    citations: [dependencies],
  },
  {
    id: 'self-hosted-gateway-storage',
    title: 'Self-hosted gateway: storage for quotas and tracing',
    statement:
      'If policies contain quotas or you trace requests with the API inspector, a self-hosted gateway also reaches Azure Storage in the primary region: <account>.blob.core.windows.net and <account>.table.core.windows.net. The portal lists the accounts under Network connectivity status; their addresses change without notice.',
    ...withSelfHostedGateway,
    citations: [dependencies],
  },
  {
    id: 'self-hosted-gateway-entra-id',
    title: 'Self-hosted gateway: Microsoft Entra ID',
    statement:
      'A self-hosted gateway that authenticates with Microsoft Entra ID, or has policies that use it, reaches <region>.login.microsoft.com and login.microsoftonline.com; to verify permissions it also reaches management.azure.com.',
    ...withSelfHostedGateway,
    citations: [dependencies],
  },
  {
    id: 'self-hosted-gateway-monitoring',
    title: 'Self-hosted gateway: Application Insights',
    statement:
      'For Application Insights a self-hosted gateway reaches at least rt.services.visualstudio.com, dc.services.visualstudio.com and {region}.livediagnostics.monitor.azure.com on port 443.',
    ...withSelfHostedGateway,
    citations: [dependencies],
  },
  {
    id: 'self-hosted-gateway-internal-private',
    title: 'Self-hosted gateway of an internal instance, over a private network',
    statement:
      'In internal mode the configuration host is in no public DNS. Where the self-hosted gateway runs, it resolves to the private address of the instance, for example by a private zone in a peered network.',
    ...internal,
    citations: [
      inInternalMode,
      cite('internal-mode-2026-08-24', 'Deploy in internal mode'),
      cite(
        'internal-mode-2026-08-24',
        'Deploy in internal mode: address of the configuration host',
        'INFERRED',
      ),
    ],
  },
  {
    id: 'self-hosted-gateway-internal-internet',
    title: 'Self-hosted gateway of an internal instance, over the internet',
    statement:
      'To reach an internal instance over the internet, give the configuration endpoint a custom host name and publish it through an application gateway.',
    ...internal,
    citations: [inInternalMode, customNames],
  },
  {
    id: 'self-hosted-gateway-connection-lost',
    title: 'Self-hosted gateway: without a connection to Azure',
    statement:
      'A self-hosted gateway that loses Azure keeps serving with the configuration in memory. After a stop it starts only if it keeps a configuration backup.',
    ...withSelfHostedGateway,
    citations: [page('Connectivity failures')],
  },
];
