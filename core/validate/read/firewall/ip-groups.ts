/** The addresses of the IP groups that a rule of a Terraform plan names. */

import type { TerraformPlan } from '../terraform/plan.ts';
import { type TerraformResource, tooMuch } from '../terraform/values.ts';
import { keyOf, listOf, textOf, Unresolved } from '../unresolved.ts';
import { JoinedGroups } from './joined-groups.ts';
import { onlyNamed } from './only-named.ts';
import { openText } from './rules.ts';

const groupType = 'azurerm_ip_group';
const maxAddresses = 500_000;

/** The IP groups of a plan. */
export interface PlannedIpGroups {
  /** Addresses of a rule with those of the groups that its field `key` lists. */
  join(
    own: readonly string[],
    list: unknown,
    key: string,
    owner: TerraformResource,
  ): readonly string[];
}

export function plannedIpGroups(plan: TerraformPlan): PlannedIpGroups {
  const groups = Map.groupBy(plan.managed(groupType), ({ values }) => keyOf(values.id));
  const members = Map.groupBy(membersOf(plan), ({ group }) => group);
  let made = 0;
  const joined = new JoinedGroups<TerraformResource>(
    (group) => [
      ...listOf(group.values.cidrs).map(addressText),
      ...(members.get(group) ?? []).map(({ text }) => text),
    ],
    (items) => {
      made += items;
      if (made > maxAddresses) throw tooMuch('addresses of IP groups', maxAddresses);
    },
  );
  return {
    join: (own, list, key, owner) =>
      joined.join(
        own,
        [...new Set(listOf(list))].map((reference) => {
          const group =
            reference instanceof Unresolved
              ? onlyNamed({ field: key, type: groupType, attribute: 'id' }, owner, plan)
              : onlyOne(groups.get(keyOf(reference)) ?? []);
          return group ?? openText(`the IP group ${textOf(reference).split('/').at(-1)}`);
        }),
      ),
  };
}

const addressText = (value: unknown): string =>
  value instanceof Unresolved ? openText(value.text) : textOf(value);
const onlyOne = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** Addresses that are resources of their own, each with the groups that may have it. */
function membersOf(plan: TerraformPlan) {
  const groups = plan.managed(groupType);
  const byId = Map.groupBy(groups, ({ values }) => keyOf(values.id));
  return plan.managed('azurerm_ip_group_cidr').flatMap((one) => {
    const id = keyOf(one.values.ip_group_id);
    const referred = plan.referred(plan.expressionOf(one, ['ip_group_id']), one, groupType);
    const named = id === undefined ? [] : (byId.get(id) ?? []);
    return [...new Set([...referred, ...named])].map((group) => ({
      group,
      text: addressText(one.values.cidr),
    }));
  });
}
