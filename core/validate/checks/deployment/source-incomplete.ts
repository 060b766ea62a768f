import { cite } from '../../../../data/cite.ts';
import type { Check } from '../kit/check.ts';

const maxFindings = 20;

const network = `resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg'
  location: 'westeurope'
}
resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: 'vnet'
  location: 'westeurope'
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
  name: 'apim'
  location: 'westeurope'
  sku: { name: 'Developer', capacity: 1 }
  properties: {
    publisherName: 'Contoso'
    publisherEmail: 'apis@contoso.example'
    virtualNetworkType: 'Internal'
    virtualNetworkConfiguration: { subnetResourceId: vnet.properties.subnets[0].id }
  }
}
`;

const rules = `module rules 'rules.bicep' = {
  name: 'rules'
  params: { groupName: nsg.name }
}
`;

const ruleFile = `param groupName string
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: groupName
}
`;

export const sourceIncomplete: Check = {
  id: 'source-incomplete',
  title: 'Part of the source is not read',
  severity: 'WARNING',
  summary:
    'A part of the Bicep or Terraform source could not be read, and may contain more of the network.',
  rationale:
    'A rule, route or subnet in that part may allow or deny what the verdict is about, so the verdict on the rest is not final.',
  avoid: 'a module from a registry without its files, or a file with a syntax error',
  prefer:
    'all files of the deployment, with the modules that bicep restore or terraform init fetched',
  examples: {
    good: {
      about: 'all modules are among the files',
      source: {
        files: [
          { path: 'main.bicep', text: network + rules },
          { path: 'rules.bicep', text: ruleFile },
        ],
      },
    },
    unsure: {
      about: 'a module is not among the files',
      source: { files: [{ path: 'main.bicep', text: network + rules }] },
    },
  },
  // A rule that is not read may be the first that meets a packet.
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: ({ documentContext }) => {
    const gaps = documentContext?.gaps ?? [];
    const more = gaps.length - maxFindings;
    return gaps.slice(0, maxFindings).map(({ message, ...sourceLocation }, index) => ({
      message:
        more > 0 && index === maxFindings - 1
          ? `${message}; and ${more} other ${more === 1 ? 'part' : 'parts'}`
          : message,
      path: '/source',
      sourceLocation,
      outcome: 'NEEDS_REVIEW' as const,
    }));
  },
};
