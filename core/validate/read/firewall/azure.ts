/** Azure Firewalls among the resources of a template or an export, with their policies and IP groups. */

import type { FirewallCollection, InputFirewall } from '../../../firewall.ts';
import { pointer } from '../../../json-pointer.ts';
import { isPartOf, type Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce, follow, nameOf } from '../azure/targets.ts';
import { parseResourceId } from '../resource-id.ts';
import {
  field,
  fieldPath,
  get,
  keyOf,
  listOf,
  type Path,
  textOf,
  Unresolved,
} from '../unresolved.ts';
import { inOrder, type RawCollection, unknownCollection } from './collections.ts';
import { privateAddressText } from './private-address.ts';
import { type IpGroupField, openText, type RawRule } from './rules.ts';

const firewallType = 'microsoft.network/azurefirewalls';
const policyType = 'microsoft.network/firewallpolicies';
const groupType = `${policyType}/rulecollectiongroups`;
const ipGroupType = 'microsoft.network/ipgroups';
const networkType = 'microsoft.network/virtualnetworks';

export const readAzureFirewalls = (all: TemplateResources): InputFirewall[] =>
  eachOnce(all.ofType(firewallType), all).map((firewall) => readFirewall(firewall, all));

function readFirewall(firewall: Resource, all: TemplateResources): InputFirewall {
  const body = firewall.resolved();
  const policy = policyOf(field(body, 'firewallPolicy'), firewall.path, all);
  const own = classicCollections(firewall, all);
  return {
    name: nameOf(firewall),
    path: pointer(...firewall.path),
    privateAddresses: addressesOf(firewall),
    subnetPrefixes: subnetPrefixesOf(body, all),
    hasDnsProxy: policy ? policy.hasDnsProxy : classicProxyOf(body),
    collections: [...(policy?.missing ?? []), ...inOrder([...(policy?.collections ?? []), ...own])],
  };
}

/** The address of an export, of its own network or of its hub; else the text that routes of the document have for it. */
function addressesOf(firewall: Resource): string[] {
  const body = firewall.resolved();
  const known = [
    ...listOf(field(body, 'ipConfigurations')).map((one) => field(one, 'privateIPAddress')),
    get(field(body, 'hubIPAddresses'), 'privateIPAddress'),
  ].filter((one) => typeof one === 'string');
  return known.length > 0 ? known : [privateAddressText(firewall.id)];
}

/** Prefixes of the subnets that its address configurations name. */
function subnetPrefixesOf(body: unknown, all: TemplateResources): string[] {
  return listOf(field(body, 'ipConfigurations')).flatMap((one) => {
    const key = keyOf(get(field(one, 'subnet'), 'id')) ?? '';
    const id = parseResourceId(key);
    if (id?.type !== `${networkType}/subnets`) return [];
    const network = follow(
      new Unresolved(key.slice(0, key.lastIndexOf('/subnets/')), key),
      networkType,
      all,
    );
    const inline = listOf(field(network?.resolved(), 'subnets')).filter(
      (subnet) => keyOf(get(subnet, 'name')) === id.names[1],
    );
    return [...inline, ...all.named(key).map((subnet) => subnet.resolved())].flatMap((subnet) =>
      [field(subnet, 'addressPrefix'), ...listOf(field(subnet, 'addressPrefixes'))].filter(
        (prefix) => typeof prefix === 'string',
      ),
    );
  });
}

interface ReadPolicy {
  readonly collections: readonly RawCollection[];
  readonly missing: readonly FirewallCollection[];
  readonly hasDnsProxy: boolean | undefined;
}

const maxParents = 5;

