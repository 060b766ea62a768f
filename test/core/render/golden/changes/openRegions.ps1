# Adds the rules to network security groups that exist. Set the names first.
$ErrorActionPreference = 'Stop'

$resourceGroupNameWesteurope = 'my-resource-group'
$resourceGroupNameUnknown = 'rg-b'
$resourceGroupNameUnknown2 = 'my-resource-group'
$networkSecurityGroupNameWesteurope = 'nsg-apim-westeurope'
$networkSecurityGroupNameUnknown = 'nsg-apim-unknown'
$networkSecurityGroupNameUnknown2 = 'nsg-apim-unknown2'
# The region of the virtual network.
$locationUnknown = (Get-AzResourceGroup -Name $resourceGroupNameUnknown).Location

# westeurope
New-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupNameWesteurope -Name $networkSecurityGroupNameWesteurope -Location 'westeurope' |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup

# region of the virtual network
New-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupNameUnknown -Name $networkSecurityGroupNameUnknown -Location $locationUnknown |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup

# region of the virtual network
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupNameUnknown2 -Name $networkSecurityGroupNameUnknown2 |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup
