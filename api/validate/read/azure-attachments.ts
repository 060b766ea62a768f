/** What hangs on an Azure subnet or service besides security rules: a route table, a public IP address. */

import type { PublicIpAddress, Route, RouteTable } from '../model.ts';
import type { TemplateResources } from './arm-template.ts';
import { field, get, isSettled, keyOf, textOf, Unresolved } from './unresolved.ts';

const tableType = 'microsoft.network/routetables';

/** The routes of a table; a table that is not in the document stays a reference. */
export function readRouteTable(reference: unknown, all: TemplateResources): RouteTable {
  const key = keyOf(reference);
  const [table] = (key === undefined ? [] : all.named(key)).filter(
    ({ id }) => id.type === tableType,
  );
  const routes = field(table?.resolved(), 'routes');
  if (!table || !Array.isArray(routes)) return { document: textOf(reference) };
  return { routes: routes.map(readRoute) };
}

function readRoute(route: unknown): Route {
  const hop = field(route, 'nextHopIpAddress');
  return {
    name: textOf(get(route, 'name')),
    addressPrefix: textOf(field(route, 'addressPrefix')),
    nextHopType: textOf(field(route, 'nextHopType')),
    ...(hop ? { nextHopIpAddress: textOf(hop) } : {}),
  };
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
