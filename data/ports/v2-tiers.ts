/** Rules of the v2 tiers, from the security rule section that their networking pages share; no part of the reference's port table. */

import { cite } from '../cite.ts';
import type { PortRule } from '../model.ts';

export const v2KeyVault: PortRule = {
  id: 'v2-key-vault',
  title: 'Azure Key Vault (v2 tiers)',
  consequence: 'The instance loses Azure Key Vault, on which it depends.',
  remark:
    'Standard v2 knows outbound integration only, here EXTERNAL. With integration, inbound security rules have no effect.',
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  statements: [
    {
      edition: '2025-12-01',
      platforms: ['STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      sourcePorts: ['*'],
      destination: 'AzureKeyVault',
      destinationPorts: ['443'],
      optionalDestinationPorts: [],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The instance depends on Azure Key Vault.',
      citations: [
        cite('v2-nsg-rules-2025-12-01', 'Configure NSG rules'),
        cite('integrate-vnet-outbound-2025-12-04', 'Network security group'),
      ],
    },
  ],
};

export const v2Storage: PortRule = {
  id: 'v2-storage',
  title: 'Azure Storage (v2 tiers)',
  consequence:
    'By the text of December 2025 the instance loses Azure Storage, on which it depends.',
  remark:
    'Disputed: the section of 2025-12-01 lists Storage beside Key Vault, a newer text of the integration page lists Key Vault alone. Standard v2 knows outbound integration only, here EXTERNAL.',
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  statements: [
    {
      edition: '2025-12-01',
      platforms: ['STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      sourcePorts: ['*'],
      destination: 'Storage',
      destinationPorts: ['443'],
      optionalDestinationPorts: [],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The instance depends on Azure Storage.',
      citations: [
        cite('v2-nsg-rules-2025-12-01', 'Configure NSG rules', 'DISPUTED'),
        cite('integrate-vnet-outbound-2025-12-04', 'Network security group', 'DISPUTED'),
      ],
    },
  ],
};
