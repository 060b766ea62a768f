/** The formats that DNS records can be written in, and the one function that writes them. */

import { requirePlain } from '../plain.ts';
import { azureCli } from './azure-cli.ts';
import { bicep } from './bicep.ts';
import type { DnsZones } from './dns-zones.ts';
import { hostsFile } from './hosts-file.ts';

export const dnsFormats = ['BICEP', 'AZURE_CLI', 'HOSTS_FILE'] as const;
export type DnsFormat = (typeof dnsFormats)[number];

const renderers: Readonly<Record<DnsFormat, (zones: DnsZones) => string>> = {
  BICEP: bicep,
  AZURE_CLI: azureCli,
  HOSTS_FILE: hostsFile,
};

/** The records as text that can be used as it is, ending in one newline; throws where a name or an address is none. */
export function renderDns(format: DnsFormat, zones: DnsZones): string {
  requirePlain(
    zones.privateAddress,
    ...zones.records.flatMap(({ zoneName, hostName, address }) => [zoneName, hostName, address]),
  );
  return renderers[format](zones);
}
