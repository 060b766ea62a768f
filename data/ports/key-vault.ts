/** Outbound traffic to Azure Key Vault, from the port tables of the network reference. */

import type { PortRule } from '../model.ts';
import { minimalRules2023, referenceTiers, stated } from './define.ts';

export const keyVault: PortRule = {
  id: 'key-vault',
  title: 'Azure Key Vault',
  consequence: 'Deployment fails; a running instance loses the key vaults it depends on.',
  remark: 'Required on stv2 only; on stv1 the same traffic is optional.',
  tiers: referenceTiers,
  statements: [
    stated(
      '2023-01-06',
      {
        platforms: ['STV2'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'AzureKeyVault',
        destinationPorts: ['443'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The service depends on Azure Key Vault.',
      },
      minimalRules2023,
    ),
    stated('2026-04-30', {
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
  ],
};

export const keyVaultStv1: PortRule = {
  id: 'key-vault-stv1',
  title: 'Azure Key Vault (stv1)',
  consequence: 'Named values cannot take their secrets from Azure Key Vault.',
  remark: 'Optional on stv1 only; stv2 does not deploy without it.',
  tiers: referenceTiers,
  statements: [
    stated('2023-01-06', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'AzureKeyVault',
      destinationPorts: ['443'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'Named values take secrets from Azure Key Vault.',
    }),
  ],
};
