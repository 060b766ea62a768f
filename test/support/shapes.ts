/** One network security group in each of the shapes that Azure prints. */

import type { NetworkSecurityGroup, RuleFields } from '../../core/deployment.ts';
import { defaultRules } from './naive.ts';

/** A rule as Resource Manager has it: one value in the singular field, more of them in the plural one. */
export type RuleProperties = Record<string, unknown>;

const azureWord = (word: string) => word.charAt(0) + word.slice(1).toLowerCase();

function split(field: string, plural: string, values: readonly string[]): RuleProperties {
  return values.length === 1 ? { [field]: values[0], [plural]: [] } : { [plural]: values };
}

export function propertiesOf(rule: RuleFields): RuleProperties {
  return {
    protocol: rule.protocol,
    ...split('sourceAddressPrefix', 'sourceAddressPrefixes', rule.sourceAddressPrefixes),
    ...split('sourcePortRange', 'sourcePortRanges', rule.sourcePortRanges),
    ...split(
      'destinationAddressPrefix',
      'destinationAddressPrefixes',
      rule.destinationAddressPrefixes,
    ),
    ...split('destinationPortRange', 'destinationPortRanges', rule.destinationPortRanges),
    access: azureWord(rule.access),
    priority: rule.priority,
    direction: azureWord(rule.direction),
  };
}

const nested = (rule: RuleFields) => ({
  name: rule.name,
  id: `/subscriptions/0/networkSecurityGroups/nsg/securityRules/${rule.name}`,
  etag: 'W/"0"',
  type: 'Microsoft.Network/networkSecurityGroups/securityRules',
  properties: { provisioningState: 'Succeeded', ...propertiesOf(rule) },
});

const flat = (rule: RuleFields) => ({
  etag: 'W/"0"',
  name: rule.name,
  provisioningState: 'Succeeded',
  resourceGroup: 'network',
  type: 'Microsoft.Network/networkSecurityGroups/securityRules',
  ...propertiesOf(rule),
});

/** As the REST interface and an ARM export print a group. */
export const restDocument = (rules: readonly RuleFields[]) => ({
  name: 'nsg',
  type: 'Microsoft.Network/networkSecurityGroups',
  properties: { securityRules: rules.map(nested), defaultSecurityRules: [], subnets: [] },
});

/** As `az network nsg show` prints it, default rules included. */
export const azShowDocument = (rules: readonly RuleFields[]) => ({
  name: 'nsg',
  resourceGroup: 'network',
  provisioningState: 'Succeeded',
  securityRules: rules.map(flat),
  defaultSecurityRules: defaultRules.map(flat),
});

/** As `az network nsg rule list --include-default` prints it: default rules among the others. */
export const azRuleListDocument = (rules: readonly RuleFields[]) =>
  [...rules, ...defaultRules].map(flat);

/** As a Bicep build or Resource Graph leaves it: nothing but what is set. */
export const sparseDocument = (rules: readonly RuleFields[]) => ({
  properties: {
    securityRules: rules.map(({ name, ...rule }) => ({
      name,
      properties: Object.fromEntries(
        Object.entries(propertiesOf({ name, ...rule })).filter(
          ([, value]) => !Array.isArray(value) || value.length > 0,
        ),
      ),
    })),
  },
});

/** The group with further rules in it, in the shape it has; a rule takes the place of its namesake. */
export function withRules(
  group: NetworkSecurityGroup,
  rules: readonly RuleFields[],
): NetworkSecurityGroup {
  const names = new Set(rules.map(({ name }) => name.toLowerCase()));
  const kept = <T>(list: readonly T[]) =>
    list.filter((rule) => !names.has(String((rule as { name?: unknown }).name).toLowerCase()));
  if ('securityRules' in group) return { securityRules: [...kept(group.securityRules), ...rules] };
  const document = group.document as
    | unknown[]
    | { securityRules: unknown[] }
    | { properties: { securityRules: unknown[] } };
  if (Array.isArray(document)) return { document: [...kept(document), ...rules.map(flat)] };
  if (!('properties' in document)) {
    const securityRules = [...kept(document.securityRules), ...rules.map(flat)];
    return { document: { ...document, securityRules } };
  }
  const { properties } = document;
  const securityRules = [...kept(properties.securityRules), ...rules.map(nested)];
  return { document: { ...document, properties: { ...properties, securityRules } } };
}
