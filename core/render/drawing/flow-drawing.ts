/** What a picture of flows shows: the subnet of one location, its far ends, and what happens to the traffic. */

/** PASSES; STOPPED: no packet arrives; PARTLY: some do; UNDECIDED: it is not known whether any does. */
export type FlowState = 'PASSES' | 'STOPPED' | 'PARTLY' | 'UNDECIDED';

export interface DrawnFlow {
  /** Tells the flow from others of the picture. */
  readonly key: string;
  readonly direction: 'INBOUND' | 'OUTBOUND';
  /** Azure SQL */
  readonly title: string;
  /** Sql.WestEurope */
  readonly farEnd: string;
  /** TCP 1433 */
  readonly ports: string;
  readonly state: FlowState;
  /** What stops it or leaves it open; undefined for a flow that simply passes. */
  readonly cause: FlowCause | undefined;
  /** True for traffic that leaves the subnet through the firewall. */
  readonly isTunneled: boolean;
}

/** stopped by DenyInternet (4000): of a long one the name is cut. */
export interface FlowCause {
  readonly lead: string;
  readonly name: string;
  readonly tail: string;
}

export const causeText = ({ lead, name, tail }: FlowCause): string =>
  [lead, name, tail].filter((part) => part !== '').join(' ');

export interface FlowDrawing {
  /** The verdict in a sentence; the picture's name for those who do not see it. */
  readonly headline: string;
  /** Virtual network 10.0.0.0/16 */
  readonly virtualNetwork: string;
  /** Subnet 10.0.1.0/27 */
  readonly subnet: string;
  /** API Management Premium, internal */
  readonly instance: string;
  /** Name of the security group; undefined where the subnet has none. */
  readonly group: string | undefined;
  readonly routeTable: string | undefined;
  /** Firewall 10.0.0.4; undefined where no route leads to one. */
  readonly firewall: string | undefined;
  readonly flows: readonly DrawnFlow[];
  /** What the picture leaves out. */
  readonly note: string;
}
