variable "resource_group_name" {
  description = "Resource group of the network security groups"
  type        = string
}

variable "network_security_group_name_uksouth" {
  description = "Network security group in uksouth"
  type        = string
}

resource "azurerm_network_security_rule" "management" {
  name                        = "Allow-Inbound-ManagementEndpoint"
  description                 = "Management endpoint"
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Icmp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = "rg-a"
  network_security_group_name = "a"
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
  resource_group_name         = "rg-b"
  network_security_group_name = "b"
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_uksouth" {
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
  network_security_group_name = var.network_security_group_name_uksouth
}
