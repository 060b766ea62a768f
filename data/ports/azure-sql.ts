/** Outbound traffic to Azure SQL, from the port tables of the network reference. */

import { asBefore, minimalRules2023, portRule, referenceTiers, stated } from './define.ts';

export const azureSql = portRule({
  id: 'azure-sql',
  title: 'Azure SQL',
  consequence: 'Deployment fails; a running instance loses the databases it depends on.',
  remarks: [
    {
      text: 'The port is 1433. Published templates often open 1443 instead: that rule has no effect, which shows only once outbound traffic is denied.',
    },
    { text: 'This edition writes SQL; the name of the tag is Sql.', until: '2021-08-06' },
    {
      text: 'The tag is Sql, although the pages on the network modes write SQL.',
      since: '2023-01-06',
    },
    {
      text: "A rule may use the tag of the instance's region instead; additional locations then need the tag of the primary region, too.",
      since: '2021-08-06',
    },
  ],
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
    asBefore('2021-08-06', { platforms: ['STV1', 'STV2'] }),
    asBefore('2023-01-06', {}, minimalRules2023),
    asBefore('2025-06-17', { platforms: ['STV2'] }),
  ],
});
