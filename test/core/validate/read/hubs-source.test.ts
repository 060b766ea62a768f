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
const perhaps = 'count = var.x ? 1 : 0';
const hclIntent = (destination: string, count = '') => `
resource "azurerm_virtual_hub_routing_intent" "west" {
  ${count}
  name           = "intent"
  virtual_hub_id = azurerm_virtual_hub.west.id
  routing_policy {
    name         = "internet"
    destinations = ["${destination}"]
    next_hop     = azurerm_firewall.guard.id
  }
}
`;
const hclRoute = (count = '') => `
resource "azurerm_virtual_hub_route_table_route" "all" {
  ${count}
  name              = "all"
  route_table_id    = azurerm_virtual_hub.west.default_route_table_id
  destinations_type = "CIDR"
  destinations      = ["0.0.0.0/0"]
  next_hop_type     = "ResourceId"
  next_hop          = azurerm_firewall.guard.id
}
`;
const hclTable = `
resource "azurerm_virtual_hub_route_table" "default" {
  count          = var.x ? 1 : 0
  name           = "defaultRouteTable"
  virtual_hub_id = azurerm_virtual_hub.west.id
  route {
    name              = "all"
    destinations_type = "CIDR"
    destinations      = ["0.0.0.0/0"]
    next_hop          = azurerm_firewall.guard.id
  }
}
`;
const unknown = /^ROUTE UNKNOWN the hub/;
const secured = 'internet_security_enabled = true';

describe('hubs in Terraform', () => {
  it.each([
    ['routing intent', secured, hclIntent('Internet'), /^DENIED/],
    ['a static route in the default table', secured, hclRoute(), /^DENIED/],
    ['routing intent that may be there', secured, hclIntent('Internet', perhaps), unknown],
    ['a static route that may be there', secured, hclRoute(perhaps), unknown],
    ['a route table that may be there', secured, hclTable, unknown],
    [
      'routing intent that may be there, and a static route',
      secured,
      hclIntent('Internet', perhaps) + hclRoute(),
      unknown,
    ],
    [
      'the default of a connection, which takes no default route',
      '',
      hclIntent('Internet'),
      undefined,
    ],
    ['a policy for private traffic', secured, hclIntent('PrivateTraffic'), unknown],
    ['a variable decides', 'internet_security_enabled = var.x', hclIntent('Internet'), unknown],
  ])('%s', (_, security, more, expected) => {
    const text = `${hcl(security, more)}\nvariable "x" {}\n`;
    const [step] = stepsOf(reportOf({ source: { files: [{ path: 'main.tf', text }] } }), sql);
    if (expected) expect(step).toMatch(expected);
    else expect(step).toBeUndefined();
  });
  it('a connection of a network that a variable names may be that of the instance', () => {
    const text = `${hcl(secured, hclIntent('Internet'))}\nvariable "x" {}\n`;
    const [step] = stepsOf(
      reportOf({
        source: {
          files: [
            {
              path: 'main.tf',
              text: text.replace('= azurerm_virtual_network.this.id', '= var.x'),
            },
          ],
        },
      }),
      sql,
    );
    expect(step).toMatch(unknown);
  });
});

describe('the firewall of a hub under routes of that hub', () => {
  const allow = `
resource "azurerm_firewall_network_rule_collection" "data" {
  name                = "Data"
  azure_firewall_name = azurerm_firewall.guard.name
  resource_group_name = "net"
  priority            = 100
  action              = "Allow"
  rule {
    name                  = "sql"
    protocols             = ["TCP"]
    source_addresses      = ["*"]
    destination_addresses = ["Sql"]
    destination_ports     = ["1433"]
  }
}
`;
  const north = `
resource "azurerm_virtual_hub" "north" {
  name = "north"
}
`;
  const ofHub = (text: string, hub: string) =>
    text.replaceAll('virtual_hub_id = azurerm_virtual_hub.west.id', `virtual_hub_id = ${hub}`);
  const inHub = (text: string, hub: string) =>
    text.replace(
      /(virtual_hub \{\s+virtual_hub_id = )azurerm_virtual_hub\.west\.id/,
      (_, start: string) => `${start}${hub}`,
    );
  const forced = hclIntent('PrivateTraffic');
  const perhapsOn = /^ROUTE UNKNOWN .*may lead on$/;

  it.each([
    ['straight to the Internet', hclRoute(), '', 'azurerm_virtual_hub.west.id', undefined],
    [
      'under intent for private traffic',
      hclRoute(),
      forced,
      'azurerm_virtual_hub.west.id',
      perhapsOn,
    ],
    ['of an open hub', hclRoute(), forced, 'var.x', perhapsOn],
    ['of an open hub, without intent', hclRoute(), '', 'var.x', undefined],
    [
      'beside intent of another hub',
      hclRoute(),
      ofHub(forced, 'azurerm_virtual_hub.north.id'),
      'azurerm_virtual_hub.west.id',
      undefined,
    ],
  ])('%s', (_, route, more, hub, expected) => {
    const text = `${inHub(hcl(secured, route + allow + north), hub)}${more}\nvariable "x" {}\n`;
    const steps = stepsOf(reportOf({ source: { files: [{ path: 'main.tf', text }] } }), sql);
    expect(steps[0]).toMatch(/^ALLOWED/);
    if (expected) expect(steps[1]).toMatch(expected);
    else expect(steps).toHaveLength(1);
  });

  it('intent of an open hub may come before a static route', () => {
    const open = ofHub(hclIntent('Internet'), 'var.x');
    const text = `${hcl(secured, hclRoute() + allow)}${open}\nvariable "x" {}\n`;
    const [step] = stepsOf(reportOf({ source: { files: [{ path: 'main.tf', text }] } }), sql);
    expect(step).toMatch(unknown);
  });
});
