/** What goes wrong between clients and the gateway, and between a self-hosted gateway and the instance. */

import type { Symptom } from '../model.ts';
import { cite, endpoint, fact, forcedTunneling, internalDns, portTable, rule } from './define.ts';

const behindGateway = cite(
  'application-gateway-2023-04-17',
  "What's required to integrate API Management and Application Gateway?",
);

export const reachabilitySymptoms: readonly Symptom[] = [
  {
    id: 'internal-name-not-resolved',
    title: 'In internal mode the gateway is not found',
    texts: [
      'Could not resolve host <name>.azure-api.net',
      'NXDOMAIN for azure-api.net',
      'ERR_NAME_NOT_RESOLVED',
      'ErrorResolvingHostname',
      'No answer on the private IP address of API Management',
      '404 when calling the private IP',
    ],
    causes: [
      {
        text: 'No DNS record leads to the private address; in internal mode no name is in public DNS.',
        tellApart:
          'A look-up (nslookup) of <name>.azure-api.net from the client gives no private address.',
        remedy:
          'Add a zone or A record for each host name and link it to every network with clients.',
        facts: [
          fact('dns-own-internal'),
          fact('internal-zone-per-host'),
          fact('internal-records-everywhere'),
        ],
        checks: [],
        citations: [internalDns],
      },
      {
        text: 'The client calls the bare address, but the instance answers to its host names only.',
        tellApart: 'A call with the host name in the Host header works.',
        remedy: 'Call the host name, with a hosts file for a test.',
        facts: [fact('internal-answers-by-name-only')],
        checks: [],
        citations: [cite('internal-mode-2026-08-24', 'Configure NSG rules')],
      },
      {
        text: 'A private zone for azure-api.net as a whole hides the public names of other services.',
        tellApart:
          'Other names below azure-api.net fail as well, those of the credential manager for example.',
        remedy: 'Replace it by one zone for each host name.',
        facts: [fact('internal-no-apex-zone')],
        checks: ['private-zone-apex'],
        citations: [cite('internal-mode-2026-08-24', 'Critical DNS design guidance')],
      },
    ],
  },
  {
    id: 'clients-time-out',
    title: 'Clients from the internet time out',
    texts: [
      'Clients cannot reach the gateway from the internet',
      'Gateway timeout in external mode',
      'Connection to the gateway on 443 times out',
    ],
    causes: [
      {
        text: 'A default route to a firewall sends the replies to clients another way.',
        tellApart:
          'The route table has 0.0.0.0/0 to an appliance; the same call works from inside the network.',
        remedy:
          'Add a route with next hop Internet for each range of clients, or use internal mode behind a proxy.',
        facts: [fact('client-return-routes')],
        checks: ['client-route-asymmetric'],
        citations: [forcedTunneling],
      },
      {
        text: 'Inbound port 443 is closed to the clients.',
        tellApart: 'No rule allows TCP port 443 from Internet or from their addresses.',
        remedy: 'Allow TCP port 443 from Internet or from the addresses of your clients.',
        facts: [rule('client-traffic'), rule('traffic-manager')],
        checks: ['required-flow-denied'],
        citations: [portTable],
      },
      {
        text: 'The probe of the load balancer is closed, so it sends no traffic.',
        tellApart: 'No rule allows TCP port 6390 from AzureLoadBalancer.',
        remedy: 'Allow TCP port 6390 from AzureLoadBalancer.',
        facts: [rule('load-balancer')],
        checks: ['required-flow-denied'],
        citations: [cite('vnet-reference-2026-04-30', 'Azure load balancer')],
      },
    ],
  },
  {
    id: 'application-gateway-502',
    title: 'The application gateway answers 502',
    texts: [
      '502 Bad Gateway',
      'Application gateway backend unhealthy',
      'Health probe of the application gateway fails',
    ],
    causes: [
      {
        text: 'The probe uses the bare address or the wrong path.',
        tellApart: 'Get-AzApplicationGatewayBackendHealth shows the backend as unhealthy.',
        remedy:
          'Define a custom probe on /status-0123456789abcdef with a host name of the instance; /signin for the portal, /ServiceStatus for the management endpoint.',
        facts: [fact('probe-path'), fact('probe-host-header'), fact('application-gateway-portal')],
        checks: [],
        citations: [
          behindGateway,
          cite('application-gateway-2023-04-17', 'Create application gateway configuration'),
        ],
      },
      {
        text: 'Port 443 from the subnet of the application gateway is closed.',
        tellApart:
          'A machine in that subnet cannot open a connection to the private address on port 443.',
        remedy: 'Allow TCP port 443 from the subnet of the application gateway.',
        facts: [fact('application-gateway-inbound-rule')],
        checks: [],
        citations: [
          cite(
            'application-gateway-2023-04-17',
            'Create a virtual network and a subnet for the application gateway',
          ),
        ],
      },
      {
        text: 'The application gateway does not forward the host name of the client.',
        tellApart: 'The backend setting overrides the host name with another one.',
        remedy: 'Keep the host name of the client; it must be a host name of the instance.',
        facts: [fact('custom-domain-host-name-kept')],
        checks: [],
        citations: [
          cite(
            'managed-certificate-access-2026-01-28',
            'Internal virtual network deployment, step 2',
          ),
        ],
      },
    ],
  },
  {
    id: 'public-access-403',
    title: 'Public callers get status 403',
    texts: [
      'Request originated from client public IP address',
      "public network access on this 'Microsoft.ApiManagement/service' is disabled",
      '403 Forbidden after disabling public network access',
    ],
    causes: [
      {
        text: 'Public network access is off, and the caller does not come through the private endpoint.',
        tellApart:
          'A look-up (nslookup) of the gateway gives a public address; inside the network it should give the private one.',
        remedy:
          'Link the private zone privatelink.azure-api.net to the network of the caller, or turn public access on again.',
        facts: [fact('public-access-off-answer'), fact('private-endpoint-zone')],
        checks: ['public-access-disabled'],
        citations: [
          cite('private-endpoint-2025-11-17', 'Test from internet'),
          cite('private-endpoint-2025-11-17', 'Test in virtual network'),
        ],
      },
      {
        text: 'A policy lets in Front Door or known addresses only.',
        tellApart: 'The message is that of a check-header or ip-filter policy.',
        remedy: 'Call through Front Door, or add the caller to the policy.',
        facts: [fact('front-door-id-header'), fact('front-door-addresses')],
        checks: [],
        citations: [
          cite('front-door-2022-09-27', 'Restrict incoming traffic to API Management instance'),
        ],
      },
    ],
  },
  {
    id: 'self-hosted-gateway-disconnected',
    title: 'A self-hosted gateway does not connect',
    texts: [
      'Self-hosted gateway sends no heartbeat',
      'Cannot resolve <name>.configuration.azure-api.net',
      'Self-hosted gateway does not start',
    ],
    causes: [
      {
        text: 'The instance is in internal mode, and the configuration host does not resolve where the gateway runs.',
        tellApart:
          'A look-up (nslookup) of <name>.configuration.azure-api.net fails in the cluster.',
        remedy:
          'Let the name resolve to the private address over a connected network, or publish a custom host name through an application gateway.',
        facts: [
          fact('self-hosted-gateway-internal-private'),
          fact('self-hosted-gateway-internal-internet'),
          fact('internal-host-configuration'),
        ],
        checks: [],
        citations: [
          cite('self-hosted-gateway-2025-09-30', 'Connectivity in an internal virtual network'),
        ],
      },
      {
        text: 'A firewall blocks port 443 to the configuration host or to the public address of the instance.',
        tellApart: 'The name resolves, and a connection on port 443 times out.',
        remedy: 'Allow TCP port 443 to both.',
        facts: [
          fact('self-hosted-gateway-outbound'),
          fact('self-hosted-gateway-instance-address'),
          endpoint('self-hosted-gateway-configuration'),
        ],
        checks: [],
        citations: [cite('self-hosted-gateway-2025-09-30', 'FQDN dependencies')],
      },
      {
        text: 'The gateway was stopped while Azure was out of reach and has no configuration backup.',
        tellApart: 'It ran before, and fails since a restart.',
        remedy: 'Restore the connection, and keep a configuration backup on a volume.',
        facts: [fact('self-hosted-gateway-connection-lost')],
        checks: [],
        citations: [cite('self-hosted-gateway-2025-09-30', 'Connectivity failures')],
      },
    ],
  },
];
