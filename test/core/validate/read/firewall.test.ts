/** One firewall in every shape of document: each must give the same steps of the flows. */

import { describe, expect, it } from 'vitest';
import type { Input } from '../../../../core/validate/validate-input.ts';
import { validateInput } from '../../../../core/validate/validate-input.ts';
import { bicep } from '../../../support/firewall-bicep.ts';
import { classic, exported, flattened, template } from '../../../support/firewall-documents.ts';
import { plan } from '../../../support/firewall-plan.ts';
import { hcl, hclClassic } from '../../../support/firewall-terraform.ts';
import { stepsOf } from '../../../support/firewalls.ts';

const options = { serviceTagFiles: [], whatIf: 'NONE' } as const;

const expected = {
  'outbound-443-Storage': ['ALLOWED Azure/Services'],
  'outbound-1433-Sql': ['DENIED Base/NoSql'],
  'outbound-443-AzureKeyVault': ['ALLOWED Azure/Services'],
  'outbound-443-AzureMonitor': ['ALLOWED Names/Metrics'],
  'outbound-80-Internet': ['DENIED the default of Azure Firewall'],
};

const steps = (input: Input) => {
  const report = validateInput(input, options);
  return Object.fromEntries(Object.keys(expected).map((key) => [key, stepsOf(report, key)]));
};

describe('a firewall', () => {
  it.each<[string, Input]>([
    ['a template', { document: template }],
    ['exported resources', { document: exported }],
    ['what az prints', { document: flattened }],
    ['rules of its own', { document: classic }],
    ['a Terraform plan', { document: plan }],
    ['Bicep', { source: { files: [{ path: 'main.bicep', text: bicep }] } }],
    ['Terraform', { source: { files: [{ path: 'main.tf', text: hcl }] } }],
    [
      'Terraform with collections of their own',
      { source: { files: [{ path: 'main.tf', text: hclClassic }] } },
    ],
  ])('is read from %s', (_, input) => {
    expect(steps(input)).toEqual(expected);
  });

  it.each<[string, Input, string, string]>([
    ['Bicep', { source: { files: [{ path: 'main.bicep', text: bicep }] } }, bicep, "name: 'NoSql'"],
    ['Terraform', { source: { files: [{ path: 'main.tf', text: hcl }] } }, hcl, '"NoSql"'],
  ])('of %s says the line of the rule that denies', (_, input, text, marker) => {
    const finding = validateInput(input, options).findings.find(
      ({ checkId, message }) => checkId === 'firewall-flow-denied' && message.includes('NoSql'),
    );
    const line = text.slice(0, text.indexOf(marker)).split('\n').length;
    expect(Math.abs((finding?.sourceLocation?.line ?? 0) - line)).toBeLessThan(3);
  });
});

