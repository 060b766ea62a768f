/** An application gateway in front of an instance: probes, host names, subnets and firewall rules; from the Application Gateway page. */

import type { NetworkFact } from '../model.ts';
import { cite, everyTier, internal } from './define.ts';

const page = (section: string) => cite('application-gateway-2023-04-17', section);
const required = page("What's required to integrate API Management and Application Gateway?");
const subnets = page('Create a virtual network and a subnet for the application gateway');
const configuration = page('Create application gateway configuration');
const portal = page(
  'Expose the developer portal and management endpoint externally through Application Gateway',
);

export const applicationGateway: readonly NetworkFact[] = [
  {
    id: 'probe-path',
    title: 'Health probe: /status-0123456789abcdef',
    statement:
      'A load balancer, application gateway or Front Door probes the gateway on the path /status-0123456789abcdef over HTTPS.',
    ...everyTier,
    citations: [
      cite('front-door-2022-09-27', 'Update default origin group'),
      cite('multi-region-2022-07-25', 'Use custom routing to API Management regional gateways'),
      configuration,
    ],
  },
  {
    id: 'probe-host-header',
    title: 'Health probe: with a host name of the instance',
    statement:
      'A probe sends a host name of the instance. The default probe of an application gateway uses the bare address and fails, so define a custom probe.',
    ...everyTier,
    citations: [required, cite('custom-domain-2026-06-03', 'Configure a custom domain name')],
  },
  {
    id: 'application-gateway-backend',
    title: 'Application gateway: private address as backend',
    statement:
      'The backend pool contains the private address of the instance. Public DNS maps the host names of the instance to the application gateway, so that host header and certificate are valid.',
    ...internal,
    citations: [required],
  },
  {
    id: 'application-gateway-subnet-rules',
    title: 'Application gateway: security rules of its own subnet',
    statement:
      'The application gateway has a subnet of its own, whose security group allows inbound ports 65200-65535 of any protocol from GatewayManager, and port 443 from its clients.',
    ...internal,
    citations: [subnets],
  },
  {
    id: 'application-gateway-inbound-rule',
    title: 'Application gateway: port 443 into the subnet of the instance',
    statement:
      'The security group of the instance allows TCP port 443 from the subnet of the application gateway.',
    ...internal,
    citations: [subnets],
  },
  {
    id: 'application-gateway-portal',
    title: 'Application gateway: portal and management endpoint',
    statement:
      'To publish the developer portal, publish its host name and that of the management endpoint, each with its own listener, rule and probe: /signin for the portal and /ServiceStatus for the management endpoint. With Microsoft Entra ID turn on cookie-based affinity.',
    ...internal,
    citations: [portal, configuration],
  },
  {
    id: 'application-gateway-firewall-rules',
    title: 'Application gateway: firewall rules that break the developer portal',
    statement:
      'Rules 942200, 942260, 942370, 942430 and 942440 of the web application firewall may break the published portal; 920300, 920330, 931130, 942100, 942110, 942180, 942200, 942260, 942340 and 942370 may break its administration. Rule 942200 stops downloads of OpenAPI documents.',
    ...internal,
    citations: [portal],
  },
];
