/** A route table as a GitHub table, with the service endpoints of its subnet below. */

import type { RouteTable } from './route-table.ts';

const header = ['Name', 'Address prefix', 'Next hop type', 'Reason'];

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

export function markdown({ region, routes, serviceEndpoints }: RouteTable): string {
  return [
    `## ${region.name}`,
    '',
    row(header),
    row(header.map(() => '---')),
    ...routes.map((route) =>
      row([route.name, route.addressPrefix, route.nextHopType, route.reason]),
    ),
    '',
    'Service endpoints of the subnet:',
    '',
    ...serviceEndpoints.map(({ service }) => `- ${service}`),
    '',
  ].join('\n');
}
