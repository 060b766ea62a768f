/** `apim-atlas check --why`: what it prints of a packet and of a rule, and what it refuses. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

const network = bicepNetwork([denySql]);
const lineOfSql = network
  .slice(0, network.indexOf("{\n        name: 'denySql'"))
  .split('\n').length;
const packet = 'tcp 10.0.1.4 -> 13.69.104.0:1433';
const plan = JSON.stringify(
  {
    resources: [
      {
        type: 'Microsoft.Network/networkSecurityGroups',
        name: 'nsg',
        location: 'westeurope',
        properties: {
          securityRules: [
            {
              name: 'denySql',
              properties: {
                priority: 200,
                direction: 'Outbound',
                access: 'Deny',
                protocol: 'Tcp',
                sourceAddressPrefix: '*',
                sourcePortRange: '*',
                destinationAddressPrefix: 'Sql',
                destinationPortRange: '1433',
              },
            },
          ],
        },
      },
      {
        type: 'Microsoft.Network/virtualNetworks/subnets',
        name: 'vnet/apim',
        properties: {
          addressPrefix: '10.0.1.0/27',
          networkSecurityGroup: {
            id: "[resourceId('Microsoft.Network/networkSecurityGroups', 'nsg')]",
          },
        },
      },
      {
        type: 'Microsoft.ApiManagement/service',
        name: 'apim',
        location: 'westeurope',
        sku: { name: 'Premium', capacity: 1 },
        properties: {
          virtualNetworkType: 'Internal',
          virtualNetworkConfiguration: {
            subnetResourceId:
              "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'vnet', 'apim')]",
          },
        },
      },
    ],
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  },
  undefined,
  2,
);

describe('--why', () => {
  it('prints the rules that are tried on a packet, with their lines, and exits with 0', async () => {
    const folder = folderWith({ 'infra/main.bicep': network });
    expect(await command(folder, ['check', '--why', packet])).toEqual({
      code: 0,
      err: '',
      out: [
        'infra/main.bicep, westeurope',
        'outbound TCP 10.0.1.4 -> 13.69.104.0:1433: denied by denySql',
        `  200  denySql  deny  decides  infra/main.bicep:${lineOfSql}`,
        '',
      ].join('\n'),
    });
  });

  it('explains a rule of a template, with its line', async () => {
    const folder = folderWith({ 'nsg.json': plan });
    const { code, out } = await command(folder, [
      'check',
      'nsg.json',
      '--why',
      'rule:DENYSQL',
      '-v',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/200 {2}denySql {2}deny {2}decides {2}nsg\.json:\d+/);
    expect(out).toContain('it denies outbound TCP 1433 to Sql');
  });

  it('writes JSON into a file', async () => {
    const folder = folderWith({ 'main.bicep': network });
    const args = ['check', '--why', packet, '--format', 'json', '--output', 'why.json'];
    expect(await command(folder, args)).toMatchObject({ code: 0, out: '' });
    const { format, deployments } = JSON.parse(readFileSync(join(folder, 'why.json'), 'utf8'));
    expect([format, deployments[0].ladders[0].outcome]).toEqual(['why-v1', 'DENIED']);
  });

  it('explains in the deployments that have the packet, and says what cannot be judged', async () => {
    const other = network.replaceAll('10.0.', '10.9.');
    const folder = folderWith({
      'a/main.bicep': network,
      'b/main.bicep': other,
      'c/main.tf': 'module "a" {\n  source = "Azure/avm-res-apimanagement-service/azurerm"\n}',
    });
    const { code, out, err } = await command(folder, ['check', '--why', packet]);
    expect(code).toBe(0);
    expect(out).toContain('a/main.bicep, westeurope');
    expect(out).not.toContain('b/main.bicep');
    expect(err).toContain('c cannot be judged');
  });

  it.each([
    [['--why', 'denySql'], 'neither a packet nor a rule'],
    [['--why', 'rule:denySqk'], 'nearest: denySql'],
    [['--why', 'tcp 10.9.1.4 -> 1.2.3.4:80'], 'given "TCP 10.9.1.4 -> 1.2.3.4:80"'],
    [['--why', packet, '--format', 'sarif'], '--why prints text or json, not sarif'],
    [['--why', packet, '--fix'], 'it does not go with --fix'],
    [
      ['--why', packet, '--baseline', 'b.json', '--update-baseline'],
      'does not go with --update-baseline',
    ],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await command(folderWith({ 'main.bicep': network }), ['check', ...args]);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('says that the region is not known', async () => {
    const open = network.replace(/param location string = '\w+'/, 'param location string');
    const { out } = await command(folderWith({ 'main.bicep': open }), ['check', '--why', packet]);
    expect(out).toMatch(/^main\.bicep, region not known\n/);
  });

  it('says that nothing was judged', async () => {
    const { code, err } = await command(folderWith({}), ['check', '--why', packet]);
    expect([code, err]).toEqual([2, expect.stringContaining('nothing was judged')]);
  });
});
