/** One location of a deployment, read and evaluated: the common ground of all checks. */

import { findRegion } from '../../../data/index.ts';
import type { Region } from '../../../data/model.ts';
import { requirePrefix } from '../../answers/deployment-mistakes.ts';
import { requireRegion } from '../../answers/region.ts';
import { unknownRegion, unknownRegionName } from '../../answers/unknown-region.ts';
import type { Deployment, DeploymentLocation, InputRule } from '../../deployment.ts';
import { InputError } from '../../input-error.ts';
import { pointer } from '../../json-pointer.ts';
import { memoizeByObject } from '../../network/memoize.ts';
import {
  defaultRules,
  denyAllRule,
  inPriorityOrder,
  type SecurityRule,
} from '../../network/security-rule.ts';
import type { ServiceTagFile } from '../../network/service-tags/service-tag-file.ts';
import { ServiceTagIndex } from '../../network/service-tags/service-tags.ts';
import type { IntervalSet } from '../../network/sets/interval-set.ts';
import { prefixSet } from '../../network/sets/ipv4.ts';
import type { AssumptionCode, NetworkFacts } from '../../network/side.ts';
import {
  type EvaluatedFlow,
  evaluatorsOf,
  type FlowEvaluator,
  ofUnknownGroup,
  withoutGroup,
} from '../flows/evaluated-flow.ts';
import { type DocumentedFlow, documentedFlows } from '../flows/flows.ts';
import type { OwnFlowInput } from '../own-flows/own-flow.ts';
import { underAdminRules } from '../path/admin-rules.ts';
import { Budget } from '../read/arm/budget.ts';
import { readNetworkSecurityGroup } from '../read/network-security-group.ts';
import { countEntries } from '../read/rules/input-rule.ts';
import type { RuleProblem } from '../read/rules/rule-problem.ts';
import { ruleReader } from '../read/rules/security-rule.ts';
import { readRules } from '../read/rules/security-rules.ts';
import type { WhatIf } from '../report.ts';
import { type LocationRoutes, readRoutes } from './location-routes.ts';
import { networkSpace } from './network-space.ts';

export interface LocationContext {
  readonly deployment: Deployment;
  readonly location: DeploymentLocation;
  readonly region: Region;
  readonly isPrimary: boolean;
  /** JSON pointer to the location in the input. */
  readonly path: string;
  readonly tags: ServiceTagIndex;
  /** Custom rules in priority order; undefined if the subnet has no network security group. */
  readonly rules: readonly SecurityRule[] | undefined;
  readonly problems: readonly RuleProblem[];
  /** The rules as written, including those that Azure refuses. */
  readonly inputRules: readonly InputRule[];
  readonly flows: readonly EvaluatedFlow[];
  /** Undefined if the subnet has no route table, and the input has nothing else that brings routes. */
  readonly routes: LocationRoutes | undefined;
  readonly network: NetworkFacts;
  readonly assumptions: ReadonlySet<AssumptionCode>;
  /** The rule as evaluated; undefined if it cannot be read. */
  read(rule: InputRule): SecurityRule | undefined;
  /** Evaluates flows as if the network security group had these rules instead. */
  evaluator(rules: readonly InputRule[]): FlowEvaluator;
}

/** Far above the limit of any tier. */
const maxUnits = 1000;

export interface LocationOptions {
  /** Takes lines that say how a document was read, without a value of it. */
  readonly log?: ((line: string) => void) | undefined;
  readonly serviceTagFiles: readonly ServiceTagFile[];
  readonly whatIf: WhatIf;
  /** What the owner of the network promises of it. */
  readonly flows?: readonly OwnFlowInput[] | undefined;
}

/** A location whose rules are read and not evaluated yet. */
export interface LocationReading {
  readonly rules: number;
  /** Address prefixes and port ranges in the rules. */
  readonly entries: number;
  readonly flows: number;
  evaluate(): LocationContext;
}

