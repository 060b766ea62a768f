/** Rules of the v2 tiers, from the section on security rules that their networking pages share; the port table of the reference does not have them. */

import { cite } from '../cite.ts';
import { portRule, stated } from './define.ts';

export const v2KeyVault = portRule({
  id: 'v2-key-vault',
  title: 'Azure Key Vault (v2 tiers)',
  consequence: 'The instance loses access to Azure Key Vault, which it depends on.',
  remarks: [
    {
      text: 'Standard v2 has outbound integration only, here EXTERNAL. With integration, inbound security rules have no effect.',
    },
  ],
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  statements: [
    stated(
      '2025-12-01',
      {
        platforms: ['STV2'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'AzureKeyVault',
        destinationPorts: ['443'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The instance depends on Azure Key Vault.',
      },
      cite('integrate-vnet-outbound-2025-12-04', 'Network security group'),
      cite('integrate-vnet-outbound-2026-08-26', 'Network security group'),
    ),
  ],
});

export const v2Storage = portRule({
  id: 'v2-storage',
  title: 'Azure Storage (v2 tiers)',
  consequence:
    'According to the text of December 2025, the instance loses access to Azure Storage, which it depends on.',
  remarks: [
    {
      text: 'Disputed: the section of 2025-12-01 lists Storage and Key Vault, the integration page of 2026-08-26 lists only Key Vault. Standard v2 has outbound integration only, here EXTERNAL.',
    },
  ],
  tiers: ['STANDARD_V2', 'PREMIUM_V2'],
  statements: [
    stated(
      '2025-12-01',
      {
        platforms: ['STV2'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'Storage',
        destinationPorts: ['443'],
        necessity: 'RECOMMENDED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The instance depends on Azure Storage.',
        confidence: 'DISPUTED',
      },
      cite('integrate-vnet-outbound-2025-12-04', 'Network security group', 'DISPUTED'),
      cite('integrate-vnet-outbound-2026-08-26', 'Network security group', 'DISPUTED'),
    ),
  ],
});
