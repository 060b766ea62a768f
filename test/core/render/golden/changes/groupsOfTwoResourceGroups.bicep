param networkSecurityGroupNameWesteurope string = 'a'
param networkSecurityGroupNameNortheurope string = 'b'
param networkSecurityGroupNameUksouth string = 'nsg-apim-uksouth'

resource networkSecurityGroupWesteurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: networkSecurityGroupNameWesteurope
}

resource ruleAllowInboundManagementEndpointWesteurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroupWesteurope
  name: 'Allow-Inbound-ManagementEndpoint'
  properties: {
    description: 'Management endpoint'
    priority: 200
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Icmp'
    sourceAddressPrefix: 'ApiManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRange: '3443'
  }
}

resource networkSecurityGroupNortheurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: networkSecurityGroupNameNortheurope
}

resource ruleAllowInboundManagementEndpointNortheurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroupNortheurope
  name: 'Allow-Inbound-ManagementEndpoint'
  properties: {
    description: 'Management endpoint'
    priority: 200
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'ApiManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRange: '3443'
  }
}

resource networkSecurityGroupUksouth 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: networkSecurityGroupNameUksouth
}

resource ruleAllowInboundManagementEndpointUksouth 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroupUksouth
  name: 'Allow-Inbound-ManagementEndpoint'
  properties: {
    description: 'Management endpoint'
    priority: 200
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'ApiManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRange: '3443'
  }
}
