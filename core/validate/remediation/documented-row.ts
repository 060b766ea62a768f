/** A documented row that a rule of the input may be meant for. */

import type { Direction, PortRuleStatement } from '../../../data/model.ts';
import type { Tag } from '../../network/service-tags/service-tags.ts';

/** One direction of a documented row, as one location needs it. */
export interface DocumentedRow {
  readonly direction: Direction;
  readonly statement: PortRuleStatement;
  /** The ports to compare: single ports and ranges of the statement. */
  readonly ports: readonly string[];
  /** The far end: the tag, or its parts for the location's and the primary region. */
  readonly remote: readonly Tag[];
}
