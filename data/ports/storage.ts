/** Outbound traffic to Azure Storage, from the port tables of the network reference. */

import { asBefore, minimalRules2023, portRule, referenceTiers, stated } from './define.ts';

export const storage = portRule({
  id: 'storage',
  title: 'Azure Storage',
  consequence:
    'Deployment fails; a running instance loses the storage it depends on and can no longer publish the developer portal.',
  remarks: [
    {
      text: "A rule may use the tag of the instance's region instead of Storage; additional locations then need the tag of the primary region, too.",
      since: '2021-08-06',
    },
    {
      text: 'Publishing the developer portal needs Storage.WestUS, whatever the region.',
      since: '2021-08-06',
      until: '2023-11-29',
    },
    {
      text: 'Publishing the developer portal needs Azure Storage: the whole tag or a regional one.',
      since: '2025-06-17',
    },
  ],
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
    asBefore('2021-08-06', { platforms: ['STV1', 'STV2'], destinationPorts: ['443'] }),
    asBefore('2023-01-06', {}, minimalRules2023),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});

export const gitFileShare = portRule({
  id: 'git-file-share',
  title: 'File share of the Git repository',
  consequence: 'The built-in Git repository of the configuration does not work.',
  feature: 'GIT_REPOSITORY',
  remarks: [
    {
      text: 'The Git repository was retired on 2025-03-15, and the table no longer has the row: the first text of 2025-06-17 still prints it, the later ones do not.',
      since: '2023-11-29',
    },
  ],
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
      purpose: 'The built-in Git repository is stored on an Azure file share.',
    }),
    asBefore('2021-08-06', { platforms: ['STV1', 'STV2'] }),
    asBefore('2023-01-06', { necessity: 'OPTIONAL' }),
  ],
});
