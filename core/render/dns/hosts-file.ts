/** The host names of an instance as lines of a hosts file, for a single machine. */

import type { DnsZones } from './dns-zones.ts';

export function hostsFile({ records }: DnsZones): string {
  return records.map(({ address, hostName }) => `${address} ${hostName}\n`).join('');
}
