# Adds the rules to network security groups that exist. Set the names first.
$ErrorActionPreference = 'Stop'

$resourceGroupName = 'rg'
$networkSecurityGroupName = 'nsg'

# westeurope
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupName |
  Set-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Icmp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Outbound-EventHub-WestEurope' `
    -Priority 200 -Direction Outbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix '10.0.0.0/24', '10.0.2.0/24' -SourcePortRange '*' `
    -DestinationAddressPrefix 'EventHub.WestEurope' -DestinationPortRange '5671', '5672', '443' `
    -Description 'Event Hubs' |
  Set-AzNetworkSecurityGroup
