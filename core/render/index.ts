/** The formats that security rules can be written in, and the one function that writes them. */

import { armJson } from './arm-json.ts';
import { azureCli } from './azure-cli.ts';
import { bicep } from './bicep.ts';
import { csv } from './csv.ts';
import { markdown } from './markdown.ts';
import { powerShell } from './powershell.ts';
import type { RuleGroup } from './security-rule.ts';
import { terraform } from './terraform.ts';

export const ruleFormats = [
  'AZURE_CLI',
  'POWERSHELL',
  'BICEP',
  'TERRAFORM',
  'ARM_JSON',
  'CSV',
  'MARKDOWN',
] as const;
export type RuleFormat = (typeof ruleFormats)[number];

const renderers: Readonly<Record<RuleFormat, (groups: readonly RuleGroup[]) => string>> = {
  AZURE_CLI: azureCli,
  POWERSHELL: powerShell,
  BICEP: bicep,
  TERRAFORM: terraform,
  ARM_JSON: armJson,
  CSV: csv,
  MARKDOWN: markdown,
};

/**
 * The rules as text, ending in one newline; empty where there are no rules. It deploys as it is, but for Terraform
 * blocks of a group that has its rules within it.
 */
export function render(format: RuleFormat, groups: readonly RuleGroup[]): string {
  return renderers[format](groups);
}
