/** One network security group in effective rules, and in Terraform plans. */

import {
  asGroupRules,
  azapi,
  block,
  effective,
  group,
  groupType,
  idOf,
  type Json,
  management,
  ofInterface,
  ofSubnet,
  partners,
  pascal,
  planned,
  plannedGroup,
  plannedRules,
  planOf,
  rg,
  rules,
  subnetId,
} from './group-shapes.ts';

export const elsewhere: readonly (readonly [string, Json])[] = [
  ['effective rules', { value: [{ ...ofSubnet, effectiveSecurityRules: effective(rules) }] }],
  [
    'effective rules of a subnet and an interface',
    {
      value: [
        { ...ofInterface, effectiveSecurityRules: effective([]) },
        { ...ofSubnet, effectiveSecurityRules: effective(rules) },
      ],
    },
  ],
  ['effective rules alone', effective(rules)],
  ['one effective group', { effectiveSecurityRules: effective(rules) }],
  [
    'effective rules of PowerShell',
    [pascal({ ...ofSubnet, effectiveSecurityRules: effective(rules) })],
  ],
  [
    'effective rules under their older names',
    {
      effectiveSecurityRules: effective(rules).map(({ name, ...one }) => ({
        ...one,
        name: name
          .replace('defaultSecurityRules/', 'DefaultRule_')
          .replace('securityRules/', 'UserRule_'),
      })),
    },
  ],
  [
    'the view of Network Watcher',
    {
      networkInterfaces: [
        {
          id: 'nic',
          securityRuleAssociations: {
            networkInterfaceAssociation: { id: 'nic', securityRules: [] },
            subnetAssociation: { id: subnetId, securityRules: group.properties.securityRules },
            defaultSecurityRules: [],
          },
        },
      ],
    },
  ],
  ['a plan with blocks', planOf(plannedGroup([management, partners].map(block)))],
  ['a plan with rules', planOf(plannedGroup(undefined), ...plannedRules)],
  [
    'a plan with both, as a refresh leaves it',
    planOf(plannedGroup([management, partners].map(block)), ...plannedRules),
  ],
  [
    'a state',
    {
      format_version: '1.0',
      terraform_version: '1.11.4',
      values: { root_module: { resources: [plannedGroup([]), ...plannedRules] } },
    },
  ],
  [
    'the changes of a plan',
    {
      resource_changes: [
        ...[plannedGroup(undefined), ...plannedRules].map(({ values, ...one }) => ({
          ...one,
          change: { actions: ['create'], before: null, after: values, after_unknown: {} },
        })),
        {
          ...planned('azurerm_network_security_group', 'gone', {}),
          change: { actions: ['delete'], before: { name: 'gone' }, after: null },
        },
      ],
    },
  ],
  [
    'a data source',
    {
      planned_values: { root_module: {} },
      prior_state: {
        values: {
          root_module: {
            resources: [
              plannedGroup([management, partners].map(block), {
                mode: 'data',
                address: 'data.azurerm_network_security_group.nsg',
              }),
            ],
          },
        },
      },
    },
  ],
  ['azapi', planOf(azapi(groupType, 'nsg', rg, { properties: asGroupRules }))],
  [
    'azapi with a body of JSON',
    planOf(azapi(groupType, 'nsg', rg, JSON.stringify({ properties: asGroupRules }))),
  ],
  [
    'azapi with rules of their own',
    planOf(
      azapi(groupType, 'nsg', rg, { properties: {} }),
      ...[management, partners].map(({ name, properties }: Json) =>
        azapi(`${groupType}/securityRules`, name, idOf('networkSecurityGroups', 'nsg'), {
          properties,
        }),
      ),
    ),
  ],
];
