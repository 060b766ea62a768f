/** Template functions that ask about the deployment: its resources, their ids, its resource group. */

import { idKeyByName, resourceIdKey } from '../resource-id.ts';
import { Unresolved } from '../unresolved.ts';

/** What the deployment says of itself. */
interface DeploymentValues {
  /** The properties of a resource, or the whole of it; undefined where the document does not have it. */
  readonly reference: (key: string, isFull: boolean) => unknown;
  /** Name of the resource group, open or not. */
  readonly group: string;
  readonly resourceGroup: () => unknown;
  /** A value that is equal to no other. */
  readonly open: () => Unresolved;
}

/** The function's value; undefined for any other function, and for what cannot be followed. */
export function callOfDeployment(
  name: string,
  values: readonly unknown[],
  { reference, group, resourceGroup, open }: DeploymentValues,
): unknown {
  const [first] = values;
  switch (name) {
    case 'reference': {
      const key = first instanceof Unresolved ? first.key : first;
      const isFull = typeof values[2] === 'string' && values[2].toLowerCase() === 'full';
      return typeof key === 'string' ? reference(key, isFull) : undefined;
    }
    case 'resourceid':
    case 'extensionresourceid':
    case 'subscriptionresourceid':
    case 'tenantresourceid': {
      const key = resourceIdKey(name, values, group);
      return key === undefined ? undefined : new Unresolved(key, '[id]');
    }
    case 'resourceidbyname': {
      const key = idKeyByName(values, group);
      return key === undefined ? undefined : new Unresolved(key, '[id]');
    }
    case 'resourcegroup':
      return resourceGroup();
    case 'newguid':
    case 'utcnow':
      return open();
  }
  return undefined;
}
