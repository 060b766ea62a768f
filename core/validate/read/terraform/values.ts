/** The resources of a plan or a state with their values: what is known, and what is known only after apply. */

import { InputError } from '../../../input-error.ts';
import { azureValues } from '../azapi.ts';
import type { TerraformPart } from '../terraform-part.ts';
import { get, isObject, listOf, type Path, Unresolved } from '../unresolved.ts';
import { stateResources } from './state.ts';

export interface TerraformResource {
  readonly address: string;
  /** Address of its module; empty for the root module. */
  readonly module: string;
  /** As azurerm calls it, also where the resource is one of azapi. */
  readonly type: string;
  readonly name: string;
  /** What the resource begins with in references: azurerm_subnet, data.azurerm_subnet, azapi_resource. */
  readonly prefix: string;
  /** Key of count or for_each. */
  readonly index: string | number | undefined;
  readonly values: Record<string, unknown>;
  /** Set where nothing of the values is known before apply. */
  readonly open?: Unresolved;
  readonly path: Path;
  /** The virtual network whose block this subnet is. */
  readonly within?: TerraformResource;
  /** Which document has it, of those that are read together. */
  readonly source: number;
  /** By fields: the resource that changes them afterwards. */
  readonly updatedBy?: ReadonlyMap<string, TerraformResource>;
}

/** A field of no resource, which sources leave open for one that may not be there. */
export const openCount = 'count';
export const mayBeMissing = ({ values }: TerraformResource): boolean =>
  values[openCount] instanceof Unresolved;

const maxModules = 50;
const maxDepth = 60;
const maxResources = 5000;

export const tooMuch = (what: string, limit: number) =>
  new InputError(`too many ${what}`, {
    path: ['document'],
    given: `more than ${limit}`,
    expected: [`at most ${limit}`],
  });

/** All that there will be, and what data sources found. */
export function resourcesOf(
  { document: plan, path: start }: TerraformPart,
  source: number,
): TerraformResource[] {
  const changes = listOf(get(plan, 'resource_changes'));
  const unknowns = new Map(
    changes.map((change) => [get(change, 'address'), get(get(change, 'change'), 'after_unknown')]),
  );
  const resources = new Map<string, TerraformResource>();
  const add = (written: Omit<TerraformResource, 'source'> | undefined) => {
    if (!written || resources.has(written.address)) return;
    if (resources.size >= maxResources) throw tooMuch('resources', maxResources);
    const resource = { ...written, source };
    resources.set(resource.address, resource);
    for (const subnet of subnetsOf(resource)) resources.set(subnet.address, subnet);
  };
  for (const { resource, module, path } of stateResources(plan, start)) {
    add(resourceOf(resource, get(resource, 'attributes'), undefined, module, path));
  }
  const collect = (
    module: unknown,
    address: string,
    path: Path,
    depth: number,
    isPrior: boolean,
  ) => {
    if (depth > maxModules) throw tooMuch('modules nested in each other', maxModules);
    listOf(get(module, 'resources')).forEach((one, index) => {
      if (isPrior && get(one, 'mode') !== 'data') return;
      const values = get(one, 'values');
      const unknown = unknowns.get(get(one, 'address'));
      add(resourceOf(one, values, unknown, address, [...path, 'resources', index, 'values']));
    });
    listOf(get(module, 'child_modules')).forEach((child, index) => {
      const own = get(child, 'address');
      const childPath = [...path, 'child_modules', index];
      collect(child, typeof own === 'string' ? own : '', childPath, depth + 1, isPrior);
    });
  };
  const roots: Path[] = [['planned_values'], ['values'], ['prior_state', 'values']];
  for (const root of roots) {
    const values = root.reduce<unknown>((part, key) => get(part, key), plan);
    const path = [...start, ...root, 'root_module'];
    collect(get(values, 'root_module'), '', path, 0, root.length > 1);
  }
  // Some tools keep nothing of a plan but its changes.
  if (get(plan, 'planned_values') === undefined && get(plan, 'values') === undefined) {
    changes.forEach((one, index) => {
      const after = get(get(one, 'change'), 'after');
      const unknown = get(get(one, 'change'), 'after_unknown');
      const module = get(one, 'module_address');
      const path = [...start, 'resource_changes', index, 'change', 'after'];
      add(resourceOf(one, after, unknown, typeof module === 'string' ? module : '', path));
    });
  }
  return [...resources.values()];
}

