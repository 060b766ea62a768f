param networkSecurityGroupNameWesteurope string = 'nsg-apim-westeurope'
param networkSecurityGroupNameNortheurope string = 'nsg-apim-northeurope'
param locationNortheurope string = 'northeurope'

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
    protocol: 'Tcp'
    sourceAddressPrefix: 'ApiManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRange: '3443'
  }
}

resource ruleAllowOutboundEventHubWestEuropeWesteurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroupWesteurope
  name: 'Allow-Outbound-EventHub-WestEurope'
  properties: {
    description: 'Event Hubs'
    priority: 200
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefixes: [
      '10.0.0.0/24'
      '10.0.2.0/24'
    ]
    sourcePortRange: '*'
    destinationAddressPrefix: 'EventHub.WestEurope'
    destinationPortRanges: [
      '5671'
      '5672'
      '443'
    ]
  }
  dependsOn: [
    ruleAllowInboundManagementEndpointWesteurope
  ]
}

resource networkSecurityGroupNortheurope 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupNameNortheurope
  location: locationNortheurope
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
