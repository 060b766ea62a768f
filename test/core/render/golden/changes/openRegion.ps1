# Creates network security groups with the rules. Set the names first, and give the groups to the subnets.
$ErrorActionPreference = 'Stop'

$resourceGroupName = 'my-resource-group'
$networkSecurityGroupName = 'nsg-apim'
# The region of the virtual network.
$location = (Get-AzResourceGroup -Name $resourceGroupName).Location

# region of the virtual network
New-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupName -Location $location |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup
