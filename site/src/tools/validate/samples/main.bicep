param location string = 'westeurope'

var outbound = [
  { name: 'storage', tag: 'Storage', port: '443' }
  { name: 'sql', tag: 'Sql', port: '1443' }
  { name: 'key-vault', tag: 'AzureKeyVault', port: '443' }
  { name: 'monitor', tag: 'AzureMonitor', port: '443' }
  { name: 'diagnostics', tag: 'AzureMonitor', port: '1886' }
  { name: 'certificates', tag: 'Internet', port: '80' }
]

resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-apim'
  location: location
}

resource allow 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = [for (rule, i) in outbound: {
  parent: nsg
  name: 'allow-${rule.name}'
  properties: {
    priority: 200 + i
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: rule.tag
    destinationPortRange: rule.port
  }
}]

resource management 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: 'allow-management'
  properties: {
    priority: 100
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'ApiManagement'
    sourcePortRange: '*'
    destinationAddressPrefix: 'VirtualNetwork'
    destinationPortRange: '3443'
  }
}

resource denyInternet 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: nsg
  name: 'deny-internet'
  properties: {
    priority: 4000
    direction: 'Outbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: '*'
    sourcePortRange: '*'
    destinationAddressPrefix: 'Internet'
    destinationPortRange: '*'
  }
}

resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet-apim'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'apim'
        properties: {
          addressPrefix: '10.0.1.0/27'
          networkSecurityGroup: { id: nsg.id }
        }
      }
    ]
  }
}

resource apim 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'contoso-apim'
  location: location
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    publisherEmail: 'apis@example.com'
    publisherName: 'Contoso'
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
