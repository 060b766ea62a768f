/** What hangs on an Azure subnet or service besides security rules: a route table, a public IP address. */

import type { PublicIpAddress, RouteTable } from '../../../deployment.ts';
import { isExpression } from '../../../network/address-term.ts';
import type { TemplateResources } from '../arm/template.ts';
import { openRoute } from '../input-route.ts';
import { field, get, isSettled, keyOf, type Path, textOf, Unresolved } from '../unresolved.ts';
import { latestOf } from './latest.ts';
import { readAzureRoutes, tableType } from './routes.ts';
import { noteCondition, tiedTo } from './targets.ts';

/** The routes of a table; a table that is not in the document may hold any. */
export function readRouteTable(reference: unknown, at: Path, all: TemplateResources): RouteTable {
  const key = keyOf(reference);
  const tables = (key === undefined ? [] : all.named(key)).filter(
    ({ id }) => id.type === tableType,
  );
  for (const one of tables) noteCondition(one, all);
  const table = latestOf(tables, all);
  if (table) return { document: table.resolved(), routes: readAzureRoutes(table, all) };
  const text = textOf(reference);
  return { document: text, routes: [openRoute(isExpression(text) ? text : `[${text}]`, at)] };
}

/** The table that says itself that it is attached to the subnet. */
export function tableTiedTo(subnet: unknown, all: TemplateResources): RouteTable | undefined {
  const [table, other] = tiedTo(subnet, tableType, all);
  if (other) all.notes.leaveOpen('which route table the subnet has', 'several', other.path);
  return table && { document: table.resolved(), routes: readAzureRoutes(table, all) };
}

/** What the document says of a public IP address; its id alone where it is not in the document. */
export function readPublicIpAddress(
  reference: unknown,
  all: TemplateResources,
): PublicIpAddress | undefined {
  const key = keyOf(reference);
  if (!key) return undefined;
  const [resource] = all.named(key);
  const body = resource?.resolved();
  const dns = field(body, 'dnsSettings');
  const label = dns instanceof Unresolved ? dns : get(dns, 'domainNameLabel');
  const zones = get(body, 'zones');
  const known = {
    region: get(body, 'location'),
    sku: get(get(body, 'sku'), 'name'),
    allocationMethod: field(body, 'publicIPAllocationMethod'),
    version: field(body, 'publicIPAddressVersion'),
    dnsLabel: label instanceof Unresolved ? label.text : label,
  };
  return {
    id: textOf(reference),
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => typeof value === 'string')),
    ...(Array.isArray(zones) && isSettled(zones) && { zones: zones.map(Number) }),
  };
}
