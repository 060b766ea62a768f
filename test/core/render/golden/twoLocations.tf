variable "resource_group_name" {
  description = "Resource group of the network security groups"
  type        = string
}

variable "network_security_group_name_westeurope" {
  description = "Network security group in westeurope"
  type        = string
}

variable "network_security_group_name_northeurope" {
  description = "Network security group in northeurope"
  type        = string
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_westeurope" {
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
  network_security_group_name = var.network_security_group_name_westeurope
}

resource "azurerm_network_security_rule" "allow_outbound_event_hub_west_europe_westeurope" {
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
  network_security_group_name = var.network_security_group_name_westeurope
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_northeurope" {
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
  network_security_group_name = var.network_security_group_name_northeurope
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_northeurope_2" {
  name                        = "Allow-Inbound-ManagementEndpoint"
  description                 = "Management endpoint"
  priority                    = 220
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Udp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_northeurope
}
