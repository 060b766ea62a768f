/** A deployment with several values files: it is judged by each, since each is what somebody deploys. */

import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, bicepRule } from '../../support/networks.ts';

const main = `param access string = 'Allow'\n${bicepNetwork([
  bicepRule('sql', { destinationAddressPrefix: 'Sql', destinationPortRange: '1433' }).replace(
    /access: '\w+'/,
    'access: access',
  ),
])}`;
const using = (access: string, path = 'main.bicep') =>
  `using '${path}'\nparam access = '${access}'\n`;
const parameters = (access: string) =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#',
    parameters: { access: { value: access } },
  });

const root = `variable "access" { default = "Allow" }
resource "azurerm_api_management" "apim" {
  name                 = "apim"
  location             = "westeurope"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
  virtual_network_configuration { subnet_id = azurerm_subnet.apim.id }
}
resource "azurerm_subnet" "apim" {
  name             = "apim"
  address_prefixes = ["10.0.1.0/28"]
}
resource "azurerm_network_security_group" "apim" {
  name     = "apim"
  location = "westeurope"
  security_rule {
    name                       = "management"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "ApiManagement"
    destination_address_prefix = "VirtualNetwork"
    destination_port_range     = "3443"
  }
  security_rule {
    name                       = "sql"
    priority                   = 100
    direction                  = "Outbound"
    access                     = var.access
    protocol                   = "Tcp"
    source_port_range          = "*"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "Sql"
    destination_port_range     = "1433"
  }
}
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.apim.id
}
`;
const value = (access: string) => `access = "${access}"\n`;

async function verdictsOf(files: Readonly<Record<string, string>>, paths: readonly string[] = []) {
  const { out, code } = await command(folderWith({ '.git/HEAD': '', ...files }), [
    'check',
    ...paths,
    '--format',
    'json',
  ]);
  const { deployments, notJudged } = JSON.parse(out);
  return {
    verdicts: deployments.map((one: { path: string; verdict: string }) => [one.path, one.verdict]),
    notes: deployments.flatMap(({ notes }: { notes: readonly string[] }) => notes),
    notJudged,
    code,
  };
}

describe('Bicep', () => {
  it.each([
    ['named as one likes', 'dev.bicepparam', 'prod.bicepparam'],
    ['in another folder', 'env/dev.bicepparam', 'env/prod.bicepparam'],
  ])('is judged by each file of values, %s, and not by its defaults', async (_, dev, prod) => {
    const path = dev.startsWith('env/') ? '../main.bicep' : 'main.bicep';
    const files = { 'main.bicep': main, [dev]: using('Deny', path), [prod]: using('Allow', path) };
    for (const paths of [[], ['main.bicep']]) {
      expect(await verdictsOf(files, paths)).toEqual({
        verdicts: [
          [dev, 'FAIL'],
          [prod, 'PASS'],
        ],
        notes: [],
        notJudged: [],
        code: 1,
      });
    }
  });

  it('is judged by each in JSON', async () => {
    const files = {
      'main.bicep': main,
      'dev.parameters.json': parameters('Deny'),
      'prod.parameters.json': parameters('Allow'),
    };
    expect((await verdictsOf(files)).verdicts).toEqual([
      ['dev.parameters.json', 'FAIL'],
      ['prod.parameters.json', 'PASS'],
    ]);
  });

  it('with its own is judged by it, and by the others', async () => {
    const files = {
      'main.bicep': main,
      'main.bicepparam': using('Allow'),
      'prod.bicepparam': using('Deny'),
    };
    const { verdicts, notes } = await verdictsOf(files);
    expect(verdicts).toEqual([
      ['main.bicep', 'PASS'],
      ['prod.bicepparam', 'FAIL'],
    ]);
    expect(notes).toEqual([]);
  });

  it('with more than 50 is judged by 50; the rest is named, and the run does not pass', async () => {
    const many = Array.from({ length: 51 }, (_, index) => [
      `${String(index).padStart(2, '0')}.bicepparam`,
      using('Allow'),
    ]);
    const { verdicts, notJudged, code } = await verdictsOf({
      'main.bicep': main,
      ...Object.fromEntries(many),
    });
    expect([verdicts.length, notJudged, code]).toEqual([
      50,
      [
        {
          path: '50.bicepparam',
          reason: 'main.bicep has more than 50 values files; name this one',
          isError: true,
        },
      ],
      2,
    ]);
  });
});

describe('Terraform', () => {
  const files = {
    'infra/main.tf': root,
    'infra/env/dev.tfvars': value('Deny'),
    'infra/env/prod.tfvars': value('Allow'),
  };
  const judged = [
    ['infra/env/dev.tfvars', 'FAIL'],
    ['infra/env/prod.tfvars', 'PASS'],
  ];

  it('is judged by each file of values that is nearest to its folder', async () => {
    const inner = { 'infra/other/main.tf': 'locals {}', 'infra/other/x.tfvars': 'a = 1\n' };
    for (const paths of [[], ['infra/main.tf']]) {
      const { verdicts, notes, code } = await verdictsOf({ ...files, ...inner }, paths);
      expect([verdicts, notes, code]).toEqual([judged, [], 1]);
    }
  });

  it('is judged by what it reads unnamed, too', async () => {
    const unnamed = { 'infra/terraform.tfvars': value('Deny') };
    const { verdicts, notes } = await verdictsOf({ ...files, ...unnamed });
    expect([verdicts, notes]).toEqual([[['infra', 'FAIL'], ...judged], []]);
    const { 'infra/env/dev.tfvars': _, ...others } = files;
    expect((await verdictsOf({ ...others, ...unnamed })).verdicts).toEqual([
      ['infra', 'FAIL'],
      ['infra/env/prod.tfvars', 'PASS'],
    ]);
  });
});
