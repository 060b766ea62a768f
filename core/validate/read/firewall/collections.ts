/** Collections of rules in the order in which Azure Firewall processes them: parent policy, group, collection. */

import type { FirewallCollection } from '../../../firewall.ts';
import { memoizeByObject } from '../../../network/memoize.ts';
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
  const priorities = [groupPriority, get(value, 'priority')].map(priorityOf);
  return priorities.some(Number.isNaN) ? undefined : [level, ...priorities];
}

/** NaN for what is neither a number nor the text of one. */
const priorityOf = (value: unknown): number =>
  typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
    ? Number(value)
    : Number.NaN;

export function inOrder(collections: readonly RawCollection[]): FirewallCollection[] {
  const placed = collections.map((raw) => ({ raw, order: orderOf(raw) }));
  const groups = Map.groupBy(placed, ({ order }) => order?.slice(0, 2).join());
  const tiedGroups = new Set(
    [...groups].flatMap(([key, all]) =>
      new Set(all.map(({ raw }) => raw.group)).size > 1 ? [key] : [],
    ),
  );
  const places = Map.groupBy(placed, ({ raw, order }) => `${raw.kind} ${order?.join()}`);
  // Which of two with one priority comes first is not documented.
  const isTied = ({ kind }: RawCollection, order: readonly number[]) =>
    tiedGroups.has(order.slice(0, 2).join()) ||
    (places.get(`${kind} ${order.join()}`)?.length ?? 0) > 1;
  return placed
    .toSorted(({ order: a = [] }, { order: b = [] }) => {
      const index = [0, 1, 2].find((at) => a[at] !== b[at]);
      return index === undefined ? 0 : (a[index] ?? -1) - (b[index] ?? -1);
    })
    .map(({ raw, order }) =>
      toCollection(raw, order !== undefined && !isTied(raw, order) && !raw.isOpen),
    );
}

/** Firewalls with one policy share its collections, so that each is read once. */
const rulesOf = memoizeByObject(({ kind, rules }: RawCollection) =>
  kind === 'NETWORK'
    ? { kind, rules: rules.map(readNetworkRule) }
    : { kind, rules: rules.map(readApplicationRule) },
);

function toCollection(raw: RawCollection, isPlaced: boolean): FirewallCollection {
  const { value, isOpen } = raw;
  return {
    name: textOf(value instanceof Unresolved ? value : (get(value, 'name') ?? 'without a name')),
    action: isOpen ? undefined : actionOf(value),
    isPlaced,
    ...rulesOf(raw),
  };
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
