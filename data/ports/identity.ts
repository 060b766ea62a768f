/** Outbound traffic to identity services, from the port tables of the network reference. */

import { asBefore, portRule, referenceTiers, stated } from './define.ts';

export const entraId = portRule({
  id: 'entra-id',
  title: 'Microsoft Entra ID',
  consequence:
    'Features that use Microsoft Entra ID or Microsoft Graph stop working; the row also covers a Key Vault dependency.',
  feature: 'MICROSOFT_ENTRA_ID',
  otherFeatures: ['KEY_VAULT_SECRETS'],
  remarks: [
    {
      text: 'The row is optional, but another section of the same document asks for login.microsoftonline.com and <region>.login.microsoft.com on port 443 without a condition.',
      since: '2023-01-06',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'AzureActiveDirectory',
      destinationPorts: ['80', '443'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'An instance that uses Azure Active Directory connects to it.',
    }),
    asBefore('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      destinationPorts: ['443'],
      purpose:
        'The instance uses Azure Active Directory; the row also covers a Key Vault dependency.',
    }),
    asBefore('2023-01-06', { necessity: 'OPTIONAL' }),
    asBefore('2023-11-29', {
      purpose:
        'The instance uses Microsoft Entra ID or Microsoft Graph; the row also covers a Key Vault dependency.',
    }),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});

export const credentialManager = portRule({
  id: 'credential-manager',
  title: 'Credential manager',
  consequence: 'The credential manager, formerly called authorizations, does not work.',
  feature: 'CREDENTIAL_MANAGER',
  cloudsWithout: ['CHINA'],
  remarks: [{ text: 'The edition of the port table for China has no such row.' }],
  tiers: referenceTiers,
  statements: [
    stated('2023-01-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'AzureConnectors',
      destinationPorts: ['443'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Authorizations reach their backing service.',
    }),
    asBefore('2023-11-29', { purpose: 'Managed connections reach their backing service.' }),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
    asBefore('2026-04-30', {
      purpose: 'The instance reaches the endpoint of the credential manager.',
    }),
  ],
});
