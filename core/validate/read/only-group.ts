/** The one network security group of a template, an export or a plan: the only one, or the one of the subnet. */

import type { InputRule } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import type { TemplateResources } from './arm/template.ts';
import { groupType, readGroupOf, readOwnRule, ruleType } from './azure/group.ts';
import { nameOf } from './azure/targets.ts';
import { readListedRules } from './rules/listed-rules.ts';
import type { TerraformPlan } from './terraform/plan.ts';
import { groupType as plannedGroupType, readGroup } from './terraform/rules.ts';
import { targetsOf } from './terraform/targets.ts';
import { field, get, isObject, keyOf, listOf } from './unresolved.ts';

interface Candidate<T> {
  readonly it: T;
  readonly name: string;
  /** Ids of the subnets that it is attached to, in lower case. */
  readonly subnets: readonly (string | undefined)[];
}

function theOne<T>(all: readonly Candidate<T>[], subnetId: string | undefined): T | undefined {
  const wanted = subnetId?.toLowerCase();
  const attached = all.filter(({ subnets }) => wanted !== undefined && subnets.includes(wanted));
  const [only, ...others] = attached.length > 0 ? attached : all;
  if (others.length === 0) return only?.it;
  throw severalGroups(all.map(({ name }) => name));
}

const severalGroups = (names: readonly string[]) =>
  new InputError('the document has several network security groups', {
    path: ['document'],
    given: names.slice(0, 10).join(', '),
    expected: [
      'the group of the subnet alone',
      'an export whose groups name their subnets, and the id of the subnet',
      'the whole document as the document of the input',
    ],
  });

export function readOnlyGroup(
  all: TemplateResources,
  subnetId: string | undefined,
): readonly InputRule[] | undefined {
  const group = theOne(
    all.ofType(groupType).map((it) => ({
      it,
      name: nameOf(it),
      subnets: listOf(field(it.resolved(), 'subnets')).map((one) => keyOf(get(one, 'id'))),
    })),
    subnetId,
  );
  if (group) {
    const { rules } = readGroupOf(group, all);
    const { condition } = group;
    return condition === undefined
      ? rules
      : rules.map((rule) => ({ ...rule, access: condition, writtenAccess: rule.access }));
  }
  const rules = all.ofType(ruleType);
  const owners = [...new Set(rules.map(({ id }) => id.names[0] ?? ''))];
  if (owners.length > 1) throw severalGroups(owners);
  return rules.length > 0
    ? rules.map((rule) => readOwnRule(rule, all.openCondition(rule)))
    : readHandedRules(all);
}

/** Rules that a template hands to a linked one, where one list of rules alone is handed over. */
function readHandedRules(all: TemplateResources): readonly InputRule[] | undefined {
  const lists = all.linked.flatMap((deployment) => {
    const parameters = field(deployment.resolved(), 'parameters');
    return Object.entries(isObject(parameters) ? parameters : {})
      .map(([name, parameter]) => ({ name, value: get(parameter, 'value'), path: deployment.path }))
      .filter(({ value }) => listOf(value).length > 0 && listOf(value).every(isRule));
  });
  const [list] = lists;
  if (!list) return undefined;
  if (lists.length > 1) throw severalGroups(lists.map(({ name }) => `the parameter ${name}`));
  return readListedRules(list.value, [
    ...list.path,
    'properties',
    'parameters',
    list.name,
    'value',
  ]);
}

const isRule = (value: unknown) =>
  ['priority', 'direction', 'access'].every((key) => field(value, key) !== undefined);

export function readOnlyPlannedGroup(
  plan: TerraformPlan,
  subnetId: string | undefined,
): readonly InputRule[] {
  const joins = plan.ofType('azurerm_subnet_network_security_group_association');
  const group = theOne(
    plan.ofType(plannedGroupType).map((it) => ({
      it,
      name: it.address,
      subnets: joins
        .filter((join) =>
          targetsOf(join, ['network_security_group_id'], plannedGroupType, plan).includes(it),
        )
        .map(({ values }) => keyOf(values.subnet_id)),
    })),
    subnetId,
  );
  if (group) return readGroup(group, plan).rules;
  throw new InputError('no network security group is in the plan', {
    path: ['document'],
    given: 0,
    expected: [`one ${plannedGroupType}`],
  });
}
