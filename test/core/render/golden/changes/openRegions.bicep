param networkSecurityGroupNameWesteurope string = 'nsg-apim-westeurope'
param locationWesteurope string = 'westeurope'
param networkSecurityGroupNameUnknown string = 'nsg-apim-unknown'
@description('The region of the virtual network.')
param locationUnknown string = resourceGroup().location
param networkSecurityGroupNameUnknown2 string = 'nsg-apim-unknown2'

resource networkSecurityGroupWesteurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupNameWesteurope
  location: locationWesteurope
  properties: {
    securityRules: [
      {
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
    ]
  }
}

resource networkSecurityGroupUnknown 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupNameUnknown
  location: locationUnknown
  properties: {
    securityRules: [
      {
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
    ]
  }
}

resource networkSecurityGroupUnknown2 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: networkSecurityGroupNameUnknown2
}

resource ruleAllowInboundManagementEndpointUnknown2 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroupUnknown2
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
