/** What a document holds besides the instance and its network, as far as checks need it. */

import type { ReportedLocation } from '../network-status/status.ts';
import type { ServerGroup } from './server-groups.ts';
import type { SourceProblem } from './source/location.ts';

/** A deployment stated field by field has none. */
export interface DocumentContext {
  readonly privateDnsZones: readonly NamedResource[];
  /** Those that lead to the instance. */
  readonly privateEndpoints: readonly NamedResource[];
  /** Every subnet of the document, that of the instance too. */
  readonly subnets: readonly {
    readonly name: string;
    readonly serviceEndpoints: readonly string[];
    readonly path: string;
  }[];
  /** The groups that decide whether queries to custom DNS servers arrive. */
  readonly serverGroups?: readonly ServerGroup[];
  /** Parts of a source that could not be read, and may hold more of the network. */
  readonly gaps?: readonly SourceProblem[];
  /** What the instance itself reports of its dependencies. */
  readonly networkStatus?: readonly ReportedLocation[];
  /** What the document says is there and does not hold, and where it says so. */
  readonly unread?: readonly (UnreadResource & { readonly path: string })[];
  readonly publicNetworkAccess?: { readonly isDisabled: boolean; readonly path: string };
}

export interface NamedResource {
  readonly name: string;
  /** JSON pointer into the input. */
  readonly path: string;
  /** True where a condition decides whether the resource is there. */
  readonly isConditional: boolean;
}

/** A resource that exists, or may exist, and could not be read. */
export interface UnreadResource {
  readonly id: string;
  /** What happened, and what to do about it. */
  readonly reason: string;
}
