/** The one function that writes a route table in the formats of security rules. */

import type { RuleFormat } from '../index.ts';
import { armJson } from './arm-json.ts';
import { azureCli } from './azure-cli.ts';
import { bicep } from './bicep.ts';
import { csv } from './csv.ts';
import { markdown } from './markdown.ts';
import { powerShell } from './powershell.ts';
import type { RouteTable } from './route-table.ts';
import { terraform } from './terraform.ts';

const renderers: Readonly<Record<RuleFormat, (table: RouteTable) => string>> = {
  AZURE_CLI: azureCli,
  POWERSHELL: powerShell,
  BICEP: bicep,
  TERRAFORM: terraform,
  ARM_JSON: armJson,
  CSV: csv,
  MARKDOWN: markdown,
};

/**
 * The routes of one location as text that deploys as it is; empty text where no routes are needed. The default route
 * and those of clients are made from optional parameters. The subnet is its owner's to change: templates give out the
 * id of the table and the service endpoints for it.
 */
export function renderRoutes(format: RuleFormat, table: RouteTable): string {
  return table.routes.length === 0 ? '' : renderers[format](table);
}
