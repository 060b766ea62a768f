/** Texts for findings: rules and lists. */

import type { SecurityRule } from '../../../network/security-rule.ts';
import { quoted } from '../../../quoted.ts';

/** rule "AllowSql" (priority 100) */
export function namedRule({ name, priority }: SecurityRule): string {
  return `rule ${quoted(name)} (priority ${priority ?? 'unknown'})`;
}

/** 3443, 6390 and 6391 */
export function listing(entries: readonly string[], limit = 5): string {
  const shown = entries.slice(0, limit);
  if (entries.length > limit) return `${shown.join(', ')} and ${entries.length - limit} more`;
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
