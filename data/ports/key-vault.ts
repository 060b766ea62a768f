/** Outbound traffic to Azure Key Vault, from the port tables of the network reference. */

import { cite } from '../cite.ts';
import type { PortRule } from '../model.ts';
import { minimalRules2023, referenceTiers, stated } from './define.ts';

export const keyVault: PortRule = {
  id: 'key-vault',
  title: 'Azure Key Vault',
  consequence: 'Deployment fails; a running instance loses the key vaults it depends on.',
  remark:
    'The one table of 2021 requires the row of both platforms; from 2023 it is required on stv2 only, and optional on stv1.',
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
    stated('2023-11-29', {
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
    stated('2025-06-17', {
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
  remark:
    'From 2023 optional, unlike on stv2, which does not deploy without it. The one table of 2021 requires it of both platforms, while its section on troubleshooting names Key Vault for the newer one alone.',
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
    stated('2023-11-29', {
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
