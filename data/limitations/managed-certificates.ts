/** What free managed certificates need from the network, and since when none can be created, from the pages on custom domains. */

import { cite, citeOn } from '../cite.ts';
import type { NetworkFact } from '../model.ts';

const classic = {
  tiers: ['DEVELOPER', 'BASIC', 'STANDARD', 'PREMIUM'],
  virtualNetworkTypes: ['NONE', 'EXTERNAL', 'INTERNAL'],
  platforms: ['STV2'],
} as const;
const injected = {
  ...classic,
  tiers: ['DEVELOPER', 'PREMIUM'],
  virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
} as const;
const internal = { ...injected, virtualNetworkTypes: ['INTERNAL'] } as const;

const access = (section: string) => cite('managed-certificate-access-2026-01-28', section);
const suspension = (section: string) => cite('managed-certificates-suspension-2026-07-23', section);
const reread = citeOn('2026-11-29');
const laterText = (section: string) =>
  reread('managed-certificates-suspension-2026-08-26', section);
const later = (section: string) =>
  reread('managed-certificates-suspension-2026-08-26', section, 'DISPUTED');
const disputed = (section: string) =>
  cite('managed-certificates-suspension-2026-07-23', section, 'DISPUTED');

const internalDeployment = 'Internal virtual network deployment';

export const managedCertificates: readonly NetworkFact[] = [
  {
    id: 'managed-certificate-digicert-access',
    title: 'Managed certificates: port 80 for DigiCert',
    statement:
      'Since January 2026, to renew a free managed certificate, DigiCert reaches the instance on port 80 from the addresses it publishes for domain validation; security rules, IP-filter policies and firewalls must allow them.',
    ...classic,
    citations: [
      access('Access for managed certificates'),
      suspension('Step 1: Allow access to DigiCert IP addresses'),
      laterText('Step 1: Allow access to DigiCert IP addresses'),
    ],
  },
  {
    id: 'managed-certificate-control-plane-access',
    title: 'Managed certificates: port 80 for ApiManagement',
    statement:
      'If inbound traffic is restricted, port 80 must be open to the ApiManagement tag as well, for revocation lists and renewal; the port table has no such row.',
    ...injected,
    since: '2026-07-23',
    citations: [
      suspension('Step 3: Allow API Management service access to port 80'),
      laterText('Step 3: Allow API Management service access to port 80'),
      cite('vnet-reference-2026-04-30', 'Required ports', 'DISPUTED'),
    ],
  },
  {
    id: 'managed-certificate-dns-records',
    title: 'Managed certificates: DNS records',
    statement:
      'A CNAME or A record must point the custom domain to the gateway, and a CAA record must permit DigiCert to issue its certificate.',
    ...classic,
    since: '2026-07-23',
    citations: [
      suspension('Step 2: Configure DNS records'),
      laterText('Step 2: Configure DNS records'),
    ],
  },
  {
    id: 'managed-certificate-internal-path',
    title: 'Managed certificates: validation in internal mode',
    statement:
      'In internal mode the validation comes through an application gateway in the same virtual network, with or without Front Door or Traffic Manager in front of it.',
    ...internal,
    since: '2026-01-28',
    citations: [access(internalDeployment)],
  },
  {
    id: 'custom-domain-host-name-kept',
    title: 'Proxies keep the host name of a custom domain',
    statement:
      'Front Door and application gateways in front of the instance must forward the host name that the client sends; the instance rejects a name that is not one of its custom domains.',
    ...internal,
    citations: [access(`${internalDeployment}, step 2`)],
  },
  {
    id: 'managed-certificate-once-per-domain',
    title: 'One managed certificate for a domain',
    statement:
      'A domain that has a managed certificate on Azure Front Door cannot have one on the instance, which then needs an uploaded one.',
    ...internal,
    citations: [access(`${internalDeployment}, step 2`)],
  },
  {
    id: 'managed-certificates-suspended',
    title: 'No new managed certificates, by plan until 30 October 2026',
    statement:
      "Since 15 August 2025 no managed certificate can be created. The text of August 2026 plans the end for 30 October 2026, once DigiCert's migration is complete; earlier texts name 15 March and 30 June. No text says that it has ended. Existing certificates are renewed where DigiCert is let in on port 80.",
    ...classic,
    effectiveOn: '2025-08-15',
    since: '2025-12-03',
    citations: [
      later('Is my service affected by this?'),
      later('What is the deadline for the change?'),
      disputed('Creation temporarily suspended'),
      disputed('What is the deadline for the change?'),
      cite('breaking-changes-overview-2025-12-03', 'Upcoming breaking changes', 'DISPUTED'),
    ],
  },
];
