/** Resource ids as Resource Manager writes them, also with parts that are left open. */

import { openPart, Unresolved } from './unresolved.ts';

/** Where a resource is and what it is called, in lower case. */
export interface ResourceId {
  /** Absent where the resource group is left open. */
  readonly group: string | undefined;
  readonly type: string;
  readonly names: readonly string[];
}

const isOpen = (part: string) => part.includes('[');

/** The last resource that an id names; undefined for what is not an id. */
export function parseResourceId(id: string): ResourceId | undefined {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  if (at < 0) return undefined;
  const [namespace, ...rest] = id.toLowerCase().slice(at).split('/').slice(2);
  const [types, names] = [0, 1].map((odd) => rest.filter((_, index) => index % 2 === odd));
  if (!namespace || !types?.length || types.length !== names?.length) return undefined;
  if (isOpen(namespace) || types.some(isOpen) || names.includes('')) return undefined;
  const group = /\/resourcegroups\/([^/]+)/.exec(id.toLowerCase().slice(0, at))?.[1];
  return {
    group: group === undefined || isOpen(group) ? undefined : group,
    type: [namespace, ...types].join('/'),
    names,
  };
}

/** What resourceId() and its siblings answer; undefined where the type is left open. */
export function resourceIdKey(
  name: string,
  args: readonly unknown[],
  ownGroup: string,
): string | undefined {
  const keys = args.map((arg) =>
    arg instanceof Unresolved ? arg.key : typeof arg === 'string' ? arg : undefined,
  );
  const typeAt = keys.findIndex(
    (key, index) =>
      key !== undefined &&
      !isOpen(key) &&
      !key.startsWith('/') &&
      key.split('/').length === keys.length - index &&
      key.includes('/'),
  );
  const type = keys[typeAt];
  const names = keys.slice(typeAt + 1);
  if (type === undefined || keys.includes(undefined)) return undefined;
  const [namespace, ...types] = type.split('/');
  const resource = `/providers/${namespace}${types.map((part, index) => `/${part}/${names[index]}`).join('')}`;
  const subscription = openPart('subscription');
  if (name === 'extensionresourceid') return `${keys[0]}${resource}`;
  if (name === 'tenantresourceid') return resource;
  if (name === 'subscriptionresourceid') return `/subscriptions/${subscription}${resource}`;
  const group = typeAt === 0 ? ownGroup : keys[typeAt - 1];
  return `/subscriptions/${typeAt > 1 ? keys[0] : subscription}/resourceGroups/${group}${resource}`;
}

/**
 * The id of a resource by its scope (group, subscription, tenant or resource), its type, its name with those of its
 * parents in one text, and the scope's name and subscription where they are not its own. Trees of expressions alone
 * ask so.
 */
export function idKeyByName(values: readonly unknown[], ownGroup: string): string | undefined {
  const [scope, type, name, scopeName, scopeSubscription] = values.map((value) =>
    value instanceof Unresolved ? value.key : typeof value === 'string' ? value : undefined,
  );
  if (type === undefined || name === undefined) return undefined;
  const [namespace, ...types] = type.split('/');
  const names = name.split('/');
  if (names.length !== types.length) return undefined;
  const resource = `/providers/${namespace}${types.map((part, index) => `/${part}/${names[index]}`).join('')}`;
  const subscription = `/subscriptions/${scopeSubscription ?? openPart('subscription')}`;
  switch (scope) {
    case 'tenant':
      return resource;
    case 'subscription':
      return subscription + resource;
    case 'resource':
      return scopeName === undefined ? undefined : scopeName + resource;
    default:
      return `${subscription}/resourceGroups/${scopeName ?? ownGroup}${resource}`;
  }
}
