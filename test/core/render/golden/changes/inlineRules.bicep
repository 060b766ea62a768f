param networkSecurityGroupName string = 'nsg'

resource networkSecurityGroup 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: networkSecurityGroupName
}

resource ruleAllowInboundManagementEndpoint 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroup
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

resource ruleAllowOutboundEventHubWestEurope 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: networkSecurityGroup
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
    ruleAllowInboundManagementEndpoint
  ]
}
