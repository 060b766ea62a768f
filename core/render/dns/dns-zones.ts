/** The part of a DNS plan that the renderers write out. */

export interface DnsZones {
  readonly privateAddress: string;
  readonly records: readonly {
    readonly zoneName: string;
    readonly hostName: string;
    readonly address: string;
  }[];
}
