/** What one element of the way does with a flow. */

import type { FlowOutcome } from '../../network/evaluate.ts';
import type { SourceLocation } from '../read/source/location.ts';

export const pathElements = [
  'SECURITY_ADMIN_RULES',
  'NETWORK_SECURITY_GROUP',
  'ROUTE',
  'FIREWALL',
] as const;
export type PathElement = (typeof pathElements)[number];

export interface PathStep {
  readonly element: PathElement;
  /** Of the route or the firewall; null for security rules. */
  readonly name: string | null;
  readonly outcome: FlowOutcome;
  /** The rule or route that decides most of it; null where none is known to. */
  readonly decidedBy: string | null;
  /** Why, for what is denied or not known; empty for what passes. */
  readonly reason: string;
  /** JSON pointer into the input to what decides; null for what Azure adds. */
  readonly path: string | null;
  /** Where that is in the text of a source file; undefined for other inputs. */
  readonly sourceLocation?: SourceLocation;
}
