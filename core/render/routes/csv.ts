/** A route table as CSV, one row for each route. */

import { csvLines } from '../csv-lines.ts';
import type { RouteTable } from './route-table.ts';

const header = ['location', 'name', 'addressPrefix', 'nextHopType', 'reason'];

export function csv({ region, routes }: RouteTable): string {
  const rows = routes.map((route) => [
    region.name,
    route.name,
    route.addressPrefix,
    route.nextHopType,
    route.reason,
  ]);
  return csvLines([header, ...rows]);
}
