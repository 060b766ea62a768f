/** Azure Firewalls among the resources of a Terraform plan, with their policies and IP groups, under azurerm's names. */

import type { FirewallCollection, InputFirewall } from '../../../firewall.ts';
import { pointer } from '../../../json-pointer.ts';
import { isForcedPlannedHub } from '../peering/terraform-hubs.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import { planTableType, readPlannedRoutes } from '../terraform/routes.ts';
import { named, namedAt, targetsOf } from '../terraform/targets.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { get, listOf, type Path, Unresolved } from '../unresolved.ts';
import { inOrder, type RawCollection, unknownCollection } from './collections.ts';
import { type PlannedIpGroups, plannedIpGroups } from './ip-groups.ts';
import { leadOn } from './own-routes.ts';
import { plannedAddressText, plannedFirewallType } from './planned-address.ts';
import { maxParents, missingPolicy, orderOfPolicies, type ReadPolicy } from './policy.ts';
import type { RawRule } from './rules.ts';

const subnetType = 'azurerm_subnet';
const policyType = 'azurerm_firewall_policy';
const groupType = 'azurerm_firewall_policy_rule_collection_group';

/** The plan with what several firewalls share. */
interface Shared {
  readonly plan: TerraformPlan;
  readonly ipGroups: PlannedIpGroups;
  /** Groups of rule collections, each with the policies that it may be part of. */
  readonly groups: readonly { group: TerraformResource; policies: readonly TerraformResource[] }[];
  readonly owned: readonly OwnCollection[];
  /** A policy by its level and address. */
  readonly policies: Map<string, ReadPolicy>;
  readonly ordered: (policy: ReadPolicy) => readonly FirewallCollection[];
}

export function readPlannedFirewalls(plan: TerraformPlan): InputFirewall[] {
  const firewalls = plan.managed(plannedFirewallType);
  if (firewalls.length === 0) return [];
  const ipGroups = plannedIpGroups(plan);
  const shared: Shared = {
    plan,
    ipGroups,
    groups: plan.managed(groupType).map((group) => ({
      group,
      policies: targetsOf(group, ['firewall_policy_id'], policyType, plan),
    })),
    owned: ownCollections(plan, ipGroups),
    policies: new Map(),
    ordered: orderOfPolicies(),
  };
  return firewalls.map((firewall) => readFirewall(firewall, shared));
}

function readFirewall(firewall: TerraformResource, shared: Shared): InputFirewall {
  const { plan } = shared;
  const { values, path, address } = firewall;
  const subnets = subnetsOf(firewall, plan);
  const policy = policyOf(firewall, 'firewall_policy_id', shared);
  const own = shared.owned.flatMap(({ firewalls, raw }) =>
    firewalls.includes(firewall) ? [raw] : [],
  );
  // Whose they are is not known, so that they may be of this one.
  const unowned = shared.owned.flatMap(({ firewalls, name, collection }) =>
    firewalls.length === 0 && [name, values.name].some((one) => typeof one !== 'string')
      ? [unknownCollection(collection.address, collection.path)]
      : [],
  );
  const proxy = policy ? policy.hasDnsProxy : values.dns_proxy_enabled;
  const known = [...listOf(values.ip_configuration), ...listOf(values.virtual_hub)]
    .map((one) => get(one, 'private_ip_address'))
    .filter((one) => typeof one === 'string' && one !== '');
  return {
    name: address,
    path: pointer(...path),
    privateAddresses: [...(known as string[]), plannedAddressText(firewall)],
    subnetPrefixes: subnets.flatMap(({ values }) =>
      listOf(values.address_prefixes).filter((one) => typeof one === 'string'),
    ),
    hasOwnRoutes: hasRoutesOn(firewall, subnets, plan) || isForcedPlannedHub(firewall, plan),
    hasDnsProxy: typeof proxy === 'boolean' ? proxy : undefined,
    collections:
      policy && own.length + unowned.length === 0
        ? shared.ordered(policy)
        : [
            ...(policy?.missing ?? []),
            ...unowned,
            ...inOrder([...(policy?.collections ?? []), ...own]),
          ],
  };
}

const subnetsOf = (firewall: TerraformResource, plan: TerraformPlan): TerraformResource[] =>
  listOf(firewall.values.ip_configuration).flatMap((_, index) =>
    targetsOf(firewall, ['ip_configuration', index, 'subnet_id'], subnetType, plan),
  );

