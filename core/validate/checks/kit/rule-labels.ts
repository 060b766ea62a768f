/** Texts for findings: rules and lists of entries. */

import type { SecurityRule } from '../../../network/security-rule.ts';
import { quoted } from '../../../quoted.ts';

export function namedRule({ name, priority }: SecurityRule): string {
  return `rule ${quoted(name)} (priority ${priority ?? 'unknown'})`;
}

/** How many entries of a list a message names. */
const mostNamed = 5;

export function listed(entries: readonly string[]): string {
  if (entries.length === 1) return entries[0] as string;
  const shown = entries.slice(0, mostNamed);
  const rest = entries.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(' and ');
}
