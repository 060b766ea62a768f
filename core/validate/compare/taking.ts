/** A part of the far end of what leaves a subnet, and what happens to it there. */

import type { Coverage } from '../../network/address-part.ts';
import type { Action } from '../../network/compare/filter-element.ts';
import { outboundRule } from '../../network/firewall/rule-base.ts';
import type { SecurityRule } from '../../network/security-rule.ts';

/** A part of the far end that a route takes, or that no route of the owner takes. */
export interface Taking {
  readonly rule: SecurityRule;
  readonly far: Coverage;
  readonly action: Action;
  /** What would have to be known, in texts for comparisons and for people. */
  readonly doubt?: { readonly key: string; readonly words: string };
}

/** Without a name where it is no route of the input. */
export const outboundRuleOf = (name: string, path = ''): SecurityRule => ({
  ...outboundRule,
  name,
  path,
  priority: 0,
  access: 'ALLOW',
  isDefault: name === '',
});