/** A block for management is there for forced tunnelling; else the route table of the subnet says it. */
function hasRoutesOn(
  { values }: TerraformResource,
  subnets: readonly TerraformResource[],
  plan: TerraformPlan,
): boolean {
  if (listOf(values.management_ip_configuration).length > 0) return true;
  if (subnets.length === 0) return false;
  return plan.managed('azurerm_subnet_route_table_association').some((one) => {
    const isOwn = targetsOf(one, ['subnet_id'], subnetType, plan).some((subnet) =>
      subnets.includes(subnet),
    );
    if (!isOwn) return false;
    const [table] = targetsOf(one, ['route_table_id'], planTableType, plan);
    return table === undefined || leadOn(readPlannedRoutes(table, plan));
  });
}

function policyOf(
  owner: TerraformResource,
  key: string,
  shared: Shared,
  level = maxParents,
): ReadPolicy | undefined {
  const { plan } = shared;
  const reference = owner.values[key];
  if (reference === undefined || reference === null || reference === '') return undefined;
  const [policy, other] = targetsOf(owner, [key], policyType, plan).filter(isManaged);
  if (!policy || other || level < 0) {
    const name = namedAt(owner, [key], plan, other ? [policy as TerraformResource, other] : []);
    return missingPolicy(name.split('/').at(-1) ?? '', [...owner.path, key]);
  }
  const name = `${level} ${policy.source} ${policy.address}`;
  const known = shared.policies.get(name);
  if (known) return known;
  const read = readPolicy(policy, level, shared);
  shared.policies.set(name, read);
  return read;
}

function readPolicy(policy: TerraformResource, level: number, shared: Shared): ReadPolicy {
  const { groups, ipGroups } = shared;
  const parent = policyOf(policy, 'base_policy_id', shared, level - 1);
  const proxy = get(listOf(policy.values.dns)[0], 'proxy_enabled');
  return {
    collections: [
      ...(parent?.collections ?? []),
      ...groups
        .filter(({ policies }) => policies.length === 1 && policies[0] === policy)
        .flatMap(({ group }) => collectionsOf(group, level, ipGroups)),
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
  ipGroups: PlannedIpGroups,
): RawCollection[] {
  const { values, path, address } = group;
  return kinds.flatMap(([kind, key]) =>
    listOf(values[key]).map(
      (value, index): RawCollection => ({
        value,
        kind,
        rules: rulesOf(group, value, [...path, key, index], ipGroups),
        level,
        groupPriority: values.priority,
        group: address,
        isOpen: value instanceof Unresolved,
      }),
    ),
  );
}

/** A collection that is a resource of its own, for a firewall without a policy. */
interface OwnCollection {
  readonly collection: TerraformResource;
  /** What it says of its firewall. */
  readonly name: unknown;
  /** The firewalls that it may be of, as far as they are known. */
  readonly firewalls: readonly TerraformResource[];
  readonly raw: RawCollection;
}

const ownCollections = (plan: TerraformPlan, ipGroups: PlannedIpGroups): OwnCollection[] =>
  kinds.flatMap(([kind, key]) =>
    plan.managed(`azurerm_firewall_${key}`).map((collection): OwnCollection => {
      const { values, path } = collection;
      const name = values.azure_firewall_name;
      const referred = plan.referred(
        plan.expressionOf(collection, ['azure_firewall_name']),
        collection,
        plannedFirewallType,
      );
      const firewalls =
        referred.length > 0 ? referred : named(plannedFirewallType, name, collection, plan);
      const rules = rulesOf(collection, values, path, ipGroups);
      const isOpen = firewalls.length > 1;
      const raw = { value: values, kind, rules, level: 0, groupPriority: 0, group: '', isOpen };
      return { collection, name, firewalls, raw };
    }),
  );

const rulesOf = (
  owner: TerraformResource,
  collection: unknown,
  path: Path,
  ipGroups: PlannedIpGroups,
): RawRule[] =>
  (collection instanceof Unresolved ? [collection] : listOf(get(collection, 'rule'))).map(
    (value, index) => ({
      value,
      path: [...path, 'rule', index],
      withGroups: (own, field) => {
        const key = field === 'sourceIpGroups' ? 'source_ip_groups' : 'destination_ip_groups';
        return ipGroups.join(own, get(value, key), key, owner);
      },
    }),
  );
