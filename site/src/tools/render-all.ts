/** Security rules as text in every format. */

import { type RuleFormat, render, ruleFormats } from '../../../core/render/index.ts';
import type { RuleGroup } from '../../../core/render/rendered-rule.ts';

type Rendered = Readonly<Record<RuleFormat, string>>;

export function renderAll(groups: readonly RuleGroup[]): Rendered {
  const texts = ruleFormats.map((format) => [format, render(format, groups)] as const);
  return Object.fromEntries(texts) as Record<RuleFormat, string>;
}
