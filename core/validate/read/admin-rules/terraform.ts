/** The security admin rules that a Terraform plan has for a virtual network. */

import type { AdminRule } from '../../../deployment.ts';
import type { TerraformPlan } from '../terraform/plan.ts';
import { targetsOf } from '../terraform/targets.ts';
import { mayBeMissing, type TerraformResource } from '../terraform/values.ts';
import { keyOf, listOf } from '../unresolved.ts';
import { maybeNone, notDeployed, notMember, readAdminRule } from './admin-rule.ts';

const start = 'azurerm_network_manager';
const groupType = `${start}_network_group`;
const collectionType = `${start}_admin_rule_collection`;
const configurationType = `${start}_security_admin_configuration`;

export function plannedAdminRulesOf(network: TerraformResource, plan: TerraformPlan): AdminRule[] {
  const members = plan
    .managed(`${start}_static_member`)
    .filter((one) =>
      targetsOf(one, ['target_virtual_network_id'], network.type, plan).includes(network),
    );
  const own = members.flatMap((one) => targetsOf(one, ['network_group_id'], groupType, plan));
  const deployed = plan
    .managed(`${start}_deployment`)
    .filter(
      ({ values }) =>
        keyOf(values.scope_access) === 'securityadmin' &&
        keyOf(values.location) === keyOf(network.values.location),
    )
    .flatMap((one) => eachTarget(one, 'configuration_ids', configurationType, plan));
  return plan.managed(`${start}_admin_rule`).map((rule) => {
    const [collection] = targetsOf(rule, ['admin_rule_collection_id'], collectionType, plan);
    const groups = collection ? eachTarget(collection, 'network_group_ids', groupType, plan) : [];
    const [configuration] = collection
      ? targetsOf(collection, ['security_admin_configuration_id'], configurationType, plan)
      : [];
    const isMember = groups.some((group) => own.includes(group));
    const isDeployed = configuration !== undefined && deployed.includes(configuration);
    return readAdminRule(rule.values, rule.path, [
      mayBeMissing(rule) ? maybeNone : '',
      isMember ? '' : notMember(groups[0]?.address ?? 'of the rule'),
      isDeployed ? '' : notDeployed,
    ]);
  });
}

/** The targets of a list of ids: by their values, or by the references of the whole list. */
function eachTarget(
  owner: TerraformResource,
  key: string,
  type: string,
  plan: TerraformPlan,
): TerraformResource[] {
  const byValue = listOf(owner.values[key]).flatMap((_, index) =>
    targetsOf(owner, [key, index], type, plan),
  );
  return byValue.length > 0 ? byValue : targetsOf(owner, [key], type, plan);
}
