/** What goes wrong while an instance is created, moved or scaled. */

import type { Symptom } from '../model.ts';
import {
  cite,
  fact,
  firstDeployment,
  forcedTunneling,
  injectionResources,
  networkStatus,
  portTable,
  rule,
  subnetRule,
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
    id: 'subnet-refused',
    title: 'The subnet is refused',
    texts: [
      'The subnet is delegated',
      'Subnet delegation is not allowed',
      'Network security group is required on the subnet',
      'The subnet cannot be selected in the portal',
    ],
    causes: [
      {
        text: 'A classic instance takes a subnet without delegation; this one is delegated.',
        tellApart: 'The subnet shows a delegation, to Microsoft.ApiManagement for example.',
        remedy: 'Set "Delegate subnet to a service" to None.',
        facts: [subnetRule('subnet-no-delegation')],
        checks: ['delegation-present'],
        citations: [injectionResources],
      },
      {
        text: 'A v2 instance or workspace gateway needs a delegation: Microsoft.Web/serverFarms for integration, Microsoft.Web/hostingEnvironments for injection.',
        tellApart: 'The tier is Standard v2 or Premium v2, or the resource is a workspace gateway.',
        remedy: 'Delegate the subnet as the mode asks, and register Microsoft.Web first.',
        facts: [
          subnetRule('v2-subnet-delegation-server-farms'),
          subnetRule('v2-subnet-delegation-hosting-environments'),
          fact('v2-resource-provider-registered'),
          fact('workspace-gateway-resource-provider'),
        ],
        checks: ['delegation-mismatch'],
        citations: [
          cite('inject-vnet-v2-2025-10-08', 'Subnet delegation'),
          cite('v2-delegation-2025-12-04', 'Note on the resource provider'),
        ],
      },
      {
        text: 'The virtual network is in another region or subscription than the instance.',
        tellApart: 'The portal does not list the network for that location.',
        remedy: 'Use a network in the region of the location and in the same subscription.',
        facts: [subnetRule('subnet-same-region-and-subscription')],
        checks: [],
        citations: [injectionResources],
      },
      {
        text: 'The subnet has no network security group.',
        tellApart: 'The subnet shows no security group.',
        remedy: 'Attach one with the required rules before you deploy.',
        facts: [subnetRule('subnet-network-security-group')],
        checks: ['nsg-missing'],
        citations: [injectionResources],
      },
    ],
  },
  {
    id: 'scaling-fails',
    title: 'Scaling out fails',
    texts: [
      'Not enough addresses in the subnet',
      'Subnet is full',
      'SubnetIsFull',
      'Cannot add a unit',
      'Scale out fails',
    ],
    causes: [
      {
        text: 'The subnet has no addresses left: a Premium unit takes two, and Azure keeps five.',
        tellApart: 'The subnet calculator shows fewer free addresses than the units need.',
        remedy: 'Move the instance to a larger subnet; its addresses change with that.',
        facts: [
          subnetRule('subnet-two-addresses-per-unit'),
          subnetRule('subnet-azure-reserved-addresses'),
        ],
        checks: ['subnet-too-small', 'subnet-without-room-to-scale'],
        citations: [cite('injection-resources-2025-04-17', 'Subnet size')],
      },
      {
        text: 'Another update of the instance is still running.',
        tellApart: 'The instance shows the state Updating.',
        remedy: 'Wait until it ends; an update takes 15 minutes or longer.',
        facts: [fact('update-blocks-other-changes'), fact('update-duration')],
        checks: [],
        citations: [cite('service-update-behavior-2026-04-09', 'Service update behavior')],
      },
      {
        text: 'The tier has reached its limit of units.',
        tellApart: 'Compare the number of units with the page of the tier.',
        remedy: 'Choose another tier, or add a region in the Premium tier.',
        facts: [tier('PREMIUM'), tier('PREMIUM_V2')],
        checks: ['units-out-of-range'],
        citations: [
          cite('injection-resources-2025-04-17', 'Key points'),
          cite('v2-tiers-overview-2026-04-21', 'Key capabilities'),
        ],
      },
    ],
  },
  {
    id: 'subnet-locked',
    title: 'The old subnet cannot be deleted or used again',
    texts: [
      'InUseSubnetCannotBeDeleted',
      'Subnet is in use and cannot be deleted',
      'The virtual network is locked after the instance left it',
    ],
    causes: [
      {
        text: 'The virtual network stays locked for up to one hour after the instance has left.',
        tellApart: 'The instance left less than an hour ago.',
        remedy: 'Wait an hour and try again.',
        facts: [fact('network-lock')],
        checks: [],
        citations: [
          cite('internal-mode-2026-08-24', 'Challenges in reassigning to the previous subnet'),
        ],
      },
      {
        text: 'A lock on the resource group, or above it, keeps the link of the subnet.',
        tellApart: 'The resource group or the subscription has a lock.',
        remedy: 'Remove the lock and allow about four to six hours.',
        facts: [fact('network-lock-resource-group')],
        checks: [],
        citations: [
          cite('internal-mode-2026-08-24', 'Challenges in reassigning to the previous subnet'),
        ],
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
