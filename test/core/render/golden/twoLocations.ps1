# Adds the rules to network security groups that exist. Set the names first.
$ErrorActionPreference = 'Stop'

$resourceGroupName = 'my-resource-group'
$networkSecurityGroupNameWesteurope = 'nsg-apim-westeurope'
$networkSecurityGroupNameNortheurope = 'nsg-apim-northeurope'

# westeurope
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupNameWesteurope |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Outbound-EventHub-WestEurope' `
    -Priority 200 -Direction Outbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix '10.0.0.0/24', '10.0.2.0/24' -SourcePortRange '*' `
    -DestinationAddressPrefix 'EventHub.WestEurope' -DestinationPortRange '5671', '5672', '443' `
    -Description 'Event Hubs' |
  Set-AzNetworkSecurityGroup

# northeurope
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupNameNortheurope |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 220 -Direction Inbound -Access Allow -Protocol 'Udp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup
