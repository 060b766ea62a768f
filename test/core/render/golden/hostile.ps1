# Adds the rules to network security groups that exist. Set the names first.
$ErrorActionPreference = 'Stop'

$resourceGroupName = 'my-resource-group'
$networkSecurityGroupNameWesteuropeid = 'nsg-apim-westeuropeid'
$networkSecurityGroupNameWesteuropeid2 = 'nsg-apim-westeuropeid2'
$networkSecurityGroupNameLocation = 'nsg-apim-location'

# west'europe $(id)
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupNameWesteuropeid |
  Add-AzNetworkSecurityRuleConfig -Name 'it''s "quoted" `twice`' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'it''s "quoted" `twice`' |
  Add-AzNetworkSecurityRuleConfig -Name '$(touch /tmp/x) ${HOME} %{if true} $name' `
    -Priority 201 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description '$(touch /tmp/x) ${HOME} %{if true} $name' |
  Add-AzNetworkSecurityRuleConfig -Name 'a|b
c	d' `
    -Priority 202 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'a|b c d' |
  Add-AzNetworkSecurityRuleConfig -Name '[resourceGroup().id]' `
    -Priority 203 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description '[resourceGroup().id]' |
  Add-AzNetworkSecurityRuleConfig -Name '-x @file \ \n \${y} #' `
    -Priority 204 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description '-x @file \ \n \${y} #' |
  Add-AzNetworkSecurityRuleConfig -Name '’’; Remove-Item ‘‘' `
    -Priority 205 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description '’’; Remove-Item ‘‘' |
  Add-AzNetworkSecurityRuleConfig -Name 'null' `
    -Priority 206 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'null' |
  Add-AzNetworkSecurityRuleConfig -Name '4711' `
    -Priority 207 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description '4711' |
  Add-AzNetworkSecurityRuleConfig -Name '"; } */ // <!-- --> &amp; <b>' `
    -Priority 208 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description '"; } */ // <!-- --> &amp; <b>' |
  Add-AzNetworkSecurityRuleConfig -Name '' `
    -Priority 209 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' |
  Set-AzNetworkSecurityGroup

# west'europe $(id)
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupNameWesteuropeid2 |
  Add-AzNetworkSecurityRuleConfig -Name 'it-s' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Add-AzNetworkSecurityRuleConfig -Name 'it''s' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup

# ---
Get-AzNetworkSecurityGroup -ResourceGroupName $resourceGroupName -Name $networkSecurityGroupNameLocation |
  Add-AzNetworkSecurityRuleConfig -Name 'Allow-Inbound-ManagementEndpoint' `
    -Priority 200 -Direction Inbound -Access Allow -Protocol 'Tcp' `
    -SourceAddressPrefix 'ApiManagement' -SourcePortRange '*' `
    -DestinationAddressPrefix 'VirtualNetwork' -DestinationPortRange '3443' `
    -Description 'Management endpoint' |
  Set-AzNetworkSecurityGroup
