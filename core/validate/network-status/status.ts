/** The network status of an instance: as Azure reports it, and as a report explains it. */

export const dependencyStates = ['UP', 'DOWN', 'STARTING', 'UNKNOWN'] as const;
export type DependencyState = (typeof dependencyStates)[number];

export interface ReportedDependency {
  /** A host, a host with a port, a URL, or a label such as LocalGatewayRedis. */
  readonly name: string;
  /** Kind of the dependency, as Azure names it: SQLDatabase. */
  readonly resourceType: string;
  readonly state: DependencyState;
  /** Undefined if the output does not say it. */
  readonly isOptional: boolean | undefined;
  readonly error: string | undefined;
  /** Times as the output has them. */
  readonly lastUpdated: string | undefined;
  readonly lastStatusChange: string | undefined;
  /** JSON pointer into the input. */
  readonly path: string;
}

export interface ReportedLocation {
  /** Name of the region; undefined in the output for one location. */
  readonly location: string | undefined;
  readonly dnsServers: readonly string[];
  readonly dependencies: readonly ReportedDependency[];
}

export const explanations = [
  /** Up, and nothing says that it should not be. */
  'AS_EXPECTED',
  /** Down, and a security rule denies what it needs. */
  'DENIED',
  /** Down, and a route drops what it needs. */
  'DROPPED',
  /** Down, although rules and routes let through what it needs. */
  'DOWN_THOUGH_ALLOWED',
  /** Up, although the rules deny what it needs: the input is not the network of that time, or it is read wrongly. */
  'UP_THOUGH_DENIED',
  /** The input does not decide it, or Azure has not probed it yet. */
  'UNDECIDED',
  /** The port table has no row for it. */
  'NOT_IN_PORT_TABLE',
] as const;
export type DependencyExplanation = (typeof explanations)[number];

/** One dependency of the network status, explained. */
export interface DependencyStatus {
  /** Programmatic name of the region, or its name in the output; null if the output names none. */
  readonly region: string | null;
  readonly name: string;
  /** Kind of the dependency, as Azure names it: SQLDatabase. */
  readonly resourceType: string;
  readonly state: DependencyState;
  /** Null if the output does not say it. */
  readonly isOptional: boolean | null;
  readonly error: string | null;
  readonly lastUpdated: string | null;
  readonly lastStatusChange: string | null;
  /** Keys of the flows in its region that it needs. */
  readonly flows: readonly string[];
  readonly explanation: DependencyExplanation;
  readonly message: string;
  /** Name of the security rule that denies it; null if none does. */
  readonly decidedBy: string | null;
  /** What to do, in order. */
  readonly nextSteps: readonly string[];
  /** JSON pointer into the input. */
  readonly path: string;
}
