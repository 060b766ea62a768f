/**
 * Blocks that Terraform found in Azure when it refreshed a resource. Rules, routes and subnets that are resources of their
 * own are among them as they were before the plan, so those resources replace them, or remove them.
 */

import { isSame } from '../arm/values.ts';
import type { TerraformPart } from '../terraform-part.ts';
import { get, isObject, keyOf, listOf, type Path } from '../unresolved.ts';
import { resourceOf, type TerraformResource } from './values.ts';

/** What a plan must answer for the blocks of its resources. */
interface RefreshedPlan {
  readonly resources: readonly TerraformResource[];
  readonly refreshed: Refreshed;
  removed(type: string): readonly TerraformResource[];
  isConfigured(resource: TerraformResource): boolean;
  expressionOf(resource: TerraformResource, keys: Path): unknown;
}

const placeOf = (source: number, address: unknown) => `${source} ${address}`;

export class Refreshed {
  readonly #changes = new Map<string, unknown>();
  readonly #states: ReadonlySet<number>;
  /** What the plan removes, as it was before. */
  readonly removed: readonly TerraformResource[];

  constructor(parts: readonly TerraformPart[]) {
    const changes = parts.flatMap(({ document, path }, source) =>
      listOf(get(document, 'resource_changes')).map((one, index) => ({
        one,
        source,
        change: get(one, 'change'),
        path: [...path, 'resource_changes', index, 'change', 'before'],
      })),
    );
    for (const { one, source, change } of changes) {
      this.#changes.set(placeOf(source, get(one, 'address')), change);
    }
    this.removed = changes.flatMap(({ one, source, change, path }) => {
      if (!listOf(get(change, 'actions')).includes('delete')) return [];
      const module = get(one, 'module_address');
      const before = get(change, 'before');
      const resource = resourceOf(
        one,
        before,
        undefined,
        typeof module === 'string' ? module : '',
        path,
      );
      return resource ? [{ ...resource, source }] : [];
    });
    const isPlan = ({ document }: TerraformPart) =>
      ['planned_values', 'resource_changes'].some((key) => get(document, key) !== undefined);
    this.#states = new Set(parts.flatMap((part, source) => (isPlan(part) ? [] : [source])));
  }

  /** True where the blocks are what Azure has, and not what the plan makes of them. */
  isFromAzure({ source, address, within }: TerraformResource, key: string): boolean | undefined {
    const change = this.#changes.get(placeOf(source, within?.address ?? address));
    const [before, after] = ['before', 'after'].map((one) => get(change, one));
    if (isObject(before) && isObject(after)) return isSame(get(before, key), get(after, key));
    if (listOf(get(change, 'actions')).includes('create')) return false;
    return this.#states.has(source) || undefined;
  }
}

/**
 * Names, in lower case, of blocks of a resource that other resources replace or remove; none where the plan itself puts
 * the blocks.
 */
export function replacedNames(
  owner: TerraformResource,
  key: string,
  plan: RefreshedPlan,
  { own, removed }: { readonly [kind in 'own' | 'removed']: readonly TerraformResource[] },
): ReadonlySet<string> {
  const isFromAzure =
    plan.refreshed.isFromAzure(owner, key) ??
    (plan.isConfigured(owner) && plan.expressionOf(owner, [key]) === undefined);
  const names = isFromAzure ? [...own, ...removed].map(({ values }) => keyOf(values.name)) : [];
  return new Set(names.flatMap((name) => name ?? []));
}

const subnetType = 'azurerm_subnet';

/** Blocks of networks for subnets that are resources of their own, or that the plan removes. */
export function replacedSubnets(plan: RefreshedPlan): ReadonlySet<TerraformResource> {
  const subnets = plan.resources.filter(({ type }) => type === subnetType);
  const own = subnets.filter(({ within }) => !within);
  const ids = new Set(own.flatMap(({ values }) => keyOf(values.id) ?? []));
  const blocks = Map.groupBy(subnets, ({ within }) => within);
  blocks.delete(undefined);
  return new Set(
    [...blocks].flatMap(([network, all]) => {
      const isOfNetwork = ({ values }: TerraformResource) =>
        ['virtual_network_name', 'resource_group_name'].every(
          (key) => keyOf(values[key]) === keyOf(all[0]?.values[key]),
        );
      const names =
        network &&
        replacedNames(network, 'subnet', plan, {
          own: own.filter(isOfNetwork),
          removed: plan.removed(subnetType).filter(isOfNetwork),
        });
      return all.filter(
        ({ values }) =>
          ids.has(keyOf(values.id) ?? '') || names?.has(keyOf(values.name) ?? '') === true,
      );
    }),
  );
}