/** A policy with its parents, which come first; undefined where there is none. */
function policyOf(
  reference: unknown,
  at: Path,
  all: TemplateResources,
  level = maxParents,
): ReadPolicy | undefined {
  const id = reference instanceof Unresolved ? reference : get(reference, 'id');
  if (id === undefined || id === null || id === '') return undefined;
  const policy = follow(id, policyType, all);
  if (!policy || level < 0) {
    const missing = unknownCollection(`the policy ${shortName(id)}`, at);
    return { collections: [], missing: [missing], hasDnsProxy: undefined };
  }
  const body = policy.resolved();
  const parent = policyOf(field(body, 'basePolicy'), policy.path, all, level - 1);
  const groups = all.ofType(groupType).filter((group) => isPartOf(group, policy));
  const names = new Set(groups.map(({ id: { names } }) => names.at(-1)));
  const lost = listOf(field(body, 'ruleCollectionGroups')).filter((group) => {
    const name = parseResourceId(keyOf(get(group, 'id')) ?? '')?.names.at(-1);
    return name !== undefined && !names.has(name);
  });
  const proxy = get(field(body, 'dnsSettings'), 'enableProxy');
  return {
    collections: [
      ...(parent?.collections ?? []),
      ...eachOnce(groups, all).flatMap((group) => collectionsOf(group, level, all)),
    ],
    missing: [
      ...(parent?.missing ?? []),
      ...lost.map((group) =>
        unknownCollection(`the rule collection group ${shortName(get(group, 'id'))}`, policy.path),
      ),
      ...ofOpenPolicy(all).map((group) => unknownCollection(nameOf(group), group.path)),
    ],
    hasDnsProxy: typeof proxy === 'boolean' ? proxy : undefined,
  };
}

/** Groups of which the document does not say whose they are. */
function ofOpenPolicy(all: TemplateResources): readonly Resource[] {
  const policies = new Set(all.ofType(policyType).map(({ id: { names } }) => names[0]));
  return all
    .ofType(groupType)
    .filter(({ id: { names } }) => names[0]?.includes('[') && !policies.has(names[0]));
}

const shortName = (id: unknown): string => textOf(id).split('/').at(-1) ?? '';

function collectionsOf(group: Resource, level: number, all: TemplateResources): RawCollection[] {
  const body = group.resolved();
  const path = [...group.path, ...fieldPath(body, 'ruleCollections')];
  const isOpen = all.openCondition(group) !== undefined;
  return listOf(field(body, 'ruleCollections')).flatMap((collection, index) => {
    const rules = listOf(get(collection, 'rules'));
    const isOf = (kind: string) => (rule: unknown) =>
      rule instanceof Unresolved || keyOf(get(rule, 'ruleType')) === kind;
    return (['NETWORK', 'APPLICATION'] as const).flatMap((kind): RawCollection[] => {
      const isMeant = isOf(`${kind.toLowerCase()}rule`);
      const own = rules.flatMap((value, at) =>
        isMeant(value) ? [rawRule(value, [...path, index, 'rules', at], all)] : [],
      );
      const groupPriority = field(body, 'priority');
      const name = group.id.names.join('/');
      return own.length === 0
        ? []
        : [{ value: collection, kind, rules: own, level, groupPriority, group: name, isOpen }];
    });
  });
}

/** Collections that are part of the firewall itself. */
function classicCollections(firewall: Resource, all: TemplateResources): RawCollection[] {
  const body = firewall.resolved();
  return (['NETWORK', 'APPLICATION'] as const).flatMap((kind) => {
    const key = `${kind.toLowerCase()}RuleCollections`;
    const path = [...firewall.path, ...fieldPath(body, key)];
    return listOf(field(body, key)).map((collection, index): RawCollection => {
      const rules = field(collection, 'rules');
      const at = [...path, index, ...fieldPath(collection, 'rules')];
      return {
        value: {
          name: get(collection, 'name'),
          priority: field(collection, 'priority'),
          action: field(collection, 'action'),
        },
        kind,
        rules: listOf(rules).map((value, each) => rawRule(value, [...at, each], all)),
        level: 0,
        groupPriority: 0,
        group: '',
        isOpen: false,
      };
    });
  });
}

const classicProxyOf = (body: unknown): boolean | undefined => {
  const text = keyOf(textOf(get(field(body, 'additionalProperties'), 'Network.DNS.EnableProxy')));
  return text === 'true' ? true : text === 'false' ? false : undefined;
};

const rawRule = (value: unknown, path: Path, all: TemplateResources): RawRule => ({
  value,
  path,
  ipGroups: (name: IpGroupField) =>
    listOf(get(value, name)).flatMap((reference) => {
      const group = follow(reference, ipGroupType, all);
      return group
        ? listOf(field(group.resolved(), 'ipAddresses')).map(textOf)
        : [openText(`the IP group ${shortName(reference)}`)];
    }),
});
