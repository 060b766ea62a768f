/** Ids of Azure resources, taken apart so that only the named resource is requested. */

export interface AzureId {
  readonly subscription: string;
  /** As `Microsoft.Network/virtualNetworks/subnets`, in lower case. */
  readonly type: string;
  /** Name of the last resource. */
  readonly name: string;
  /** The id again, each part escaped for a URL. */
  readonly path: string;
}

const subscriptionOf = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Letters of any script, digits and what Azure allows in names of groups and resources; no slash, and no dots alone. */
const namePattern = /^(?!\.+$)[\p{L}\p{N}_.()-]{1,90}$/u;

/** Undefined for a text that is no id of a resource in a resource group. */
export function azureIdOf(text: string): AzureId | undefined {
  const [start, subscriptions, subscription = '', groups, group = '', providers, ...rest] = text
    .trim()
    .replace(/\/$/, '')
    .split('/');
  const keys = [start, subscriptions, groups, providers].map((key) => key?.toLowerCase());
  if (keys.join('/') !== '/subscriptions/resourcegroups/providers') return undefined;
  const [namespace = '', ...pairs] = rest;
  const types = pairs.filter((_, index) => index % 2 === 0);
  const names = pairs.filter((_, index) => index % 2 === 1);
  const name = names.at(-1);
  if (!subscriptionOf.test(subscription) || name === undefined) return undefined;
  if (types.length !== names.length) return undefined;
  if (![group, namespace, ...types, ...names].every((part) => namePattern.test(part))) {
    return undefined;
  }
  const parts = ['subscriptions', subscription, 'resourceGroups', group, 'providers', ...rest];
  return {
    subscription,
    type: [namespace, ...types].join('/').toLowerCase(),
    name,
    path: `/${parts.map(encodeURIComponent).join('/')}`,
  };
}
