/** Hubs of Virtual WAN in Terraform: the default route that they give. */

import { describe, expect, it } from 'vitest';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { hclNetwork } from '../../../support/firewall-terraform.ts';
import { stepsOf } from '../../../support/firewalls.ts';

const sql = 'outbound-1433-Sql';
const reportOf = (input: Parameters<typeof validateInput>[0]) =>
  validateInput(input, { serviceTagFiles: [], whatIf: 'NONE', service: 'contoso' });

const withoutTable = hclNetwork
  .replace(/resource "azurerm_route_table"[\s\S]*?\n}\n/, '')
  .replace(/resource "azurerm_subnet_route_table_association"[\s\S]*?\n}\n/, '');
const hcl = (security: string, more: string) => `${withoutTable}
resource "azurerm_virtual_hub" "west" {
  name = "west"
}
resource "azurerm_virtual_hub_connection" "spoke" {
  name                      = "spoke"
  virtual_hub_id            = azurerm_virtual_hub.west.id
  remote_virtual_network_id = azurerm_virtual_network.this.id
  ${security}
}
resource "azurerm_firewall" "guard" {
  name                = "guard"
  resource_group_name = "net"
  virtual_hub {
    virtual_hub_id = azurerm_virtual_hub.west.id
  }
}
${more}
`;
const hclIntent = (destination: string) => `
resource "azurerm_virtual_hub_routing_intent" "west" {
  name           = "intent"
  virtual_hub_id = azurerm_virtual_hub.west.id
  routing_policy {
    name         = "internet"
    destinations = ["${destination}"]
    next_hop     = azurerm_firewall.guard.id
  }
}
`;
const hclTable = `
resource "azurerm_virtual_hub_route_table_route" "all" {
  name              = "all"
  route_table_id    = azurerm_virtual_hub.west.default_route_table_id
  destinations_type = "CIDR"
  destinations      = ["0.0.0.0/0"]
  next_hop_type     = "ResourceId"
  next_hop          = azurerm_firewall.guard.id
}
`;
const secured = 'internet_security_enabled = true';

describe('hubs in Terraform', () => {
  it.each([
    ['routing intent', secured, hclIntent('Internet'), /^DENIED/],
    ['a static route in the default table', secured, hclTable, /^DENIED/],
    [
      'the default of a connection, which takes no default route',
      '',
      hclIntent('Internet'),
      undefined,
    ],
    [
      'a policy for private traffic',
      secured,
      hclIntent('PrivateTraffic'),
      /^ROUTE UNKNOWN the hub/,
    ],
    [
      'a variable decides',
      'internet_security_enabled = var.x',
      hclIntent('Internet'),
      /^ROUTE UNKNOWN the hub/,
    ],
  ])('%s', (_, security, more, expected) => {
    const text = `${hcl(security, more)}\nvariable "x" {}\n`;
    const [step] = stepsOf(reportOf({ source: { files: [{ path: 'main.tf', text }] } }), sql);
    if (expected) expect(step).toMatch(expected);
    else expect(step).toBeUndefined();
  });
});
