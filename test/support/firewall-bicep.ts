/** The instance behind a firewall of firewall-documents.ts in Bicep. */

import { metrics, services } from './firewall-documents.ts';

const list = (texts: readonly string[]) => `[${texts.map((text) => `'${text}'`).join(', ')}]`;

export const bicep = `
resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: 'contoso'
  location: 'westeurope'
  sku: { name: 'Premium', capacity: 1 }
  properties: {
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'contoso'
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/16'] }
    subnets: [
      {
        name: 'apim'
        properties: {
          addressPrefix: '10.0.1.0/27'
          networkSecurityGroup: { id: nsg.id }
          routeTable: { id: table.id }
        }
      }
    ]
  }
}
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'apim'
  properties: { securityRules: [] }
}
resource table 'Microsoft.Network/routeTables@2024-05-01' = {
  name: 'apim'
  properties: {
    routes: [
      {
        name: 'default'
        properties: {
          addressPrefix: '0.0.0.0/0'
          nextHopType: 'VirtualAppliance'
          nextHopIpAddress: firewall.properties.ipConfigurations[0].properties.privateIPAddress
        }
      }
    ]
  }
}
resource apimAddresses 'Microsoft.Network/ipGroups@2024-05-01' = {
  name: 'apim'
  properties: { ipAddresses: ['10.0.1.0/27'] }
}
resource firewall 'Microsoft.Network/azureFirewalls@2024-05-01' = {
  name: 'hub'
  properties: {
    ipConfigurations: [{ name: 'hub', properties: {} }]
    firewallPolicy: { id: policy.id }
  }
}
resource base 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'base'
  properties: {}
  resource group 'ruleCollectionGroups' = {
    name: 'Base'
    properties: {
      priority: 500
      ruleCollections: [
        {
          ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
          name: 'Base'
          priority: 100
          action: { type: 'Deny' }
          rules: [
            {
              ruleType: 'NetworkRule'
              name: 'NoSql'
              ipProtocols: ['TCP']
              sourceIpGroups: [apimAddresses.id]
              destinationAddresses: ['Sql']
              destinationPorts: ['1433']
            }
          ]
        }
      ]
    }
  }
}
resource policy 'Microsoft.Network/firewallPolicies@2024-05-01' = {
  name: 'hub'
  properties: { basePolicy: { id: base.id } }
}
resource group 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2024-05-01' = {
  parent: policy
  name: 'Azure'
  properties: {
    priority: 100
    ruleCollections: [
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'Names'
        priority: 200
        action: { type: 'Allow' }
        rules: [
          {
            ruleType: 'ApplicationRule'
            name: 'Metrics'
            protocols: [{ protocolType: 'Https', port: 443 }]
            sourceAddresses: ['10.0.1.0/27']
            targetFqdns: ${list(metrics)}
          }
        ]
      }
      {
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        name: 'Azure'
        priority: 300
        action: { type: 'Allow' }
        rules: [
          {
            ruleType: 'NetworkRule'
            name: 'Services'
            ipProtocols: ['TCP']
            sourceIpGroups: [apimAddresses.id]
            destinationAddresses: ${list(services)}
            destinationPorts: ['443']
          }
        ]
      }
    ]
  }
}
`;
