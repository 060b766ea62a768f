/** What goes wrong while an instance is created, and its network status. */

import type { Symptom } from '../model.ts';
import {
  cite,
  fact,
  firstDeployment,
  forcedTunneling,
  networkStatus,
  portTable,
  rule,
  tier,
} from './define.ts';

export const deploymentSymptoms: readonly Symptom[] = [
  {
    id: 'activation-failed',
    title: 'The deployment ends without an activated service',
    texts: [
      'Unable to activate API service at this time',
      'ActivateApimServiceFailed',
      'Deployment fails after 30 to 40 minutes',
      'Activation failed after 40 minutes',
    ],
    causes: [
      {
        text: 'The subnet cannot reach a service that the instance needs: Storage, Azure SQL, Key Vault or Azure Monitor.',
        tellApart:
          'From a virtual machine in the same subnet, connect to a blob, a table, a SQL database and a key vault. The one that fails is the blocked one.',
        remedy: 'Allow the required outbound rules, then remove the machine and deploy again.',
        facts: [
          fact('activation-failure'),
          fact('first-deployment-test'),
          rule('storage'),
          rule('azure-sql'),
          rule('key-vault'),
          rule('azure-monitor'),
        ],
        checks: ['required-flow-denied', 'nsg-missing'],
        citations: [
          firstDeployment,
          portTable,
          cite('activation-failure-2024-08-10', 'Description'),
        ],
      },
      {
        text: 'A default route sends the traffic of the subnet to a firewall that drops it or changes its addresses.',
        tellApart: 'The route table of the subnet has 0.0.0.0/0 to an appliance or a gateway.',
        remedy:
          'Turn on the service endpoints, add the route for ApiManagement with next hop Internet, and allow the host names in the firewall.',
        facts: [
          fact('forced-tunneling-breaks-dependencies'),
          fact('management-return-route'),
          fact('tunneled-dependencies-reachable'),
        ],
        checks: ['traffic-force-tunneled', 'control-plane-route'],
        citations: [forcedTunneling],
      },
      {
        text: 'DNS servers of the virtual network do not resolve the names of Azure, or port 53 to them is closed.',
        tellApart:
          'A look-up (nslookup) of a blob host name from a machine in the subnet fails, while 168.63.129.16 answers.',
        remedy:
          'Let your DNS servers forward to 168.63.129.16 and open port 53 to them; set them before the instance is deployed.',
        facts: [
          fact('dns-custom-resolves-azure'),
          fact('dns-port-53'),
          fact('dns-custom-before-deployment'),
        ],
        checks: ['custom-dns-53-blocked'],
        citations: [
          cite('injection-resources-2025-04-17', 'DNS'),
          cite('vnet-reference-2026-04-30', 'DNS access'),
        ],
      },
      {
        text: 'The load balancer cannot probe the instance, because inbound port 6390 from AzureLoadBalancer is closed.',
        tellApart: 'The security group denies all inbound traffic and has no rule for the tag.',
        remedy: 'Allow TCP port 6390 from AzureLoadBalancer.',
        facts: [rule('load-balancer')],
        checks: ['required-flow-denied'],
        citations: [portTable, cite('vnet-reference-2026-04-30', 'Azure load balancer')],
      },
    ],
  },
  {
    id: 'network-status-red',
    title: 'Network status shows failures',
    texts: [
      'Network status red',
      'Network connectivity status failed',
      'NetworkStatus failure',
      'Connectivity status is failure for Storage, SQL or Key Vault',
    ],
    causes: [
      {
        text: 'An entry under Required fails: the subnet cannot reach a service that every instance needs.',
        tellApart:
          'Choose the filter Required under Network > Network status; each entry names its service.',
        remedy: 'Allow the rule for that service; the status follows within 15 minutes.',
        facts: [
          fact('network-status-required'),
          fact('network-status-refresh'),
          rule('storage'),
          rule('azure-sql'),
          rule('key-vault'),
          rule('azure-monitor'),
        ],
        checks: ['required-flow-denied', 'required-flow-partial'],
        citations: [networkStatus, portTable],
      },
      {
        text: 'An entry under Optional fails: one feature does not work, e-mail or CAPTCHA for example.',
        tellApart: 'Choose the filter Optional; each entry names its feature.',
        remedy: 'Open the rule or host of the feature if you use it, or leave it.',
        facts: [fact('network-status-optional'), rule('entra-id'), rule('event-hub')],
        checks: ['recommended-flow-denied'],
        citations: [networkStatus],
      },
      {
        text: 'The DNS servers of the network have changed, and the instance still uses the old ones.',
        tellApart: 'Many entries fail at once after a change of DNS servers.',
        remedy: 'Run Apply network configuration for each location.',
        facts: [fact('dns-apply-network-configuration')],
        checks: [],
        citations: [
          cite('internal-mode-2026-08-24', 'Incremental updates'),
          cite('injection-resources-2025-04-17', 'DNS'),
        ],
      },
    ],
  },
  {
    id: 'tier-not-offered',
    title: 'The tier cannot be created in the region',
    texts: [
      'The SKU is not available in this region',
      'SkuNotAvailable for API Management',
      'Premium v2 is not offered in the region',
      'Capacity constraints in the region',
    ],
    causes: [
      {
        text: 'The v2 tiers and workspace gateways exist in some regions of the public cloud only, and in some of them creation is paused.',
        tellApart: 'Required rules for the region and tier carry a note on it.',
        remedy: 'Choose another region or tier.',
        facts: [tier('BASIC_V2'), tier('STANDARD_V2'), tier('PREMIUM_V2')],
        checks: [],
        citations: [
          cite(
            'region-availability-2026-05-08',
            'Supported regions for v2 tiers and workspace gateways',
          ),
        ],
      },
      {
        text: 'Azure Government and Azure operated by 21Vianet have no Consumption tier.',
        tellApart: 'The subscription is in one of these clouds.',
        remedy: 'Choose another tier.',
        facts: [tier('CONSUMPTION')],
        checks: [],
        citations: [cite('tier-features-2025-11-11', 'Feature-based comparison')],
      },
    ],
  },
];
