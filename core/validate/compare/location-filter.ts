/** What a location lets through: a filter of packets, and the documented flows. */

import type { Region } from '../../../data/model.ts';
import type { PacketFilter } from '../../network/compare/filter-element.ts';
import type { DocumentedFlow } from '../flows/flows.ts';

export interface LocationFilter {
  readonly region: Region;
  /** Undefined where the group is not in the input. */
  readonly filter: PacketFilter | undefined;
  /** Its security admin rules and its group alone, without routes and firewalls. */
  readonly ofRules: PacketFilter | undefined;
  readonly flows: readonly DocumentedFlow[];
  /** Of them the required ones that the group denies, as far as it is no choice of the owner. */
  readonly missing: readonly DocumentedFlow[];
}
