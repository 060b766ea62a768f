/** How routes of a Terraform plan name the private address of a firewall, which is known only after apply. */

import type { TerraformPlan } from '../terraform/plan.ts';
import type { TerraformResource } from '../terraform/values.ts';
import { Unresolved } from '../unresolved.ts';
import { onlyNamed } from './only-named.ts';
import { privateAddressText } from './private-address.ts';

export const plannedFirewallType = 'azurerm_firewall';
const nextHop = {
  field: 'next_hop_in_ip_address',
  type: plannedFirewallType,
  attribute: 'private_ip_address',
};

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
  plan: TerraformPlan,
): unknown {
  if (!(value instanceof Unresolved)) return value;
  const firewalls = plan.managed(plannedFirewallType);
  const [inText] = firewalls.filter(({ address }) => isAddressOf(address, value.key));
  const firewall = inText ?? onlyNamed(nextHop, owner, plan);
  return firewall ? plannedAddressText(firewall) : value;
}

/** Sources have the expression itself: [azurerm_firewall.hub.ip_configuration[0].private_ip_address]. */
const isAddressOf = (address: string, text: string) =>
  text.startsWith(`[${address}.`) &&
  /^[\w.()[\]]*\.private_ip_address\]$/.test(text.slice(address.length + 1));
