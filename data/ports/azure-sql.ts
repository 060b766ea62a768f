/** Outbound traffic to Azure SQL, from the port tables of the network reference. */

import type { PortRule } from '../model.ts';
import { minimalRules2023, referenceTiers, stated } from './define.ts';

export const azureSql: PortRule = {
  id: 'azure-sql',
  title: 'Azure SQL',
  consequence: 'Deployment fails; a running instance loses the databases it depends on.',
  remark:
    "The port is 1433. Published templates often open 1443, which admits nothing and shows only once outbound traffic is denied. The tag is Sql, although other pages write SQL; the tag of the instance's region may stand in, and further locations then need that of the primary region, too.",
  tiers: referenceTiers,
  statements: [
    stated('2019-09-09', {
      platforms: ['STV1'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Sql',
      destinationPorts: ['1433'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service depends on Azure SQL.',
    }),
    stated(
      '2023-01-06',
      {
        platforms: ['STV1', 'STV2'],
        directions: ['OUTBOUND'],
        protocol: 'TCP',
        source: 'VirtualNetwork',
        destination: 'Sql',
        destinationPorts: ['1433'],
        necessity: 'REQUIRED',
        virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
        purpose: 'The service depends on Azure SQL.',
      },
      minimalRules2023,
    ),
    stated('2026-04-30', {
      platforms: ['STV2'],
      directions: ['OUTBOUND'],
      protocol: 'TCP',
      source: 'VirtualNetwork',
      destination: 'Sql',
      destinationPorts: ['1433'],
      necessity: 'REQUIRED',
      virtualNetworkTypes: ['EXTERNAL', 'INTERNAL'],
      purpose: 'The service depends on Azure SQL.',
    }),
  ],
};
