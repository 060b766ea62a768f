/** Rule groups for the renderers' tests: a plain one, two locations, and one with names that want to break out. */

import type { GroupRule, RuleGroup } from '../../core/render/rendered-rule.ts';

export function rule(change: Partial<GroupRule> = {}): GroupRule {
  return {
    name: 'Allow-Inbound-ManagementEndpoint',
    priority: 200,
    direction: 'INBOUND',
    access: 'ALLOW',
    protocol: 'TCP',
    sourceAddressPrefixes: ['ApiManagement'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: ['VirtualNetwork'],
    destinationPortRanges: ['3443'],
    description: 'Management endpoint',
    portRuleId: 'management-endpoint',
    ...change,
  };
}

const eventHub = rule({
  name: 'Allow-Outbound-EventHub-WestEurope',
  direction: 'OUTBOUND',
  sourceAddressPrefixes: ['10.0.0.0/24', '10.0.2.0/24'],
  destinationAddressPrefixes: ['EventHub.WestEurope'],
  destinationPortRanges: ['5671', '5672', '443'],
  description: 'Event Hubs',
});
const denyAll = rule({
  name: 'Deny-Outbound-All',
  priority: 4096,
  direction: 'OUTBOUND',
  access: 'DENY',
  protocol: 'ANY',
  sourceAddressPrefixes: ['*'],
  destinationAddressPrefixes: ['*'],
  destinationPortRanges: ['*'],
  description: '',
});

export const oneLocation: readonly RuleGroup[] = [
  { region: 'westeurope', rules: [rule(), eventHub, denyAll] },
];
export const twoLocations: readonly RuleGroup[] = [
  { region: 'westeurope', rules: [rule(), eventHub] },
  { region: 'northeurope', rules: [rule(), rule({ protocol: 'UDP', priority: 220 })] },
];
export const existingGroup: readonly RuleGroup[] = [
  { region: 'westeurope', rules: [rule(), eventHub], isExisting: true },
  { region: 'northeurope', rules: [rule()] },
];

const changed = rule({ isUpdate: true, protocol: 'ICMP', terraformName: 'management' });

/** Groups whose names an input gave, with rules that take the place of others. */
export const changedGroups: Readonly<Record<string, readonly RuleGroup[]>> = {
  knownGroup: [
    {
      region: 'westeurope',
      rules: [changed, eventHub],
      isExisting: true,
      name: "nsg's",
      resourceGroup: 'rg-a',
    },
  ],
  groupsOfTwoResourceGroups: [
    { region: 'westeurope', rules: [changed], isExisting: true, name: 'a', resourceGroup: 'rg-a' },
    { region: 'northeurope', rules: [rule()], isExisting: true, name: 'b', resourceGroup: 'rg-b' },
    { region: 'uksouth', rules: [rule()], isExisting: true },
  ],
  openRegion: [{ region: 'unknown', isRegionOpen: true, rules: [rule()], isNew: true }],
  openRegions: [
    { region: 'westeurope', rules: [rule()], isNew: true },
    { region: 'unknown', isRegionOpen: true, rules: [rule()], isNew: true, resourceGroup: 'rg-b' },
    { region: 'unknown', isRegionOpen: true, rules: [rule()], isExisting: true },
  ],
  newGroup: [{ region: 'westeurope', rules: [rule(), eventHub], isNew: true }],
  inlineRules: [
    {
      region: 'westeurope',
      rules: [changed, eventHub],
      isExisting: true,
      hasInlineRules: true,
      name: 'nsg',
      resourceGroup: 'rg',
    },
  ],
};

export const hostileNames = [
  `it's "quoted" \`twice\``,
  `$(touch /tmp/x) \${HOME} %{if true} $name`,
  'a|b\nc\td',
  '[resourceGroup().id]',
  `-x @file \\ \\n \\\${y} #`,
  '\u2019; Remove-Item \u2018',
  'null',
  '4711',
  '"; } */ // <!-- --> &amp; <b>',
  '',
] as const;

export const hostile: readonly RuleGroup[] = [
  {
    region: "west'europe\n$(id)",
    rules: hostileNames.map((name, index) =>
      rule({ name, priority: 200 + index, description: name, portRuleId: name }),
    ),
  },
  { region: "west'europe\n$(id)", rules: [rule({ name: 'it-s' }), rule({ name: "it's" })] },
  { region: '---', rules: [rule()] },
  { region: 'without-rules', rules: [] },
];

export const controlCharacters: readonly RuleGroup[] = [
  {
    region: 'westeurope',
    rules: ['a\r\nb', 'bell \u0007', 'null \u0000', 'next line \u0085\u2028'].map((name) =>
      rule({ name, description: name }),
    ),
  },
];

export const ruleSets = {
  oneLocation,
  twoLocations,
  existingGroup,
  hostile,
  controlCharacters,
};
