/** Collections of rules in the order in which Azure Firewall processes them: parent policy, group, collection. */

import type { FirewallCollection } from '../../../firewall.ts';
import { get, keyOf, type Path, textOf, Unresolved } from '../unresolved.ts';
import { openNetworkRule, type RawRule, readApplicationRule, readNetworkRule } from './rules.ts';

/** A collection as a document has it. */
export interface RawCollection {
  /** The object with its name, priority and action. */
  readonly value: unknown;
  readonly kind: FirewallCollection['kind'];
  readonly rules: readonly RawRule[];
  /** 0 for the topmost parent policy. */
  readonly level: number;
  /** Priority of its group; the same for all collections of a firewall with rules of its own. */
  readonly groupPriority: unknown;
  /** Tells groups of one priority apart. */
  readonly group: string;
  /** True where a condition decides whether it is there. */
  readonly isOpen: boolean;
}

/** Priorities, outermost first; undefined where one is open. */
function orderOf({ value, level, groupPriority }: RawCollection): readonly number[] | undefined {
  const priorities = [groupPriority, get(value, 'priority')].map((one) =>
    one instanceof Unresolved ? Number.NaN : Number(one),
  );
  return priorities.some(Number.isNaN) ? undefined : [level, ...priorities];
}

export function inOrder(collections: readonly RawCollection[]): FirewallCollection[] {
  const placed = collections.map((raw) => ({ raw, order: orderOf(raw) }));
  const groups = Map.groupBy(placed, ({ order }) => order?.slice(0, 2).join());
  const isTied = (order: readonly number[]) =>
    new Set(groups.get(order.slice(0, 2).join())?.map(({ raw }) => raw.group)).size > 1;
  return placed
    .toSorted(({ order: a = [] }, { order: b = [] }) => {
      const index = [0, 1, 2].find((at) => a[at] !== b[at]);
      return index === undefined ? 0 : (a[index] ?? -1) - (b[index] ?? -1);
    })
    .map(({ raw, order }) =>
      toCollection(raw, order !== undefined && !isTied(order) && !raw.isOpen),
    );
}

function toCollection(
  { value, kind, rules, isOpen }: RawCollection,
  isPlaced: boolean,
): FirewallCollection {
  const collection = {
    name: textOf(get(value, 'name') ?? 'without a name'),
    action: isOpen ? undefined : actionOf(value),
    isPlaced,
  };
  return kind === 'NETWORK'
    ? { ...collection, kind, rules: rules.map(readNetworkRule) }
    : { ...collection, kind, rules: rules.map(readApplicationRule) };
}

/** { type: 'Allow' } as Resource Manager has it, or a text. */
function actionOf(value: unknown): FirewallCollection['action'] {
  const action = get(value, 'action');
  const key = keyOf(get(action, 'type') ?? action);
  return key === 'allow' ? 'ALLOW' : key === 'deny' ? 'DENY' : undefined;
}

/** Stands for rules that the document names and does not contain: they may do anything, before all others. */
export const unknownCollection = (name: string, path: Path): FirewallCollection => ({
  name,
  kind: 'NETWORK',
  action: undefined,
  isPlaced: false,
  rules: [{ ...openNetworkRule(name, path), sources: ['*'], destinations: ['*'] }],
});
