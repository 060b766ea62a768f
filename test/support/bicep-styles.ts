/** One deployment as people write it in Bicep: the same network, rules and service in many styles. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Bicep interpolates so, too

import type { SourceFile } from '../../core/validate/read/source/files.ts';
import {
  bicep,
  group,
  literalRules,
  loop,
  main,
  network,
  propertiesOf,
  ruleType,
  service,
  taken,
  whole,
} from './bicep-parts.ts';
import type { Sample } from './terraform-sample.ts';

export const styles: Readonly<Record<string, (sample: Sample) => SourceFile[]>> = {
  'all fields as they are': (sample) => [whole(sample, literalRules(sample))],

  'parameters with defaults': (sample) => [
    main(
      `@description('rules')\nparam rules array = ${bicep(sample.rules)}`,
      `@allowed(['Internal', 'External'])\nparam type string = ${bicep(sample.type)}`,
      `param prefix string = ${bicep(sample.subnetPrefix)}`,
      group(loop('rules')),
      network(sample, { prefix: 'prefix' }),
      service('type'),
    ),
  ],

  'a values file in Bicep': (sample) => [
    main(
      'param rules ruleType[]\nparam type string\ntype ruleType = {\n  name: string\n  *: any\n}',
      group(loop('rules')),
      network(sample),
      service('type'),
    ),
    {
      path: 'prod.bicepparam',
      text: `using './main.bicep'\nvar kind = ${bicep(sample.type)}\nparam type = kind\nparam rules = ${bicep(sample.rules)}\n`,
    },
  ],

  'a values file in JSON': (sample) => [
    main(
      'param rules array\nparam type string',
      group(loop('rules')),
      network(sample),
      service('type'),
    ),
    {
      path: 'main.parameters.json',
      text: JSON.stringify({
        parameters: { rules: { value: sample.rules }, type: { value: sample.type } },
      }),
    },
  ],

  'loops with index and condition': (sample) => [
    main(
      `var rules = ${bicep(
        sample.rules.flatMap((rule) => [
          { ...rule, isOn: true },
          { ...rule, isOn: false, access: 'Allow', source: '*' },
        ]),
      )}`,
      group('[]'),
      `resource each '${ruleType}' = [for (rule, i) in rules: if (rule.isOn && i >= 0) {\n parent: nsg\n name: rules[i].name\n properties: ${taken('rule')}\n}]`,
      network(sample),
      service(bicep(sample.type)),
    ),
  ],

  modules: (sample) => [
    main(
      `var rules = ${bicep(sample.rules)}`,
      "module network 'modules/network.bicep' = {\n name: 'network'\n params: { rules: rules }\n}",
      `module gateway './modules/gateway.bicep' = {\n params: {\n subnetId: network.outputs.subnetId\n type: ${bicep(sample.type)}\n }\n}`,
    ),
    {
      path: 'modules/network.bicep',
      text: `param rules array\nmodule groups 'groups/nsg.bicep' = {\n name: 'nsg'\n params: { rules: rules }\n}\n${network(sample, { groupId: 'groups.outputs.ids.nsg' })}\noutput subnetId string = vnet.properties.subnets[0].id`,
    },
    {
      path: 'modules/groups/nsg.bicep',
      text: `param rules array\n${group(loop('rules'))}\noutput ids object = { nsg: nsg.id }`,
    },
    {
      path: 'modules/gateway.bicep',
      text: `param subnetId string\nparam type string = 'None'\n${service('type', 'subnetId')}`,
    },
  ],

  'nested children': (sample) => [
    main(
      group(
        '[]',
        sample.rules
          .map(
            (rule, i) =>
              `resource rule${i} 'securityRules' = {\n name: ${bicep(rule.name)}\n properties: ${bicep(propertiesOf(rule))}\n}`,
          )
          .join('\n'),
      ),
      network(sample).replace(
        /\n\}\n$/,
        "\n  resource subnet 'subnets' existing = { name: 'apim' }\n}\n",
      ),
      service(bicep(sample.type), 'vnet::subnet.id'),
    ),
  ],

  'children with parent': (sample) => [
    main(
      group('[]'),
      network(sample),
      `resource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {\n parent: vnet\n name: 'apim'\n}`,
      ...sample.rules.map(
        (rule, i) =>
          `resource rule${i} '${ruleType}' = {\n parent: nsg\n name: ${bicep(rule.name)}\n properties: ${bicep(propertiesOf(rule))}\n}`,
      ),
      service(bicep(sample.type), 'subnet.id'),
    ),
  ],

  'names joined by slashes': (sample) => [
    main(
      group('[]'),
      network(sample),
      ...sample.rules.map(
        (rule, i) =>
          `resource rule${i} '${ruleType}' = {\n name: '\${nsg.name}/${rule.name}'\n properties: ${bicep(propertiesOf(rule))}\n}`,
      ),
      service(
        bicep(sample.type),
        "resourceId('Microsoft.Network/virtualNetworks/subnets', vnet.name, 'apim')",
      ),
    ),
  ],

  'resources that exist': (sample) => [
    main(
      "module network 'network.bicep' = {\n  name: 'network'\n}",
      "resource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  name: 'vnet'\n  resource subnet 'subnets' existing = {\n    name: 'apim'\n  }\n}",
      service(bicep(sample.type), 'vnet::subnet.id'),
    ),
    { path: 'network.bicep', text: group(literalRules(sample)) + network(sample) },
  ],

  'choices, defaults and spreads': (sample) => [
    main(
      "param environment string = 'prod'\nparam extra object?\nvar isProd = environment == 'prod'",
      `var base = { sourcePortRange: '*', access: 'Allow' }`,
      group(
        `isProd ? [\n${sample.rules
          .map((rule) => {
            const { sourcePortRange, access, ...rest } = propertiesOf(rule);
            const more =
              access === 'Allow' ? '' : "\n access: !isProd ? null : 1 > 2 ? 'Allow' : 'Deny'";
            return `{\n name: ${bicep(rule.name)}\n properties: {\n ...base\n ...${bicep(rest)}${more}\n }\n}`;
          })
          .join('\n')}\n...(extra.?rules ?? [])\n] : []`,
      ),
      network(sample, { hop: `extra.?hop ?? ${bicep(sample.route?.hop)}` }),
      service(`isProd ? ${bicep(sample.type)} : 'None'`),
    ),
  ],

  'functions, types and imports': (sample) => [
    main(
      "import { ruleOf, ruleType as kind } from 'shared/rules.bicep'\nimport * as all from 'shared/rules.bicep'",
      'func withName(name string, properties object) object => {\n  name: name\n  properties: properties\n}',
      'param first kind?',
      group(
        `concat([\n${sample.rules
          .map(
            (rule) =>
              `withName(${bicep(rule.name)}, all.ruleOf(${rule.priority}, [${bicep(rule.direction)}, ${bicep(rule.access)}, all.protocols.${rule.protocol === '*' ? 'any' : rule.protocol}], ${bicep(rule.source)}, ${bicep(rule.destination)}, ${bicep(rule.ports)}))`,
          )
          .join('\n')}\n], first == null ? [] : [ruleOf(1, [], '', '', [])])`,
      ),
      network(sample),
      service(bicep(sample.type)),
    ),
    {
      path: 'shared/rules.bicep',
      text: `@export()
type ruleType = { name: string }
var star = '*'
@export()
var protocols = { any: star, Tcp: 'Tcp', Udp: 'Udp' }
@export()
func ruleOf(priority int, kinds array, source string, destination string, ports array) object => union({
  priority: priority
  direction: kinds[0]
  access: kinds[1]
  protocol: kinds[2]
  sourcePortRange: '*'
  sourceAddressPrefix: source
  destinationAddressPrefix: destination
}, length(ports) == 1 ? { destinationPortRange: ports[0] } : { destinationPortRanges: ports })
`,
    },
  ],

  lambdas: (sample) => [
    main(
      `var table = {\n${sample.rules.map(({ name, ...rule }) => `'${name}': ${bicep(rule)}`).join('\n')}\n}`,
      'var rules = map(items(table), entry => union({ name: entry.key }, entry.value))',
      'var sorted = sort(rules, (a, b) => a.priority < b.priority)',
      "var both = reduce(['Inbound', 'Outbound'], [], (done, way) => concat(done, filter(sorted, rule => rule.direction == way)))",
      group(`map(both, rule => { name: rule.name, properties: ${taken('rule')} })`),
      network(sample),
      service(bicep(sample.type)),
    ),
  ],

  'rules in a JSON file': (sample) => [
    whole(sample, loop('rules'), "var rules = loadJsonContent('rules.json', '$.all')"),
    { path: 'rules.json', text: JSON.stringify({ all: sample.rules }) },
  ],

  'a subscription with a resource group': (sample) => [
    main(
      "targetScope = 'subscription'",
      "resource rg 'Microsoft.Resources/resourceGroups@2024-03-01' = {\n  name: 'rg-net'\n  location: 'westeurope'\n}",
      "module network 'network.bicep' = {\n  name: 'network'\n  scope: rg\n}",
      `module gateway 'gateway.bicep' = {\n  name: 'gateway'\n  scope: resourceGroup('rg-apim')\n  params: { networkGroup: rg.name, vnetName: network.outputs.name }\n}`,
    ),
    {
      path: 'network.bicep',
      text: `${group(literalRules(sample)) + network(sample)}output name string = vnet.name`,
    },
    {
      path: 'gateway.bicep',
      text: `param networkGroup string\nparam vnetName string\nresource vnet 'Microsoft.Network/virtualNetworks@2024-05-01' existing = {\n  scope: resourceGroup(networkGroup)\n  name: vnetName\n}\nresource subnet 'Microsoft.Network/virtualNetworks/subnets@2024-05-01' existing = {\n  parent: vnet\n  name: 'apim'\n}${service(bicep(sample.type), 'subnet.id')}`,
    },
  ],

  'a module for each rule': (sample) => [
    main(
      `var rules = ${bicep(sample.rules)}`,
      group('[]'),
      "module each 'rule.bicep' = [for (rule, i) in rules: {\n  name: 'rule-${i}'\n  params: {\n    groupName: nsg.name\n    rule: rule\n  }\n}]",
      network(sample),
      service(bicep(sample.type)),
    ),
    {
      path: 'rule.bicep',
      text: `param groupName string\nparam rule object\nresource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {\n name: groupName\n}\nresource one '${ruleType}' = {\n parent: nsg\n name: rule.name\n properties: ${taken('rule')}\n}`,
    },
  ],
};
