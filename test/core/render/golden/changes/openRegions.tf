variable "resource_group_name" {
  description = "Resource group of the network security groups"
  type        = string
}

variable "network_security_group_name_westeurope" {
  description = "Network security group in westeurope"
  type        = string
}

variable "network_security_group_name_unknown" {
  description = "Network security group"
  type        = string
}

variable "network_security_group_name_unknown2" {
  description = "Network security group"
  type        = string
}

variable "location_unknown" {
  description = "The region of the virtual network."
  type        = string
}

resource "azurerm_network_security_group" "apim_westeurope" {
  name                = var.network_security_group_name_westeurope
  location            = "westeurope"
  resource_group_name = var.resource_group_name
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
  network_security_group_name = azurerm_network_security_group.apim_westeurope.name
}

resource "azurerm_network_security_group" "apim_unknown" {
  name                = var.network_security_group_name_unknown
  location            = var.location_unknown
  resource_group_name = "rg-b"
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_unknown" {
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
  network_security_group_name = azurerm_network_security_group.apim_unknown.name
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_unknown2" {
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
  network_security_group_name = var.network_security_group_name_unknown2
}
