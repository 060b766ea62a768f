variable "location" {
  default = "westeurope"
}

variable "sku" {
  default = "Developer_1"
}

locals {
  outbound = {
    storage   = { priority = 200, tag = "Storage", port = "443" }
    sql       = { priority = 210, tag = "Sql", port = "1433" }
    key-vault = { priority = 220, tag = "AzureKeyVault", port = "443" }
    monitor   = { priority = 230, tag = "AzureMonitor", port = "443" }
  }
}

resource "azurerm_network_security_group" "apim" {
  name                = "nsg-apim"
  location            = var.location
  resource_group_name = "rg-apim"

  security_rule {
    name                       = "deny-internet"
    priority                   = 190
    direction                  = "Outbound"
    access                     = "Deny"
    protocol                   = "*"
    source_address_prefix      = "*"
    source_port_range          = "*"
    destination_address_prefix = "Internet"
    destination_port_range     = "*"
  }

  security_rule {
    name                       = "allow-management"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_address_prefix      = "ApiManagement"
    source_port_range          = "*"
    destination_address_prefix = "VirtualNetwork"
    destination_port_range     = "3443"
  }

  dynamic "security_rule" {
    for_each = local.outbound
    content {
      name                       = "allow-${security_rule.key}"
      priority                   = security_rule.value.priority
      direction                  = "Outbound"
      access                     = "Allow"
      protocol                   = "Tcp"
      source_address_prefix      = "VirtualNetwork"
      source_port_range          = "*"
      destination_address_prefix = security_rule.value.tag
      destination_port_range     = security_rule.value.port
    }
  }
}

resource "azurerm_virtual_network" "apim" {
  name                = "vnet-apim"
  location            = var.location
  resource_group_name = "rg-apim"
  address_space       = ["10.0.0.0/16"]
}

resource "azurerm_subnet" "apim" {
  name                 = "apim"
  resource_group_name  = "rg-apim"
  virtual_network_name = azurerm_virtual_network.apim.name
  address_prefixes     = ["10.0.1.0/27"]
}

resource "azurerm_subnet_network_security_group_association" "apim" {
  subnet_id                 = azurerm_subnet.apim.id
  network_security_group_id = azurerm_network_security_group.apim.id
}

resource "azurerm_api_management" "apim" {
  name                 = "contoso-apim"
  location             = var.location
  resource_group_name  = "rg-apim"
  publisher_name       = "Contoso"
  publisher_email      = "apis@example.com"
  sku_name             = var.sku
  virtual_network_type = "Internal"

  virtual_network_configuration {
    subnet_id = azurerm_subnet.apim.id
  }
}
