/** A route table as CSV after RFC 4180, one row for each route. */

import type { RouteTable } from './route-table.ts';

const header = ['location', 'name', 'addressPrefix', 'nextHopType', 'reason'];

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

export function csv({ region, routes }: RouteTable): string {
  const rows = routes.map((route) => [
    region.name,
    route.name,
    route.addressPrefix,
    route.nextHopType,
    route.reason,
  ]);
  return [header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}
