/** Outbound traffic to Azure Key Vault, from the port tables of the network reference. */

import { cite } from '../cite.ts';
import { asBefore, minimalRules2023, portRule, referenceTiers, stated } from './define.ts';

export const keyVault = portRule({
  id: 'key-vault',
  title: 'Azure Key Vault',
  consequence: 'Deployment fails; a running instance loses the key vaults it depends on.',
  remarks: [
    {
      text: 'The single table of this edition requires the row on both platforms.',
      until: '2021-08-06',
    },
    {
      text: 'Required on stv2 only; the row for stv1 is optional.',
      since: '2023-01-06',
      until: '2023-11-29',
    },
  ],
  tiers: referenceTiers,
  statements: [
    stated('2021-08-06', {
      platforms: ['STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'AzureKeyVault',
      destinationPorts: ['443'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service depends on Azure Key Vault.',
    }),
    asBefore('2023-01-06', {}, minimalRules2023),
  ],
});

export const keyVaultStv1 = portRule({
  id: 'key-vault-stv1',
  title: 'Azure Key Vault (stv1)',
  consequence: 'Named values cannot read their secrets from Azure Key Vault.',
  feature: 'KEY_VAULT_SECRETS',
  remarks: [
    {
      text: 'The single table of this edition requires the row on both platforms, but its section on troubleshooting names Key Vault for the newer platform only.',
      until: '2021-08-06',
    },
    { text: 'Optional, unlike on stv2, which does not deploy without it.', since: '2023-01-06' },
  ],
  tiers: referenceTiers,
  statements: [
    stated(
      '2021-08-06',
      {
        platforms: ['STV1'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'AzureKeyVault',
        destinationPorts: ['443'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The service depends on Azure Key Vault.',
      },
      cite('vnet-reference-2021-08-06', 'Troubleshooting', 'DISPUTED'),
    ),
    asBefore('2023-01-06', {
      necessity: 'OPTIONAL',
      purpose: 'Named values read secrets from Azure Key Vault.',
    }),
  ],
});
