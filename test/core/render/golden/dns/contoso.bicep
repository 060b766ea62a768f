@description('Private address of the instance.')
param privateAddress string = '10.0.0.5'
@description('Id of the virtual network whose resources resolve the names.')
param virtualNetworkId string

var zoneNames = [
  'contoso.azure-api.net'
  'contoso.portal.azure-api.net'
  'contoso.developer.azure-api.net'
  'contoso.management.azure-api.net'
  'contoso.configuration.azure-api.net'
  'contoso.scm.azure-api.net'
]

resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for zoneName in zoneNames: {
  name: zoneName
  location: 'global'
}]

resource addressRecords 'Microsoft.Network/privateDnsZones/A@2020-06-01' = [for (zoneName, index) in zoneNames: {
  parent: zones[index]
  name: '@'
  properties: {
    ttl: 300
    aRecords: [
      {
        ipv4Address: privateAddress
      }
    ]
  }
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (zoneName, index) in zoneNames: {
  parent: zones[index]
  name: 'apim'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: virtualNetworkId
    }
  }
}]
