/** One port rule as text for a network security group, in each format. */

import { describe, expect, it } from 'vitest';
import { portRules } from '../../data/ports/index.ts';
import { client } from '../support/client.ts';

const { ask, fail } = client();

const textOf = async (id: string, format: string, region = 'West Europe'): Promise<string> => {
  const { portRule } = await ask(
    `{ portRule(id: "${id}") { render(format: ${format}, region: "${region}") } }`,
  );
  return portRule.render;
};

describe('a port rule as text', () => {
  it.each([
    ['BICEP', "destinationAddressPrefix: 'Sql'", "networkSecurityGroups@2024-05-01' existing"],
    ['TERRAFORM', 'destination_address_prefix  = "Sql"', 'azurerm_network_security_rule'],
    ['ARM_JSON', '"destinationPortRange": "1433"', 'networkSecurityGroups/securityRules'],
    ['AZURE_CLI', '--destination-port-ranges 1433', 'az network nsg rule create'],
    ['POWERSHELL', "-DestinationPortRange '1433'", 'Add-AzNetworkSecurityRuleConfig'],
    ['CSV', 'westeurope,Allow-Outbound-AzureSql', 'azure-sql'],
    ['MARKDOWN', '## westeurope', 'Allow-Outbound-AzureSql'],
  ])('adds the rule to an existing group: %s', async (format, ...texts) => {
    const text = await textOf('azure-sql', format);
    expect(texts.filter((wanted) => !text.includes(wanted))).toEqual([]);
  });

  it('is one security rule for each direction, of every rule that there is', async () => {
    const counts = await Promise.all(
      portRules.map(async ({ id, statements }) => {
        const lines = (await textOf(id, 'CSV')).trim().split(/\r?\n/).slice(1);
        return lines.length === statements.at(-1)?.directions.length ? undefined : id;
      }),
    );
    expect(counts.filter((id) => id !== undefined)).toEqual([]);
  });

  it('leaves bracketed ports out', async () => {
    expect(await textOf('client-traffic', 'CSV')).toMatch(/VirtualNetwork,443,/);
  });

  it('names the region that was not found', async () => {
    const { extensions } = await fail(
      '{ portRule(id: "storage") { render(format: CSV, region: "West Eurpoe") } }',
    );
    expect(extensions).toMatchObject({ code: 'BAD_USER_INPUT', given: 'West Eurpoe' });
  });
});
