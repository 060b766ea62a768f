# Adds the rules to network security groups that exist. Set the names first.
$ErrorActionPreference = 'Stop'

$resourceGroupNameWesteurope = 'rg-a'
$resourceGroupNameNortheurope = 'rg-b'
$resourceGroupNameUksouth = 'my-resource-group'
$networkSecurityGroupNameWesteurope = 'a'
$networkSecurityGroupNameNortheurope = 'b'
$networkSecurityGroupNameUksouth = 'nsg-apim-uksouth'

# westeurope
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupNameWesteurope -Name $networkSecurityGroupNameWesteurope |
  Set-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Icmp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup

# northeurope
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupNameNortheurope -Name $networkSecurityGroupNameNortheurope |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup

# uksouth
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupNameUksouth -Name $networkSecurityGroupNameUksouth |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup
