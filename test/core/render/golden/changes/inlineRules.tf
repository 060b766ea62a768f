# Within the azurerm_network_security_group nsg: each block instead of the one of its name, or added.

security_rule {
  name                       = "Allow-Inbound-ManagementEndpoint"
  description                = "Management endpoint"
  priority                   = 200
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Icmp"
  source_address_prefix      = "ApiManagement"
  source_port_range          = "*"
  destination_address_prefix = "VirtualNetwork"
  destination_port_range     = "3443"
}

security_rule {
  name                       = "Allow-Outbound-EventHub-WestEurope"
  description                = "Event Hubs"
  priority                   = 200
  direction                  = "Outbound"
  access                     = "Allow"
  protocol                   = "Tcp"
  source_address_prefixes    = ["10.0.0.0/24", "10.0.2.0/24"]
  source_port_range          = "*"
  destination_address_prefix = "EventHub.WestEurope"
  destination_port_ranges    = ["5671", "5672", "443"]
}
