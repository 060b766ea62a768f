/** A firewall policy with its parents, as a document has it. */

import type { FirewallCollection } from '../../../firewall.ts';
import { memoizeByObject } from '../../../network/memoize.ts';
import type { Path } from '../unresolved.ts';
import { inOrder, type RawCollection, unknownCollection } from './collections.ts';

export interface ReadPolicy {
  readonly collections: readonly RawCollection[];
  /** What the document names and does not hold. */
  readonly missing: readonly FirewallCollection[];
  readonly hasDnsProxy: boolean | undefined;
}

/** Level of the policy of a firewall; each parent is one lower, and those below 0 are not read. */
export const maxParents = 5;

/** In place of a policy that the document does not hold. */
export const missingPolicy = (name: string, path: Path): ReadPolicy => ({
  collections: [],
  missing: [unknownCollection(`the policy ${name}`, path)],
  hasDnsProxy: undefined,
});

/** The collections of a policy in their order, found once for all firewalls of a document that have it. */
export const orderOfPolicies = () =>
  memoizeByObject(({ missing, collections }: ReadPolicy): readonly FirewallCollection[] => [
    ...missing,
    ...inOrder(collections),
  ]);
