variable "resource_group_name" {
  description = "Resource group of the network security groups"
  type        = string
}

variable "network_security_group_name_westeuropeid" {
  description = "Network security group in west'europe\n$(id)"
  type        = string
}

variable "network_security_group_name_westeuropeid2" {
  description = "Network security group in west'europe\n$(id)"
  type        = string
}

variable "network_security_group_name_location" {
  description = "Network security group in ---"
  type        = string
}

resource "azurerm_network_security_rule" "it_s_quoted_twice_westeuropeid" {
  name                        = "it's \"quoted\" `twice`"
  description                 = "it's \"quoted\" `twice`"
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_touch_tmp_x_home_if_true_name_westeuropeid" {
  name                        = "$(touch /tmp/x) $${HOME} %%{if true} $name"
  description                 = "$(touch /tmp/x) $${HOME} %%{if true} $name"
  priority                    = 201
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "a_b_c_d_westeuropeid" {
  name                        = "a|b\nc\td"
  description                 = "a|b c d"
  priority                    = 202
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_resource_group_id_westeuropeid" {
  name                        = "[resourceGroup().id]"
  description                 = "[resourceGroup().id]"
  priority                    = 203
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_x_file_n_y_westeuropeid" {
  name                        = "-x @file \\ \\n \\$${y} #"
  description                 = "-x @file \\ \\n \\$${y} #"
  priority                    = 204
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_remove_item_westeuropeid" {
  name                        = "’; Remove-Item ‘"
  description                 = "’; Remove-Item ‘"
  priority                    = 205
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "null_westeuropeid" {
  name                        = "null"
  description                 = "null"
  priority                    = 206
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_4711_westeuropeid" {
  name                        = "4711"
  description                 = "4711"
  priority                    = 207
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_amp_b_westeuropeid" {
  name                        = "\"; } */ // <!-- --> &amp; <b>"
  description                 = "\"; } */ // <!-- --> &amp; <b>"
  priority                    = 208
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "rule_westeuropeid" {
  name                        = ""
  priority                    = 209
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_address_prefix       = "ApiManagement"
  source_port_range           = "*"
  destination_address_prefix  = "VirtualNetwork"
  destination_port_range      = "3443"
  resource_group_name         = var.resource_group_name
  network_security_group_name = var.network_security_group_name_westeuropeid
}

resource "azurerm_network_security_rule" "it_s_westeuropeid2" {
  name                        = "it-s"
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
  network_security_group_name = var.network_security_group_name_westeuropeid2
}

resource "azurerm_network_security_rule" "it_s_westeuropeid2_2" {
  name                        = "it's"
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
  network_security_group_name = var.network_security_group_name_westeuropeid2
}

resource "azurerm_network_security_rule" "allow_inbound_management_endpoint_location" {
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
  network_security_group_name = var.network_security_group_name_location
}
