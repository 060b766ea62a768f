/** What named values and certificates need to come from a key vault that has a firewall, from the shared section on Key Vault. */

import type { NetworkFact } from '../model.ts';
import { cite, everyTier, injected } from './define.ts';

const firewall = cite('key-vault-network-2026-04-30', 'Requirements for Key Vault firewall');
const network = cite('key-vault-network-2026-04-30', 'Virtual network requirements');
const unaffected = 'Scenarios that are not affected by the breaking change';

export const keyVaultNetwork: readonly NetworkFact[] = [
  {
    id: 'key-vault-firewall-identity',
    title: 'Key Vault with a firewall: system-assigned identity',
    statement:
      'If the key vault has a firewall, the instance must use its system-assigned identity; a user-assigned one has no access.',
    ...everyTier,
    citations: [firewall],
  },
  {
    id: 'key-vault-firewall-line-of-sight',
    title: 'Key Vault with a firewall: a network path',
    statement:
      'With a network path to the key vault, the exception for trusted services may go for named values and client certificates. A path is public access from all networks, a rule for the address or network of the instance, Private Link, or a network security perimeter. The texts of the Key Vault page since 18 December 2025 ask for the exception in every case.',
    ...everyTier,
    since: '2025-12-04',
    citations: [
      cite('key-vault-network-2025-12-04', 'Requirements for Key Vault firewall', 'DISPUTED'),
      cite('trusted-service-connectivity-2026-01-15', unaffected, 'DISPUTED'),
      cite('key-vault-network-2026-04-30', 'Requirements for Key Vault firewall', 'DISPUTED'),
    ],
  },
  {
    id: 'key-vault-firewall-client-address',
    title: 'Key Vault with a firewall: your own address',
    statement:
      'While you choose a secret or certificate in the portal, the firewall of the key vault must allow the address of your own computer; you can remove it afterwards.',
    ...everyTier,
    citations: [firewall],
  },
  {
    id: 'key-vault-network-rules',
    title: 'Key Vault from a virtual network: service endpoint and two tags',
    statement:
      'For secrets from Key Vault the subnet has the service endpoint Microsoft.KeyVault and its security rules allow outbound traffic to AzureKeyVault and AzureActiveDirectory.',
    ...injected,
    citations: [network],
  },
  {
    id: 'key-vault-trusted-exception',
    title: 'Key Vault with a firewall: the exception for trusted services',
    statement:
      'The firewall of the key vault lets trusted Microsoft services in: the control plane reads named values, client certificates and host-name certificates that way, before and after March 2026. Only the text of 4 December 2025 says that this ends.',
    ...everyTier,
    since: '2025-12-18',
    citations: [
      cite('key-vault-network-2025-12-04', 'Requirements for Key Vault firewall', 'DISPUTED'),
      cite('key-vault-network-2025-12-18', 'Requirements for Key Vault firewall', 'DISPUTED'),
      cite('trusted-service-connectivity-2026-01-15', unaffected, 'DISPUTED'),
      cite('key-vault-network-2026-04-30', 'Requirements for Key Vault firewall', 'DISPUTED'),
    ],
  },
  {
    id: 'key-vault-host-name-certificates',
    title: 'Key Vault: host-name certificates need the exception',
    statement:
      'For host-name certificates the key vault is public or keeps its exception for trusted services, even if the instance has a network path to it.',
    ...everyTier,
    since: '2026-01-15',
    citations: [cite('trusted-service-connectivity-2026-01-15', unaffected)],
  },
  {
    id: 'key-vault-certificate-cached',
    title: 'Key Vault out of reach: the certificate in use expires',
    statement:
      'If the instance cannot read a host-name certificate from Key Vault, it keeps using the current one; once that expires, the gateway blocks traffic.',
    ...everyTier,
    citations: [
      cite(
        'custom-domain-2026-06-03',
        'Certificate synchronization and troubleshooting for Azure Key Vault-backed certificates',
      ),
    ],
  },
];
