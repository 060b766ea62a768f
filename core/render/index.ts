/** Writes security rules and routes in every format. */

import { armJson } from './arm-json.ts';
import { azureCli } from './azure-cli.ts';
import { bicep } from './bicep.ts';
import { csv } from './csv.ts';
import type { RuleFormat } from './formats.ts';
import { markdown } from './markdown.ts';
import { requirePlain } from './plain.ts';
import { powerShell } from './powershell.ts';
import type { RuleGroup } from './rendered-rule.ts';
import { armJson as armJsonRoutes } from './routes/arm-json.ts';
import { azureCli as azureCliRoutes } from './routes/azure-cli.ts';
import { bicep as bicepRoutes } from './routes/bicep.ts';
import { csv as csvRoutes } from './routes/csv.ts';
import { markdown as markdownRoutes } from './routes/markdown.ts';
import { powerShell as powerShellRoutes } from './routes/powershell.ts';
import type { RouteTable } from './routes/route-table.ts';
import { terraform as terraformRoutes } from './routes/terraform.ts';
import { terraform } from './terraform.ts';

export { type RuleFormat, ruleFormats } from './formats.ts';

interface Renderer {
  rules(groups: readonly RuleGroup[]): string;
  routes(table: RouteTable): string;
}

const renderers: Readonly<Record<RuleFormat, Renderer>> = {
  BICEP: { rules: bicep, routes: bicepRoutes },
  TERRAFORM: { rules: terraform, routes: terraformRoutes },
  ARM_JSON: { rules: armJson, routes: armJsonRoutes },
  AZURE_CLI: { rules: azureCli, routes: azureCliRoutes },
  POWERSHELL: { rules: powerShell, routes: powerShellRoutes },
  CSV: { rules: csv, routes: csvRoutes },
  MARKDOWN: { rules: markdown, routes: markdownRoutes },
};

/**
 * The rules as text, ending in one newline; empty where there are no rules. It deploys as it is, but for Terraform
 * blocks of a group that has its rules within it.
 */
export function render(format: RuleFormat, groups: readonly RuleGroup[]): string {
  return renderers[format].rules(groups);
}

/**
 * The routes of one location as text that deploys as it is; empty where no routes are needed. Optional parameters add
 * the default route and those of clients. The text does not change the subnet: templates output the id of the table and
 * the service endpoints for it.
 */
export function renderRoutes(format: RuleFormat, table: RouteTable): string {
  requirePlain(
    table.region.name,
    ...table.routes.flatMap(({ name, addressPrefix }) => [name, addressPrefix]),
    ...table.serviceEndpoints.map(({ service }) => service),
  );
  return table.routes.length === 0 ? '' : renderers[format].routes(table);
}
