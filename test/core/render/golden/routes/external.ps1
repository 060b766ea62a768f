# Creates a route table; attaching it to the subnet is left to you. Set the values first.
$ErrorActionPreference = 'Stop'

$resourceGroupName = 'my-resource-group'
$routeTableName = 'rt-apim'
# Private address of the firewall that takes all other traffic; empty for no default route.
$firewallAddress = ''
# Address ranges of internet clients, whose replies go around the firewall.
$clientAddressPrefixes = @()

$routes = @(
  New-AzRouteConfig -Name 'apim-control-plane' -AddressPrefix 'ApiManagement' -NextHopType Internet
)
foreach ($prefix in $clientAddressPrefixes) {
  $routes += New-AzRouteConfig -Name ('client-' + ($prefix -replace '[./]', '-')) -AddressPrefix $prefix -NextHopType Internet
}
if ($firewallAddress) {
  $routes += New-AzRouteConfig -Name 'default' -AddressPrefix '0.0.0.0/0' -NextHopType VirtualAppliance -NextHopIpAddress $firewallAddress
}

New-AzRouteTable -ResourceGroupName $resourceGroupName -Name $routeTableName -Location 'westeurope' -Route $routes
