/** Private DNS zones of an instance as a bash script of `az network private-dns` commands. */

import type { DnsZones } from './dns-zones.ts';

function command(name: string, options: readonly string[]): string {
  const args = ['--resource-group "$RESOURCE_GROUP"', ...options];
  return [`  az network private-dns ${name}`, ...args].join(' \\\n    ');
}

export function azureCli({ privateAddress, records }: DnsZones): string {
  return [
    '#!/usr/bin/env bash',
    '# Creates a private zone for each host name and links it. Set the values first.',
    'set -euo pipefail',
    '',
    "RESOURCE_GROUP='my-resource-group'",
    '# Name of the virtual network, or its id where it is in another resource group.',
    "VIRTUAL_NETWORK='my-virtual-network'",
    `PRIVATE_ADDRESS='${privateAddress}'`,
    '',
    ['for zone_name in', ...records.map(({ zoneName }) => zoneName)].join(' \\\n  '),
    'do',
    command('zone create', ['--name "$zone_name"']),
    command('record-set a add-record', [
      '--zone-name "$zone_name"',
      '--record-set-name @',
      '--ipv4-address "$PRIVATE_ADDRESS"',
    ]),
    command('link vnet create', [
      '--zone-name "$zone_name"',
      '--name apim',
      '--virtual-network "$VIRTUAL_NETWORK"',
      '--registration-enabled false',
    ]),
    'done',
    '',
  ].join('\n');
}
