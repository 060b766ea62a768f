variable "resource_group_name" {
  description = "Resource group of the route table"
  type        = string
}

variable "firewall_address" {
  description = "Private address of the firewall that takes all other traffic; empty for no default route"
  type        = string
  default     = ""
}

variable "client_address_prefixes" {
  description = "Address ranges of internet clients, whose replies go around the firewall"
  type        = set(string)
  default     = []
}

resource "azurerm_route_table" "apim" {
  name                = "rt-apim"
  location            = "westeurope"
  resource_group_name = var.resource_group_name
}

resource "azurerm_route" "apim_control_plane" {
  name                = "apim-control-plane"
  resource_group_name = var.resource_group_name
  route_table_name    = azurerm_route_table.apim.name
  address_prefix      = "ApiManagement"
  next_hop_type       = "Internet"
}

resource "azurerm_route" "client" {
  for_each = var.client_address_prefixes

  name                = format("client-%s", replace(each.value, "/[./]/", "-"))
  resource_group_name = var.resource_group_name
  route_table_name    = azurerm_route_table.apim.name
  address_prefix      = each.value
  next_hop_type       = "Internet"
}

resource "azurerm_route" "default" {
  count = var.firewall_address == "" ? 0 : 1

  name                   = "default"
  resource_group_name    = var.resource_group_name
  route_table_name       = azurerm_route_table.apim.name
  address_prefix         = "0.0.0.0/0"
  next_hop_type          = "VirtualAppliance"
  next_hop_in_ip_address = var.firewall_address
}

output "route_table_id" {
  value = azurerm_route_table.apim.id
}

output "service_endpoints" {
  value = ["Microsoft.Storage", "Microsoft.EventHub", "Microsoft.KeyVault"]
}
