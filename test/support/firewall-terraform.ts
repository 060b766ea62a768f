/** The instance behind a firewall of firewall-documents.ts in Terraform. */

import { metrics, services } from './firewall-documents.ts';

const quotedList = (texts: readonly string[]) => JSON.stringify(texts);

export const hclNetwork = `
resource "azurerm_api_management" "this" {
  name                 = "contoso"
  location             = "westeurope"
  resource_group_name  = "net"
  sku_name             = "Premium_1"
  virtual_network_type = "Internal"
  virtual_network_configuration {
    subnet_id = azurerm_subnet.apim.id
  }
}
resource "azurerm_virtual_network" "this" {
  name                = "contoso"
  resource_group_name = "net"
  address_space       = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "apim" {
  name                 = "apim"
  resource_group_name  = "net"
  virtual_network_name = azurerm_virtual_network.this.name
  address_prefixes     = ["10.0.1.0/27"]
}
resource "azurerm_network_security_group" "apim" {
  name                = "apim"
  resource_group_name = "net"
}
resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.apim.id
}
resource "azurerm_route_table" "apim" {
  name                = "apim"
  resource_group_name = "net"
  route {
    name                   = "default"
    address_prefix         = "0.0.0.0/0"
    next_hop_type          = "VirtualAppliance"
    next_hop_in_ip_address = azurerm_firewall.hub.ip_configuration[0].private_ip_address
  }
}
resource "azurerm_subnet_route_table_association" "apim" {
  subnet_id      = azurerm_subnet.apim.id
  route_table_id = azurerm_route_table.apim.id
}
resource "azurerm_ip_group" "apim" {
  name                = "apim"
  resource_group_name = "net"
  cidrs               = ["10.0.1.0/27"]
}
`;

const hclFirewall = (policy: string) => `
resource "azurerm_firewall" "hub" {
  name                = "hub"
  resource_group_name = "net"
  ip_configuration {
    name = "hub"
  }${policy}
}
`;

export const hcl = `${hclNetwork}${hclFirewall('\n  firewall_policy_id = azurerm_firewall_policy.hub.id')}
resource "azurerm_firewall_policy" "base" {
  name                = "base"
  resource_group_name = "net"
}
resource "azurerm_firewall_policy" "hub" {
  name                = "hub"
  resource_group_name = "net"
  base_policy_id      = azurerm_firewall_policy.base.id
}
resource "azurerm_firewall_policy_rule_collection_group" "base" {
  name               = "Base"
  firewall_policy_id = azurerm_firewall_policy.base.id
  priority           = 500
  network_rule_collection {
    name     = "Base"
    priority = 100
    action   = "Deny"
    rule {
      name                  = "NoSql"
      protocols             = ["TCP"]
      source_ip_groups      = [azurerm_ip_group.apim.id]
      destination_addresses = ["Sql"]
      destination_ports     = ["1433"]
    }
  }
}
resource "azurerm_firewall_policy_rule_collection_group" "azure" {
  name               = "Azure"
  firewall_policy_id = azurerm_firewall_policy.hub.id
  priority           = 100
  application_rule_collection {
    name     = "Names"
    priority = 200
    action   = "Allow"
    rule {
      name = "Metrics"
      protocols {
        type = "Https"
        port = 443
      }
      source_addresses  = ["10.0.1.0/27"]
      destination_fqdns = ${quotedList(metrics)}
    }
  }
  network_rule_collection {
    name     = "Azure"
    priority = 300
    action   = "Allow"
    rule {
      name                  = "Services"
      protocols             = ["TCP"]
      source_ip_groups      = [azurerm_ip_group.apim.id]
      destination_addresses = ${quotedList(services)}
      destination_ports     = ["443"]
    }
  }
}
`;

const hclCollection = (name: string, priority: number, action: string, rule: string) => `
resource "azurerm_firewall_network_rule_collection" "${name.toLowerCase()}" {
  name                = "${name}"
  azure_firewall_name = azurerm_firewall.hub.name
  resource_group_name = "net"
  priority            = ${priority}
  action              = "${action}"
  rule {
    ${rule}
    protocols        = ["TCP"]
    source_ip_groups = [azurerm_ip_group.apim.id]
  }
}
`;

export const hclClassic = `${hclNetwork}${hclFirewall('')}
${hclCollection('Azure', 300, 'Allow', `name = "Services"\n    destination_addresses = ${quotedList(services)}\n    destination_ports = ["443"]`)}
${hclCollection('Base', 200, 'Deny', `name = "NoSql"\n    destination_addresses = ["Sql"]\n    destination_ports = ["1433"]`)}
resource "azurerm_firewall_application_rule_collection" "names" {
  name                = "Names"
  azure_firewall_name = azurerm_firewall.hub.name
  resource_group_name = "net"
  priority            = 100
  action              = "Allow"
  rule {
    name             = "Metrics"
    source_addresses = ["10.0.1.0/27"]
    target_fqdns     = ${quotedList(metrics)}
    protocol {
      type = "Https"
      port = "443"
    }
  }
}
`;