export function readLocation(
  deployment: Deployment,
  index: number,
  { serviceTagFiles, whatIf, flows: ownFlows = [] }: LocationOptions,
  budget = new Budget(),
): LocationReading {
  const keys = ['deployment', 'locations', index];
  const location = deployment.locations[index] as DeploymentLocation;
  const region = regionAt(deployment, index);
  const primary = regionAt(deployment, 0);
  if (!Number.isInteger(location.units) || location.units < 1 || location.units > maxUnits) {
    throw new InputError(`a location has 1 to ${maxUnits} units`, {
      path: [...keys, 'units'],
      given: location.units,
      expected: [`whole numbers from 1 to ${maxUnits}`],
    });
  }
  const assumptions = new Set<AssumptionCode>([
    ...(location.region === unknownRegionName ? (['REGION_UNKNOWN'] as const) : []),
  ]);
  const tags = new ServiceTagIndex(
    region.cloud,
    serviceTagFiles.find((file) => file.cloud === region.cloud),
  );
  const network: NetworkFacts = {
    assume: (code) => assumptions.add(code),
    tags,
    subnet:
      location.subnet?.addressPrefix === undefined
        ? undefined
        : readPrefix(location.subnet.addressPrefix, [...keys, 'subnet', 'addressPrefix']),
    ...networkSpace(location, keys),
  };
  const group = location.networkSecurityGroup;
  const inputRules = group
    ? readNetworkSecurityGroup(
        group,
        [...keys, 'networkSecurityGroup'],
        location.subnet?.id,
        budget,
      )
    : [];
  const readRule = ruleReader(tags);
  const { rules, problems } = group
    ? readRules(inputRules, readRule)
    : { rules: undefined, problems: [] };
  const inOrder = (list: readonly SecurityRule[]) =>
    inPriorityOrder([...list, ...whatIfRules(whatIf)]);
  const custom = rules && inOrder(rules);
  const documented = documentedFlows(deployment, region, primary, tags);
  const evaluatorOf = evaluatorsOf(network);
  const defaults = defaultRules(tags);
  const { adminRules = [] } = location;
  const withAdmin = underAdminRules(adminRules, tags, evaluatorOf);
  const under = (custom: readonly SecurityRule[], assumed: Set<AssumptionCode>) => {
    const evaluate = evaluatorOf([...custom, ...defaults], assumed);
    return (flow: DocumentedFlow) => withAdmin(evaluate(flow));
  };
  const read = memoizeByObject((rule: InputRule) => readRule(rule).rule);
  return {
    rules: (custom?.length ?? 0) + 2 * adminRules.length,
    entries: inputRules.reduce((sum, rule) => sum + entriesIn(rule), 0),
    flows: documented.length + ownFlows.length,
    evaluate: () => ({
      deployment,
      location,
      region,
      isPrimary: index === 0,
      path: pointer(...keys),
      tags,
      rules: custom,
      problems,
      inputRules,
      flows: documented.map(
        custom
          ? under(custom, assumptions)
          : (flow) =>
              withAdmin(
                (hasGroupElsewhere(location) ? ofUnknownGroup : withoutGroup(deployment))(flow),
              ),
      ),
      routes:
        location.routeTable || location.routeSources || location.hubRoutes
          ? readRoutes(location, region, network, [...keys, 'routeTable'], budget)
          : undefined,
      network,
      assumptions,
      read,
      evaluator: (candidates) =>
        under(inOrder(candidates.flatMap((rule) => read(rule) ?? [])), new Set()),
    }),
  };
}

const entriesIn = ({ source, sourcePorts, destination, destinationPorts }: InputRule): number =>
  countEntries(source) +
  countEntries(sourcePorts) +
  countEntries(destination) +
  countEntries(destinationPorts);

/** True where the location's group is unknown, and not missing. */
export const hasGroupElsewhere = (location: DeploymentLocation): boolean =>
  location.networkSecurityGroup === undefined &&
  (location.subnetElsewhere ?? location.networkSecurityGroupElsewhere) !== undefined;

/** The region of a location, or one without regional tags if a document does not name it. */
function regionAt({ locations }: Deployment, index: number): Region {
  const { region } = locations[index] as DeploymentLocation;
  if (region !== unknownRegionName) {
    return requireRegion(region, ['deployment', 'locations', index, 'region']);
  }
  const known = locations.find((location) => location.region !== unknownRegionName);
  return unknownRegion(known ? (findRegion(known.region)?.cloud ?? 'PUBLIC') : 'PUBLIC');
}

function whatIfRules(whatIf: WhatIf): SecurityRule[] {
  return [
    ...(whatIf === 'DENY_ALL' || whatIf === 'DENY_ALL_INBOUND' ? [denyAllRule('INBOUND')] : []),
    ...(whatIf === 'DENY_ALL' || whatIf === 'DENY_ALL_OUTBOUND' ? [denyAllRule('OUTBOUND')] : []),
  ];
}

function readPrefix(text: string, path: readonly (string | number)[]): IntervalSet {
  requirePrefix(text, path, true);
  return prefixSet(text);
}
