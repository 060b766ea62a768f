/** Azure Firewalls among the resources of a template or an export, with their policies and IP groups. */

import type { FirewallCollection, InputFirewall } from '../../../firewall.ts';
import { pointer } from '../../../json-pointer.ts';
import { isPartOf, type Resource } from '../arm/resource.ts';
import type { TemplateResources } from '../arm/template.ts';
import { eachOnce, follow, nameOf } from '../azure/targets.ts';
import { isForcedHub } from '../peering/azure-hubs.ts';
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
import { hasRoutesOn, prefixesOf, subnetsOf } from './azure-subnets.ts';
import { inOrder, type RawCollection, unknownCollection } from './collections.ts';
import { addressesOf } from './firewall-addresses.ts';
import { JoinedGroups } from './joined-groups.ts';
import { maxParents, missingPolicy, orderOfPolicies, type ReadPolicy } from './policy.ts';
import { type IpGroupField, openText, type RawRule } from './rules.ts';

const firewallType = 'microsoft.network/azurefirewalls';
const policyType = 'microsoft.network/firewallpolicies';
const groupType = `${policyType}/rulecollectiongroups`;
const ipGroupType = 'microsoft.network/ipgroups';

/** The document with what several firewalls share: policies, and the addresses of IP groups. */
interface Shared {
  readonly all: TemplateResources;
  readonly ipGroups: JoinedGroups<Resource>;
  /** A policy by its level. */
  readonly policies: Map<string, ReadPolicy>;
  readonly ordered: (policy: ReadPolicy) => readonly FirewallCollection[];
}

export function readAzureFirewalls(all: TemplateResources): InputFirewall[] {
  const shared: Shared = {
    all,
    ipGroups: new JoinedGroups(
      (group) => listOf(field(group.resolved(), 'ipAddresses')).map(textOf),
      (items) => all.pay(items),
    ),
    policies: new Map(),
    ordered: orderOfPolicies(),
  };
  return eachOnce(all.ofType(firewallType), all).map((firewall) => readFirewall(firewall, shared));
}

function readFirewall(firewall: Resource, shared: Shared): InputFirewall {
  const { all } = shared;
  const body = firewall.resolved();
  const policy = policyOf(field(body, 'firewallPolicy'), firewall.path, shared);
  const own = classicCollections(firewall, shared);
  const subnets = subnetsOf(body, all);
  return {
    name: nameOf(firewall),
    path: pointer(...firewall.path),
    privateAddresses: addressesOf(firewall),
    subnetPrefixes: prefixesOf(subnets),
    hasOwnRoutes: hasRoutesOn(body, subnets, all) || isForcedHub(field(body, 'virtualHub'), all),
    hasDnsProxy: policy ? policy.hasDnsProxy : classicProxyOf(body),
    collections:
      policy && own.length === 0
        ? shared.ordered(policy)
        : [...(policy?.missing ?? []), ...inOrder([...(policy?.collections ?? []), ...own])],
  };
}

/** A policy with its parents, which come first; undefined where there is none. */
function policyOf(
  reference: unknown,
  at: Path,
  shared: Shared,
  level = maxParents,
): ReadPolicy | undefined {
  const id = reference instanceof Unresolved ? reference : get(reference, 'id');
  if (id === undefined || id === null || id === '') return undefined;
  const policy = follow(id, policyType, shared.all);
  if (!policy || level < 0) {
    return missingPolicy(shortName(id), at);
  }
  const key = `${level} ${policy.path.join('/')} ${policy.id.names.join('/')}`;
  const known = shared.policies.get(key);
  if (known) return known;
  const read = readPolicy(policy, level, shared);
  shared.policies.set(key, read);
  return read;
}

function readPolicy(policy: Resource, level: number, shared: Shared): ReadPolicy {
  const { all } = shared;
  const body = policy.resolved();
  const parent = policyOf(field(body, 'basePolicy'), policy.path, shared, level - 1);
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
      ...eachOnce(groups, all).flatMap((group) => collectionsOf(group, level, shared)),
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

function collectionsOf(group: Resource, level: number, shared: Shared): RawCollection[] {
  const body = group.resolved();
  const path = [...group.path, ...fieldPath(body, 'ruleCollections')];
  const isOpen = shared.all.openCondition(group) !== undefined;
  const groupPriority = field(body, 'priority');
  const name = group.id.names.join('/');
  return listOf(field(body, 'ruleCollections')).flatMap((collection, index) => {
    if (collection instanceof Unresolved) return openCollection(collection, [...path, index]);
    if (keyOf(get(collection, 'ruleCollectionType')) === natCollection) return [];
    const rules = listOf(get(collection, 'rules')).map(knownKind);
    const isOf = (kind: string) => (rule: unknown) =>
      rule instanceof Unresolved || keyOf(get(rule, 'ruleType')) === kind;
    return (['NETWORK', 'APPLICATION'] as const).flatMap((kind): RawCollection[] => {
      const isMeant = isOf(`${kind.toLowerCase()}rule`);
      const own = rules.flatMap((value, at) =>
        isMeant(value) ? [rawRule(value, [...path, index, 'rules', at], shared)] : [],
      );
      return own.length === 0
        ? []
        : [{ value: collection, kind, rules: own, level, groupPriority, group: name, isOpen }];
    });
  });
}

const natCollection = 'firewallpolicynatrulecollection';
const ruleTypes: readonly unknown[] = ['networkrule', 'applicationrule', 'natrule'];

/** A rule of a type that is open may be a network rule or an application rule. */
function knownKind(rule: unknown): unknown {
  if (ruleTypes.includes(keyOf(get(rule, 'ruleType')))) return rule;
  const name = textOf(get(rule, 'name') ?? 'without a name');
  return rule instanceof Unresolved ? rule : new Unresolved(name, name);
}

/** A collection of which nothing is known. Network rules come first, so that it may decide all traffic. */
const openCollection = (value: Unresolved, path: Path): RawCollection => ({
  value,
  kind: 'NETWORK',
  rules: [{ value, path, withGroups: (own) => own }],
  level: 0,
  groupPriority: undefined,
  group: '',
  isOpen: true,
});

/** Collections that are part of the firewall itself. */
function classicCollections(firewall: Resource, shared: Shared): RawCollection[] {
  const body = firewall.resolved();
  return (['NETWORK', 'APPLICATION'] as const).flatMap((kind) => {
    const key = `${kind.toLowerCase()}RuleCollections`;
    const path = [...firewall.path, ...fieldPath(body, key)];
    return listOf(field(body, key)).map((collection, index): RawCollection => {
      if (collection instanceof Unresolved) return openCollection(collection, [...path, index]);
      const rules = field(collection, 'rules');
      const at = [...path, index, ...fieldPath(collection, 'rules')];
      return {
        value: {
          name: get(collection, 'name'),
          priority: field(collection, 'priority'),
          action: field(collection, 'action'),
        },
        kind,
        rules: listOf(rules).map((value, each) => rawRule(value, [...at, each], shared)),
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

const rawRule = (value: unknown, path: Path, { all, ipGroups }: Shared): RawRule => ({
  value,
  path,
  withGroups: (own, name: IpGroupField) => {
    const references = new Map(listOf(get(value, name)).map((one) => [keyOf(one), one]));
    return ipGroups.join(
      own,
      [...references.values()].map(
        (one) => follow(one, ipGroupType, all) ?? openText(`the IP group ${shortName(one)}`),
      ),
    );
  },
});
