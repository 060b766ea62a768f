/** How routes of a Terraform plan name the private address of a firewall, which is known only after apply. */

import type { TerraformPlan } from '../terraform/plan.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { get, isObject, type Path, Unresolved } from '../unresolved.ts';
import { privateAddressText } from './private-address.ts';

export const plannedFirewallType = 'azurerm_firewall';
const field = 'next_hop_in_ip_address';

/** The text that stands for the firewall's address; brackets would end it. */
export const plannedAddressText = ({ address }: TerraformResource): string =>
  privateAddressText({
    group: undefined,
    names: [address.replaceAll('[', '(').replaceAll(']', ')')],
  });

/** The address of a route's next hop: an open one as the text of the firewall whose address it is. */
export function nextHopAddress(
  value: unknown,
  owner: TerraformResource,
  keys: Path,
  plan: TerraformPlan,
): unknown {
  if (!(value instanceof Unresolved)) return value;
  const firewalls = plan.managed(plannedFirewallType);
  const inText = firewalls.filter(({ address }) => isAddressOf(address, value.key));
  const [firewall, other] = inText.length > 0 ? inText : referred(owner, keys, plan);
  return firewall && !other ? plannedAddressText(firewall) : value;
}

/** Sources have the expression itself: [azurerm_firewall.hub.ip_configuration[0].private_ip_address]. */
const isAddressOf = (address: string, text: string) =>
  text.startsWith(`[${address}.`) && text.includes('private_ip_address');

/** A plan may list the routes of a table in another order than their expressions, so there only one firewall is certain. */
function referred(owner: TerraformResource, keys: Path, plan: TerraformPlan): TerraformResource[] {
  if (keys.length === 1) {
    return plan.referred(plan.expressionOf(owner, keys), owner, plannedFirewallType);
  }
  const found = new Set<TerraformResource>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (!isObject(part)) return;
    for (const one of plan.referred(get(part, field), owner, plannedFirewallType)) found.add(one);
    Object.values(part).forEach(visit);
  };
  visit(plan.expressionOf(owner, keys.slice(0, 1)));
  return [...found];
}
