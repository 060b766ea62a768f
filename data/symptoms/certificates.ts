/** What goes wrong with Key Vault and certificates. */

import type { Symptom } from '../model.ts';
import { cite, endpoint, fact, portTable, rule } from './define.ts';

const keyVaultFirewall = cite(
  'key-vault-network-2026-04-30',
  'Requirements for Key Vault firewall',
);
const keyVaultNetwork = cite('key-vault-network-2026-04-30', 'Virtual network requirements');
const unaffected = cite(
  'trusted-service-connectivity-2026-01-15',
  'Scenarios that are not affected by the breaking change',
);

export const certificateSymptoms: readonly Symptom[] = [
  {
    id: 'key-vault-denied',
    title: 'Named values or certificates cannot be read from Key Vault',
    texts: [
      'Failed to access the key vault',
      'Named value cannot be refreshed from Key Vault',
      'ForbiddenByFirewall',
      'Key Vault 403 Forbidden',
    ],
    causes: [
      {
        text: 'The firewall of the key vault does not let the instance in.',
        tellApart: 'It works while the key vault is open to all networks.',
        remedy:
          'Turn on the exception for trusted Microsoft services in the firewall of the key vault. What policies fetch at runtime needs a network path instead: a network rule, Private Link, or a network security perimeter.',
        facts: [
          fact('key-vault-trusted-exception'),
          fact('key-vault-firewall-line-of-sight'),
          fact('trusted-service-connectivity-scope'),
        ],
        checks: [],
        citations: [keyVaultFirewall, unaffected],
      },
      {
        text: 'The instance uses a user-assigned identity.',
        tellApart: 'The named value or certificate names a client id.',
        remedy: 'Use the system-assigned identity.',
        facts: [fact('key-vault-firewall-identity')],
        checks: [],
        citations: [keyVaultFirewall],
      },
      {
        text: 'The security rules of the subnet close AzureKeyVault or AzureActiveDirectory, or the service endpoint is missing.',
        tellApart: 'validateConfig with the feature KEY_VAULT_SECRETS names the lost flow.',
        remedy: 'Allow TCP port 443 to both tags, and add Microsoft.KeyVault to the subnet.',
        facts: [fact('key-vault-network-rules'), rule('key-vault'), rule('entra-id')],
        checks: ['required-flow-denied'],
        citations: [keyVaultNetwork],
      },
      {
        text: 'The address of your own computer is not allowed while you choose the secret in the portal.',
        tellApart: 'The portal cannot list the secrets, and the instance itself reads them.',
        remedy: 'Allow your address for the time of the setup.',
        facts: [fact('key-vault-firewall-client-address')],
        checks: [],
        citations: [keyVaultFirewall],
      },
    ],
  },
  {
    id: 'certificate-not-renewed',
    title: 'A certificate is not renewed',
    texts: [
      'Managed certificate renewal fails',
      'Custom domain certificate expired',
      'Free managed certificate cannot be created',
    ],
    causes: [
      {
        text: 'DigiCert or the control plane cannot reach the instance on port 80, needed since January 2026 for managed certificates.',
        tellApart: 'The certificate is a free managed one, and inbound port 80 is closed.',
        remedy: 'Allow inbound port 80 from the addresses of DigiCert and from ApiManagement.',
        facts: [
          fact('managed-certificate-digicert-access'),
          fact('managed-certificate-control-plane-access'),
        ],
        checks: [],
        citations: [
          cite('managed-certificate-access-2026-01-28', 'Access for managed certificates'),
          cite(
            'managed-certificates-suspension-2026-07-23',
            'Step 3: Allow API Management service access to port 80',
          ),
        ],
      },
      {
        text: 'The instance cannot read the new certificate from Key Vault and uses the old one until it expires.',
        tellApart:
          'The certificate comes from Key Vault, and the portal shows an error next to the host name.',
        remedy: 'Make the key vault public for it or keep its exception for trusted services.',
        facts: [fact('key-vault-host-name-certificates'), fact('key-vault-certificate-cached')],
        checks: [],
        citations: [
          unaffected,
          cite(
            'custom-domain-2026-06-03',
            'Certificate synchronization and troubleshooting for Azure Key Vault-backed certificates',
          ),
        ],
      },
      {
        text: 'Outbound port 80 to Internet is closed, so certificate chains are not validated.',
        tellApart: 'No rule allows outbound TCP port 80 to Internet.',
        remedy: 'Allow outbound TCP port 80 to Internet.',
        facts: [rule('certificate-validation'), endpoint('certificate-validation')],
        checks: ['required-flow-denied'],
        citations: [portTable],
      },
      {
        text: 'Since 15 August 2025 no managed certificate can be created, by plan until 30 October 2026; no text says that it has ended.',
        tellApart: 'The instance has no managed certificate yet.',
        remedy: 'Try to create it; if Azure refuses, upload one of your own.',
        facts: [fact('managed-certificates-suspended')],
        checks: [],
        citations: [
          cite(
            'managed-certificates-suspension-2026-08-26',
            'What is the deadline for the change?',
          ),
        ],
      },
    ],
  },
];
