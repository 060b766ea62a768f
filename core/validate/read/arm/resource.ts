/** One resource of a template or an export: what it is, where it is written, and what reference() returns for it. */

import { memoizeByObject } from '../../../network/memoize.ts';
import { withPrivateAddress } from '../firewall/private-address.ts';
import type { ResourceId } from '../resource-id.ts';
import { get, isObject, keyOf, type Path, Unresolved } from '../unresolved.ts';
import type { Scope } from './scope.ts';

export interface Resource {
  readonly id: ResourceId;
  /** The id of an exported resource, in lower case. */
  readonly literalId: string | undefined;
  readonly symbolicName: string | undefined;
  readonly scope: Scope;
  readonly path: Path;
  /** An expression of its own that decides whether it is deployed, and that stays open; see openCondition. */
  readonly condition: string | undefined;
  /** Key of that expression. */
  readonly conditionKey: string | undefined;
  /** The deployment whose template has it. */
  readonly within?: Resource | undefined;
  /** The resource with its expressions answered. */
  readonly resolved: () => Record<string, unknown>;
  /** The defaults of parameters that what is at these keys rests on. */
  readonly defaultsAt: (keys: Path) => ReadonlySet<string>;
  /** What the outputs of a deployment are, each as { value }; absent where its template is not in the document. */
  readonly outputs?: () => unknown;
}

export function isSameResource(a: ResourceId, b: ResourceId): boolean {
  return (
    a.type === b.type &&
    a.names.length === b.names.length &&
    a.names.every((name, index) => name === b.names[index]) &&
    (a.group === undefined || b.group === undefined || a.group === b.group)
  );
}

/** Whether a rule or a route that is a resource of its own belongs to a group or a table, as far as their ids tell. */
export function isPartOf(part: Resource, owner: Resource): boolean {
  const { id, literalId } = owner;
  const isInGroup =
    part.id.group === undefined || id.group === undefined || part.id.group === id.group;
  const isBelow =
    part.literalId === undefined ||
    literalId === undefined ||
    part.literalId.startsWith(`${literalId}/`);
  return part.id.names[0] === id.names[0] && isInGroup && isBelow;
}

/** The resource as reference() shows it: subnets with their ids, firewalls with their addresses. */
export const withIds = memoizeByObject(({ id, resolved }: Resource): Record<string, unknown> => {
  const resource = resolved();
  if (id.type === 'microsoft.network/azurefirewalls') return withPrivateAddress(resource, id);
  const subnets = get(get(resource, 'properties'), 'subnets');
  if (id.type !== 'microsoft.network/virtualnetworks' || !Array.isArray(subnets)) return resource;
  const group = id.group ?? '[group]';
  return {
    ...resource,
    properties: {
      ...(get(resource, 'properties') as object),
      subnets: subnets.map((subnet) => {
        const key = `/subscriptions/[subscription]/resourceGroups/${group}/providers/${id.type}/${id.names[0]}/subnets/${keyOf(get(subnet, 'name'))}`;
        return isObject(subnet) ? { id: new Unresolved(key, '[id]'), ...subnet } : subnet;
      }),
    },
  };
});
