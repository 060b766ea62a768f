/** Outbound traffic to Azure Storage, from the port tables of the network reference. */

import type { PortRule } from '../model.ts';
import { minimalRules2023, referenceTiers, stated } from './define.ts';

export const storage: PortRule = {
  id: 'storage',
  title: 'Azure Storage',
  consequence:
    'Deployment fails; a running instance loses the storage it depends on and can no longer publish the developer portal.',
  remark:
    "The tag of the instance's region may stand in for Storage; further locations then need that of the primary region, too. In 2023 publishing the developer portal takes Storage.WestUS, whatever the region; the newest edition accepts any Storage tag.",
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Storage',
      destinationPorts: ['80', '443'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service depends on Azure Storage.',
    }),
    stated(
      '2023-01-06',
      {
        platforms: ['STV1', 'STV2'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'Storage',
        destinationPorts: ['443'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The service depends on Azure Storage.',
      },
      minimalRules2023,
    ),
    stated('2026-04-30', {
      platforms: ['STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Storage',
      destinationPorts: ['443'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service depends on Azure Storage.',
    }),
  ],
};

export const gitFileShare: PortRule = {
  id: 'git-file-share',
  title: 'File share of the Git repository',
  consequence: 'The built-in Git repository of the configuration does not work.',
  feature: 'GIT_REPOSITORY',
  remark: 'The Git repository was retired on 2025-03-15, and the row has left the table.',
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Storage',
      destinationPorts: ['445'],
      necessity: 'RECOMMENDED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The built-in Git repository lies on an Azure file share.',
    }),
    stated('2023-01-06', {
      platforms: ['STV1', 'STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Storage',
      destinationPorts: ['445'],
      necessity: 'OPTIONAL',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The built-in Git repository lies on an Azure file share.',
    }),
  ],
};
