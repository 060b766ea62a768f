param networkSecurityGroupNameWesteuropeid string = 'nsg-apim-westeuropeid'
param locationWesteuropeid string = 'west\'europe\n$(id)'
param networkSecurityGroupNameWesteuropeid2 string = 'nsg-apim-westeuropeid2'
param locationWesteuropeid2 string = 'west\'europe\n$(id)'
param networkSecurityGroupNameLocation string = 'nsg-apim-location'
param locationLocation string = '---'

resource networkSecurityGroupWesteuropeid 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupNameWesteuropeid
  location: locationWesteuropeid
  properties: {
    securityRules: [
      {
        name: 'it\'s "quoted" `twice`'
        properties: {
          description: 'it\'s "quoted" `twice`'
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
      {
        name: '$(touch /tmp/x) \${HOME} %{if true} $name'
        properties: {
          description: '$(touch /tmp/x) \${HOME} %{if true} $name'
          priority: 201
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: 'a|b\nc\td'
        properties: {
          description: 'a|b c d'
          priority: 202
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: '[resourceGroup().id]'
        properties: {
          description: '[resourceGroup().id]'
          priority: 203
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: '-x @file \\ \\n \\\${y} #'
        properties: {
          description: '-x @file \\ \\n \\\${y} #'
          priority: 204
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: '’; Remove-Item ‘'
        properties: {
          description: '’; Remove-Item ‘'
          priority: 205
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: 'null'
        properties: {
          description: 'null'
          priority: 206
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: '4711'
        properties: {
          description: '4711'
          priority: 207
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: '"; } */ // <!-- --> &amp; <b>'
        properties: {
          description: '"; } */ // <!-- --> &amp; <b>'
          priority: 208
          direction: 'Inbound'
          access: 'Allow'
          protocol: 'Tcp'
          sourceAddressPrefix: 'ApiManagement'
          sourcePortRange: '*'
          destinationAddressPrefix: 'VirtualNetwork'
          destinationPortRange: '3443'
        }
      }
      {
        name: ''
        properties: {
          priority: 209
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

resource networkSecurityGroupWesteuropeid2 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupNameWesteuropeid2
  location: locationWesteuropeid2
  properties: {
    securityRules: [
      {
        name: 'it-s'
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
      {
        name: 'it\'s'
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

resource networkSecurityGroupLocation 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: networkSecurityGroupNameLocation
  location: locationLocation
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
