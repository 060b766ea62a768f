/** Azure Firewalls among the resources of a Terraform plan, with their policies and IP groups, under azurerm's names. */

import type { FirewallCollection, InputFirewall } from '../../../firewall.ts';
import { pointer } from '../../../json-pointer.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import { named, namedAt, targetsOf } from '../terraform/targets.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { get, listOf, type Path, Unresolved } from '../unresolved.ts';
import { inOrder, type RawCollection, unknownCollection } from './collections.ts';
import { groupAddresses } from './ip-groups.ts';
import { plannedAddressText, plannedFirewallType } from './planned-address.ts';
import type { IpGroupField, RawRule } from './rules.ts';

const policyType = 'azurerm_firewall_policy';
const groupType = 'azurerm_firewall_policy_rule_collection_group';

export const readPlannedFirewalls = (plan: TerraformPlan): InputFirewall[] =>
  plan.managed(plannedFirewallType).map((firewall) => readFirewall(firewall, plan));

function readFirewall(firewall: TerraformResource, plan: TerraformPlan): InputFirewall {
  const { values, path, address } = firewall;
  const policy = policyOf(firewall, 'firewall_policy_id', plan);
  const own = ownCollections(firewall, plan);
  const proxy = policy ? policy.hasDnsProxy : values.dns_proxy_enabled;
  const known = [...listOf(values.ip_configuration), ...listOf(values.virtual_hub)]
    .map((one) => get(one, 'private_ip_address'))
    .filter((one) => typeof one === 'string' && one !== '');
  return {
    name: address,
    path: pointer(...path),
    privateAddresses: [...(known as string[]), plannedAddressText(firewall)],
    subnetPrefixes: subnetPrefixesOf(firewall, plan),
    hasDnsProxy: typeof proxy === 'boolean' ? proxy : undefined,
    collections: [...(policy?.missing ?? []), ...inOrder([...(policy?.collections ?? []), ...own])],
  };
}

const subnetPrefixesOf = (firewall: TerraformResource, plan: TerraformPlan): string[] =>
  listOf(firewall.values.ip_configuration).flatMap((_, index) =>
    targetsOf(firewall, ['ip_configuration', index, 'subnet_id'], 'azurerm_subnet', plan).flatMap(
      ({ values }) => listOf(values.address_prefixes).filter((one) => typeof one === 'string'),
    ),
  );

interface ReadPolicy {
  readonly collections: readonly RawCollection[];
  readonly missing: readonly FirewallCollection[];
  readonly hasDnsProxy: boolean | undefined;
}

const maxParents = 5;

function policyOf(
  owner: TerraformResource,
  key: string,
  plan: TerraformPlan,
  level = maxParents,
): ReadPolicy | undefined {
  const reference = owner.values[key];
  if (reference === undefined || reference === null || reference === '') return undefined;
  const [policy, other] = targetsOf(owner, [key], policyType, plan).filter(isManaged);
  if (!policy || other || level < 0) {
    const name = namedAt(owner, [key], plan, other ? [policy as TerraformResource, other] : []);
    const missing = unknownCollection(`the policy ${name.split('/').at(-1)}`, [...owner.path, key]);
    return { collections: [], missing: [missing], hasDnsProxy: undefined };
  }
  const parent = policyOf(policy, 'base_policy_id', plan, level - 1);
  const groups = plan.managed(groupType).map((group) => ({
    group,
    policies: targetsOf(group, ['firewall_policy_id'], policyType, plan),
  }));
  const proxy = get(listOf(policy.values.dns)[0], 'proxy_enabled');
  return {
    collections: [
      ...(parent?.collections ?? []),
      ...groups
        .filter(({ policies }) => policies.length === 1 && policies[0] === policy)
        .flatMap(({ group }) => collectionsOf(group, level, plan)),
    ],
    missing: [
      ...(parent?.missing ?? []),
      // Its policy is not known, so that it may be this one.
      ...groups
        .filter(
          ({ group, policies }) =>
            policies.length !== 1 && typeof group.values.firewall_policy_id !== 'string',
        )
        .map(({ group }) => unknownCollection(group.address, group.path)),
    ],
    hasDnsProxy: typeof proxy === 'boolean' ? proxy : undefined,
  };
}

const isManaged = ({ prefix }: TerraformResource) => !prefix.startsWith('data.');

const kinds = [
  ['NETWORK', 'network_rule_collection'],
  ['APPLICATION', 'application_rule_collection'],
] as const;

function collectionsOf(
  group: TerraformResource,
  level: number,
  plan: TerraformPlan,
): RawCollection[] {
  const { values, path, address } = group;
  return kinds.flatMap(([kind, key]) =>
    listOf(values[key]).map(
      (value, index): RawCollection => ({
        value,
        kind,
        rules: rulesOf(group, value, [...path, key, index], plan),
        level,
        groupPriority: values.priority,
        group: address,
        isOpen: value instanceof Unresolved,
      }),
    ),
  );
}

/** Collections that are resources of their own, of a firewall without a policy. */
function ownCollections(firewall: TerraformResource, plan: TerraformPlan): RawCollection[] {
  return kinds.flatMap(([kind, key]) =>
    plan.managed(`azurerm_firewall_${key}`).flatMap((collection): RawCollection[] => {
      const { values, path } = collection;
      const name = 'azure_firewall_name';
      const referred = plan.referred(
        plan.expressionOf(collection, [name]),
        collection,
        plannedFirewallType,
      );
      const firewalls =
        referred.length > 0 ? referred : named(plannedFirewallType, values[name], collection, plan);
      if (!firewalls.includes(firewall)) return [];
      const rules = rulesOf(collection, values, path, plan);
      const isOpen = firewalls.length > 1;
      return [{ value: values, kind, rules, level: 0, groupPriority: 0, group: '', isOpen }];
    }),
  );
}

const rulesOf = (
  owner: TerraformResource,
  collection: unknown,
  path: Path,
  plan: TerraformPlan,
): RawRule[] =>
  (collection instanceof Unresolved ? [collection] : listOf(get(collection, 'rule'))).map(
    (value, index) => ({
      value,
      path: [...path, 'rule', index],
      ipGroups: (field: IpGroupField) => {
        const key = field === 'sourceIpGroups' ? 'source_ip_groups' : 'destination_ip_groups';
        return groupAddresses(get(value, key), key, owner, plan);
      },
    }),
  );