/** One resource with its values; undefined where it has none. */
export function resourceOf(
  resource: unknown,
  values: unknown,
  unknown: unknown,
  module: string,
  path: Path,
): Omit<TerraformResource, 'source'> | undefined {
  const type = get(resource, 'type');
  const name = get(resource, 'name');
  const address = get(resource, 'address');
  const index = get(resource, 'index');
  if (typeof type !== 'string' || typeof name !== 'string' || typeof address !== 'string') {
    return undefined;
  }
  if (!isObject(values) && unknown !== true) return undefined;
  const own = withUnknowns(values, unknown, address, 0);
  const isData = get(resource, 'mode') === 'data';
  return {
    address,
    module,
    name,
    prefix: isData ? `data.${type}` : type,
    index: typeof index === 'string' || typeof index === 'number' ? index : undefined,
    path,
    ...(own instanceof Unresolved && { open: own }),
    ...azureValues(type, isObject(own) ? own : {}),
  };
}

/** The blocks of a virtual network, as if each were a resource. */
export function subnetsOf(network: TerraformResource): TerraformResource[] {
  if (network.type !== 'azurerm_virtual_network') return [];
  return listOf(network.values.subnet)
    .map((block, index) => ({ block, path: [...network.path, 'subnet', index] }))
    .filter(({ block }) => isObject(block))
    .map(({ block, path }) => {
      const { security_group, address_prefix, ...values } = block as Record<string, unknown>;
      const address = `${network.address}.subnet[${JSON.stringify(values.name) ?? path.at(-1)}]`;
      return {
        ...network,
        type: 'azurerm_subnet',
        address,
        within: network,
        path,
        values: {
          // The parts of an azapi body have no id, and are called as the blocks of azurerm.
          id: address,
          network_security_group_id: security_group,
          ...(address_prefix !== undefined && { address_prefixes: [address_prefix] }),
          ...values,
          virtual_network_name: network.values.name,
          resource_group_name: network.values.resource_group_name,
        },
      };
    });
}

/**
 * The values, and what the plan says is known only after apply, left open. What was read from sources has a text instead
 * of true: equal for equal values, with its open parts in brackets.
 */
function withUnknowns(value: unknown, unknown: unknown, address: string, depth: number): unknown {
  if (unknown === true) return new Unresolved(`[${address}]`, `[known after apply: ${address}]`);
  if (typeof unknown === 'string') return new Unresolved(unknown, inBrackets(unknown));
  if (depth > maxDepth || typeof unknown !== 'object' || unknown === null) return value;
  if (Array.isArray(unknown)) {
    const values = listOf(value);
    return Array.from({ length: Math.max(values.length, unknown.length) }, (_, index) =>
      withUnknowns(values[index], unknown[index], `${address}[${index}]`, depth + 1),
    );
  }
  const fields = isObject(value) ? value : {};
  return Object.fromEntries(
    [...new Set([...Object.keys(fields), ...Object.keys(unknown)])].map((key) => [
      key,
      withUnknowns(get(fields, key), get(unknown, key), `${address}.${key}`, depth + 1),
    ]),
  );
}

/** A text with open parts as one that is open as a whole. */
const inBrackets = (text: string): string =>
  /^\[[^[\]]*\]$/.test(text) ? text : `[${text.replace(/\[([^\]]*)\]/g, '$${$1}')}]`;
