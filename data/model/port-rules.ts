/** The rows of the port table. */

import type { Cited } from './citation.ts';
import type {
  CloudName,
  ComputePlatform,
  Direction,
  FeatureName,
  IsoDate,
  Necessity,
  Protocol,
  Tier,
  VirtualNetworkType,
} from './vocabulary.ts';

/** When a CONDITIONAL rule becomes required; all parts that are set must hold. */
export interface Condition {
  readonly text: string;
  readonly tiers?: readonly Tier[];
  readonly isMultiRegion?: true;
}

/** One row of the port table of one edition. */
export interface PortRuleStatement extends Cited {
  readonly edition: IsoDate;
  readonly platforms: readonly ComputePlatform[];
  readonly directions: readonly Direction[];
  readonly protocol: Protocol;
  /** Name of a service tag, in today's spelling. */
  readonly source: string;
  readonly sourcePorts: readonly string[];
  readonly destination: string;
  /** Single ports and ranges as 443 and 6381-6383; * for any. */
  readonly destinationPorts: readonly string[];
  /** Ports printed in brackets: to be opened only where they are wanted. */
  readonly optionalDestinationPorts: readonly string[];
  readonly necessity: Necessity;
  /** Set exactly when necessity is CONDITIONAL. */
  readonly requiredWhen?: Condition;
  readonly virtualNetworkTypes: readonly VirtualNetworkType[];
  readonly purpose: string;
}

/** A remark on the rows of the editions from `since` to `until`; without them, on those of every edition. */
export interface PortRuleRemark {
  readonly text: string;
  readonly since?: IsoDate;
  readonly until?: IsoDate;
}

/** A port rule in all the editions that state it. */
export interface PortRule {
  /** Permanent, kebab-case. */
  readonly id: string;
  readonly title: string;
  /** What stops working when the traffic is blocked. */
  readonly consequence: string;
  /** The feature that needs the rule where the rule is optional. */
  readonly feature?: FeatureName;
  /** Further features whose use makes it required. */
  readonly otherFeatures?: readonly FeatureName[];
  /** Clouds whose own edition of the port table has no such row. */
  readonly cloudsWithout?: readonly CloudName[];
  /** The feature that needs the ports in brackets. */
  readonly optionalPortsFeature?: FeatureName;
  /** What a reader should know in addition to the row: an exemption, a dispute, a trap. */
  readonly remarks?: readonly PortRuleRemark[];
  /** Tiers the rule concerns. */
  readonly tiers: readonly Tier[];
  /** Oldest edition first; an edition may have one statement per platform. */
  readonly statements: readonly PortRuleStatement[];
}

export interface Feature extends Cited {
  readonly name: FeatureName;
  readonly description: string;
  /** Ids of the network facts that say what else its use needs. */
  readonly needs?: readonly string[];
}
