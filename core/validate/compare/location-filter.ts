/** What a location lets through: its security group as a filter of packets, and the documented flows. */

import type { Region } from '../../../data/model.ts';
import type { PacketFilter } from '../../network/compare/packet-filter.ts';
import type { DocumentedFlow } from '../flows/flows.ts';

export interface LocationFilter {
  readonly region: Region;
  /** Undefined where the group is not in the input. */
  readonly filter: PacketFilter | undefined;
  /** True where security admin rules may decide before the group. */
  readonly hasAdminDecisions: boolean;
  readonly flows: readonly DocumentedFlow[];
  /** Of them the required ones that the group denies, as far as it is no choice of the owner. */
  readonly missing: readonly DocumentedFlow[];
}
