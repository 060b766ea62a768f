/** Control-plane traffic into the subnet, from the port tables of the network reference. */

import type { PortRule } from '../model.ts';
import { minimalRules2023, referenceTiers, stated } from './define.ts';

export const managementEndpoint: PortRule = {
  id: 'management-endpoint',
  title: 'Management endpoint',
  consequence:
    'The Azure portal, Azure Resource Manager and PowerShell cannot manage the instance: calls end in the error ManagementApiRequestFailed, which names port 3443.',
  remark:
    'The tag ApiManagement covers the control plane only, never gateways or clients, and it suffices: AzureCloud is far too wide for this port. The rule is needed in internal mode as well.',
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      destinationPorts: ['3443'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
    }),
    stated('2021-08-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      destinationPorts: ['3443'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
    }),
    stated(
      '2023-01-06',
      {
        platforms: ['STV1', 'STV2'],
        directions: ['INBOUND'],
        protocol: 'TCP',
        source: 'ApiManagement',
        destination: 'VirtualNetwork',
        destinationPorts: ['3443'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
      },
      minimalRules2023,
    ),
    stated('2023-11-29', {
      platforms: ['STV1', 'STV2'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      destinationPorts: ['3443'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
    }),
    stated('2025-06-17', {
      platforms: ['STV2'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      destinationPorts: ['3443'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
    }),
    stated('2026-04-30', {
      platforms: ['STV2'],
      directions: ['INBOUND'],
      protocol: 'TCP',
      source: 'ApiManagement',
      destination: 'VirtualNetwork',
      destinationPorts: ['3443'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The control plane manages the instance for the Azure portal and PowerShell.',
    }),
  ],
};
