/** Reads the public IP address of a service from a Terraform plan. */

import type { PublicIpAddress } from '../../../deployment.ts';
import { get, isSettled, type Path, textOf, Unresolved } from '../unresolved.ts';
import type { TerraformPlan } from './plan.ts';
import { targetsOf } from './targets.ts';
import type { TerraformResource } from './values.ts';

/** What the plan says of the address; its id alone where it is not in the plan. */
export function readPublicIpAddress(
  service: TerraformResource,
  keys: Path,
  plan: TerraformPlan,
): PublicIpAddress | undefined {
  const reference = keys.reduce<unknown>((part, key) => get(part, key), service.values);
  if (!reference) return undefined;
  const [address, other] = targetsOf(service, keys, 'azurerm_public_ip', plan);
  if (!address || other) return { id: textOf(reference) };
  const { values } = address;
  const label = values.domain_name_label;
  const known = {
    region: values.location,
    sku: values.sku,
    allocationMethod: values.allocation_method,
    version: values.ip_version,
    dnsLabel: label instanceof Unresolved ? label.text : label,
  };
  return {
    id: typeof values.id === 'string' ? values.id : address.address,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => typeof value === 'string')),
    ...(Array.isArray(values.zones) &&
      values.zones.length > 0 &&
      isSettled(values.zones) && { zones: values.zones.map(Number) }),
  };
}
