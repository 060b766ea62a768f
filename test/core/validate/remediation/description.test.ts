/** The owner’s description of a rule that the remedy changes. */

import { describe, expect, it } from 'vitest';
import type { NetworkSecurityGroup } from '../../../../core/deployment.ts';
import { render, ruleFormats } from '../../../../core/render/index.ts';
import { snakeCase } from '../../../../core/render/names.ts';
import type { LocationOptions } from '../../../../core/validate/location/location.ts';
import { validate } from '../../../../core/validate/validate.ts';
import { deploymentOf } from '../../../support/groups.ts';

const none: LocationOptions = { serviceTagFiles: [], whatIf: 'NONE' };

/** One rule that the remedy puts right, in the shapes that rules are given in. */
const slipped = {
  name: 'AllowSql',
  description: 'Ticket 4711: the shop needs it',
  priority: 100,
  direction: 'Outbound',
  access: 'Allow',
  protocol: 'Tcp',
  sourceAddressPrefix: 'VirtualNetwork',
  sourcePortRange: '*',
  destinationAddressPrefix: 'Sql',
  destinationPortRange: '1443',
};

const { name: slippedName, ...slippedProperties } = slipped;

const slippedGroups: readonly [string, NetworkSecurityGroup][] = [
  [
    'field by field',
    {
      securityRules: [
        {
          name: slippedName,
          description: slipped.description,
          priority: 100,
          direction: 'OUTBOUND',
          access: 'ALLOW',
          protocol: 'Tcp',
          sourceAddressPrefixes: ['VirtualNetwork'],
          sourcePortRanges: ['*'],
          destinationAddressPrefixes: ['Sql'],
          destinationPortRanges: ['1443'],
        },
      ],
    },
  ],
  ['az network nsg show', { document: { securityRules: [slipped] } }],
  [
    'a template',
    {
      document: {
        resources: [
          {
            type: 'Microsoft.Network/networkSecurityGroups',
            name: 'nsg',
            properties: { securityRules: [{ name: slippedName, properties: slippedProperties }] },
          },
        ],
      },
    },
  ],
  [
    'a plan',
    {
      document: {
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'azurerm_network_security_group.nsg',
                mode: 'managed',
                type: 'azurerm_network_security_group',
                name: 'nsg',
                values: {
                  name: 'nsg',
                  security_rule: [
                    Object.fromEntries(
                      Object.entries(slipped).map(([key, value]) => [snakeCase(key), value]),
                    ),
                  ],
                },
              },
            ],
          },
        },
      },
    },
  ],
];

describe("the owner's description of a rule that is put right", () => {
  const denied = (group: NetworkSecurityGroup) =>
    validate(
      deploymentOf(
        { virtualNetworkType: 'INTERNAL', platform: 'STV2', regions: ['westeurope'] },
        group,
        { subnet: '10.0.4.0/24' },
      ),
      { ...none, whatIf: 'DENY_ALL_OUTBOUND' },
    ).remediation();

  it.each(
    slippedGroups.flatMap(([shape, group]) =>
      ruleFormats.map((format) => [shape, format, group] as const),
    ),
  )('stays as it was: %s, in %s', (_, format, group) => {
    const [changed] = denied(group).flatMap(({ rules }) =>
      rules.filter(({ isUpdate }) => isUpdate),
    );
    expect(changed).toMatchObject({ name: slippedName, description: slipped.description });
    expect(render(format, denied(group))).toContain(slipped.description);
  });

  it.each(['', '   ', "[parameters('why')]"])('is the reason where it is %j', (description) => {
    const groups = denied({ document: { securityRules: [{ ...slipped, description }] } });
    const [changed] = groups.flatMap(({ rules }) => rules.filter(({ isUpdate }) => isUpdate));
    expect(changed?.description).toMatch(/^Azure SQL \(was: port 1443 instead of 1433\)/);
  });
});
