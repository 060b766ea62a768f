variable "resource_group_name" {
  description = "Resource group of the network security groups"
  type        = string
}

variable "network_security_group_name" {
  description = "Network security group in westeurope"
  type        = string
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint" {
  name                        = "Allow-Inbound-ManagementEndpoint"
  description                 = "Management endpoint"
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name
}

resource "azurerm_network_security_rule" "allow_outbound_event_hub_west_europe" {
  name                        = "Allow-Outbound-EventHub-WestEurope"
  description                 = "Event Hubs"
  priority                    = 200
  direction                   = "Outbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefixes     = ["10.0.0.0/24", "10.0.2.0/24"]
  source_port_range           = "*"
  destination_address_prefix  = "EventHub.WestEurope"
  destination_port_ranges     = ["5671", "5672", "443"]
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name
}

resource "azurerm_network_security_rule" "deny_outbound_all" {
  name                        = "Deny-Outbound-All"
  priority                    = 4096
  direction                   = "Outbound"
  access                      = "Deny"
  protocol                    = "*"
  source_address_prefix       = "*"
  source_port_range           = "*"
  destination_address_prefix  = "*"
  destination_port_range      = "*"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name
}
