param routeTableName string = 'rt-apim'
param location string = 'westeurope'
@description('Private address of the firewall that takes all other traffic; empty for no default route.')
param firewallAddress string = ''
@description('Address ranges of internet clients, whose replies go around the firewall.')
param clientAddressPrefixes string[] = []

var controlPlaneRoutes = [
  {
    name: 'apim-control-plane'
    properties: {
      addressPrefix: 'ApiManagement'
      nextHopType: 'Internet'
    }
  }
]
var clientRoutes = [for prefix in clientAddressPrefixes: {
  name: format('client-{0}', replace(replace(prefix, '.', '-'), '/', '-'))
  properties: {
    addressPrefix: prefix
    nextHopType: 'Internet'
  }
}]
var defaultRoutes = empty(firewallAddress) ? [] : [
  {
    name: 'default'
    properties: {
      addressPrefix: '0.0.0.0/0'
      nextHopType: 'VirtualAppliance'
      nextHopIpAddress: firewallAddress
    }
  }
]

resource routeTable 'Microsoft.Network/routeTables@2024-05-01' = {
  name: routeTableName
  location: location
  properties: {
    routes: concat(controlPlaneRoutes, clientRoutes, defaultRoutes)
  }
}

output routeTableId string = routeTable.id
output serviceEndpoints array = [
  { service: 'Microsoft.Storage' }
  { service: 'Microsoft.EventHub' }
  { service: 'Microsoft.KeyVault' }
]