describe('what is missing of a firewall', () => {
  it.each([
    ['a policy', { type: 'policies' }, /depends on "the policy hub/],
    ['a parent policy', { type: 'parent' }, /depends on "the policy base/],
    ['a group of rules', { type: 'group' }, /depends on "the rule collection group Azure/],
  ] as const)('%s leaves its flows open', (_, { type }, reason) => {
    const isLeftOut: Record<typeof type, (resource: { type: string; name: string }) => boolean> = {
      policies: ({ type: own }) => own.includes('firewallPolicies'),
      parent: ({ name }) => name === 'base' || name.startsWith('base/'),
      group: ({ name }) => name === 'hub/Azure',
    };
    const document = exported.filter((one) => !isLeftOut[type](one as never));
    const [step] = steps({ document })['outbound-443-Storage'] ?? [];
    expect(step).toMatch(/^UNKNOWN/);
    expect(step).toMatch(reason);
  });
});

type Fields = Record<string, unknown>;
type Edit = (resource: Fields & { properties: Fields }) => void;

/** The template with one resource changed, and parameters without values. */
function edited(name: string, edit: Edit): Input {
  const document = JSON.parse(JSON.stringify(template));
  const types = { x: 'array', o: 'object', s: 'string', i: 'int' };
  document.parameters = Object.fromEntries(
    Object.entries(types).map(([key, type]) => [key, { type }]),
  );
  edit(document.resources.find((one: Fields) => one.name === name));
  return { document };
}

const base = (edit: Edit) => edited('base/Base', edit);
const firstOf = (value: unknown) => (value as Fields[])[0] as Fields;
const collectionOf = ({ properties }: { properties: Fields }) =>
  firstOf(properties.ruleCollections);
const terraform = (text: string): Input => ({ source: { files: [{ path: 'main.tf', text }] } });

describe('what a firewall leaves open', () => {
  it.each<[string, Input]>([
    [
      'all collections of a group',
      base(({ properties }) => {
        properties.ruleCollections = "[parameters('x')]";
      }),
    ],
    [
      'one collection',
      base(({ properties }) => {
        properties.ruleCollections = ["[parameters('o')]"];
      }),
    ],
    [
      'all of a group',
      base((group) => {
        (group as Fields).properties = "[parameters('o')]";
      }),
    ],
    [
      'collections in a loop',
      base(({ properties }) => {
        const { ruleCollections: input } = properties;
        delete properties.ruleCollections;
        properties.copy = [
          { name: 'ruleCollections', count: "[parameters('i')]", input: firstOf(input) },
        ];
      }),
    ],
    [
      'the rules of a collection',
      base((group) => {
        collectionOf(group).rules = "[parameters('x')]";
      }),
    ],
    [
      'the type of a rule',
      base((group) => {
        firstOf(collectionOf(group).rules).ruleType = "[parameters('s')]";
      }),
    ],
    [
      'no type of a rule',
      base((group) => {
        delete firstOf(collectionOf(group).rules).ruleType;
      }),
    ],
    [
      'the priority',
      base((group) => {
        collectionOf(group).priority = null;
        (group as Fields).properties = {
          ...group.properties,
          ruleCollections: [
            collectionOf(group),
            { ...collectionOf(group), priority: 50, action: { type: 'Allow' } },
          ],
        };
      }),
    ],
    [
      'which of two collections with one priority comes first',
      base(({ properties }) => {
        const one = firstOf(properties.ruleCollections);
        properties.ruleCollections = [one, { ...one, action: { type: 'Allow' } }];
      }),
    ],
    [
      'a classic collection',
      {
        document: {
          ...template,
          parameters: { o: { type: 'object' } },
          resources: classic.map((one) => {
            const { id: _, ...resource } = JSON.parse(JSON.stringify(one));
            if (resource.properties.networkRuleCollections) {
              resource.properties.networkRuleCollections[1] = "[parameters('o')]";
            }
            return { ...resource, apiVersion: '2024-05-01' };
          }),
        },
      },
    ],
    [
      'the firewall of a classic collection',
      terraform(
        `${hclClassic.replace(
          /("base" \{[^}]*?azure_firewall_name = )azurerm_firewall.hub.name/,
          '$1var.fw',
        )}\nvariable "fw" {}\n`,
      ),
    ],
  ])('%s', (_, input) => {
    expect(steps(input)['outbound-1433-Sql']?.[0]).toMatch(/^UNKNOWN it depends on/);
  });

  it('an address of an IP group', () => {
    const text = hcl.replace('cidrs               = ["10.0.1.0/27"]', 'cidrs               = []');
    const own = `${text}
variable "on" {}
resource "azurerm_ip_group_cidr" "apim" {
  count       = var.on ? 1 : 0
  ip_group_id = azurerm_ip_group.apim.id
  cidr        = "10.0.1.0/27"
}`;
    expect(steps(terraform(own))['outbound-443-Storage']?.[0]).toMatch(/^UNKNOWN/);
  });

  const balancer = ['azurerm_lb.nva.private_ip_address', 'azurerm_lb.nva'];
  it.each<[string, (routes: { next_hop_in_ip_address: { references: string[] } }[]) => void]>([
    [
      'a condition decides which',
      (routes) => {
        routes[0]?.next_hop_in_ip_address.references.unshift('var.nva', ...balancer);
      },
    ],
    [
      'another route has another',
      (routes) => {
        routes.unshift({ next_hop_in_ip_address: { references: balancer } });
      },
    ],
    [
      'another attribute of the firewall',
      (routes) => {
        routes[0]?.next_hop_in_ip_address.references.splice(0, 1, 'azurerm_firewall.hub.name');
      },
    ],
  ])('the next hop in a plan: %s', (_, edit) => {
    const document = JSON.parse(JSON.stringify(plan));
    const table = document.configuration.root_module.resources.find(
      ({ address }: Fields) => address === 'azurerm_route_table.apim',
    );
    edit(table.expressions.route);
    expect(steps({ document })['outbound-443-Storage']?.[0]).toMatch(/^ROUTE UNKNOWN/);
  });

  it('the next hop in Terraform: a condition decides', () => {
    const text = hcl.replace(
      '= azurerm_firewall.hub.ip_configuration[0].private_ip_address',
      '= var.nva ? azurerm_lb.nva.private_ip_address : azurerm_firewall.hub.ip_configuration[0].private_ip_address',
    );
    const own = `${text}\nvariable "nva" {}\nresource "azurerm_lb" "nva" {\n  name = "nva"\n}\n`;
    expect(steps(terraform(own))['outbound-443-Storage']?.[0]).toMatch(/^ROUTE UNKNOWN/);
  });
});

describe('the routes of the firewall itself', () => {
  const on = "ROUTE UNKNOWN the routes of the firewall's own subnet may lead on";
  const passes = 'ALLOWED Azure/Services';
  const networkId =
    '/subscriptions/s/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/contoso';

  it.each<[string, string, string | undefined, readonly string[]]>([
    ['lead to an appliance', 'VirtualAppliance', '0.0.0.0/0', [passes, on]],
    ['lead to the Internet', 'Internet', '0.0.0.0/0', [passes]],
    ['lead to a private network', 'VirtualNetworkGateway', '192.168.0.0/16', [passes]],
    ['are not in the document', 'Internet', undefined, [passes, on]],
  ])('%s', (_, nextHopType, addressPrefix, expected) => {
    const document = JSON.parse(JSON.stringify(exported));
    const find = (end: string) => document.find(({ type }: Fields) => String(type).endsWith(end));
    const subnet = `${networkId}/subnets/AzureFirewallSubnet`;
    const table = { ...find('/routeTables'), name: 'fw' };
    table.id = table.id.replace(/apim$/, 'fw');
    table.properties = { routes: [{ name: 'on', properties: { addressPrefix, nextHopType } }] };
    find('/virtualNetworks').properties.subnets.push({
      name: 'AzureFirewallSubnet',
      properties: { addressPrefix: '10.0.2.0/26', routeTable: { id: table.id } },
    });
    find('/azureFirewalls').properties.ipConfigurations[0].properties.subnet = { id: subnet };
    const all = addressPrefix === undefined ? document : [...document, table];
    expect(steps({ document: all })['outbound-443-Storage']).toEqual(expected);
  });

  it.each<[string, Input]>([
    [
      'a template',
      edited('hub', ({ properties }) => {
        properties.managementIpConfiguration = { name: 'management' };
      }),
    ],
    [
      'Terraform',
      terraform(
        hcl.replace(
          /(resource "azurerm_firewall" "hub" \{)/,
          '$1\n  management_ip_configuration {\n    name = "management"\n  }',
        ),
      ),
    ],
  ])('are expected with a configuration for management: %s', (_, input) => {
    expect(steps(input)['outbound-443-Storage']).toEqual([passes, on]);
  });
});
