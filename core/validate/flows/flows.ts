/** The documented flows of one location: one for each port entry and direction of each applicable row. */

import { findServiceTag } from '../../../data/index.ts';
import { type Direction, featureNames, type Necessity, type Region } from '../../../data/model.ts';
import { type ApplicableRule, applicableRules } from '../../answers/applicable-rules.ts';
import type { Deployment } from '../../deployment.ts';
import { memoize, memoizeByObject } from '../../network/memoize.ts';
import type { ServiceTagIndex, Tag } from '../../network/service-tags/service-tags.ts';
import type { IntervalSet } from '../../network/sets/interval-set.ts';
import { portSet } from '../../network/sets/ports.ts';

export interface DocumentedFlow extends ApplicableRule {
  /** outbound-443-Storage */
  readonly id: string;
  readonly direction: Direction;
  readonly destinationPort: string;
  /** The same as a set. */
  readonly ports: IntervalSet;
  /** The far end: one tag, or the parts of it for the location's and the primary region. */
  readonly remote: readonly Tag[];
}

const setOf = memoize((port: string) => portSet([port]));

/** Kinds of deployments whose flows are in memory, some 7 kB each; then all are forgotten. */
const mostKinds = 200;
const flowsByKind = memoizeByObject((_: object) => new Map<string, readonly DocumentedFlow[]>());

/** The same objects for all deployments of a kind, since deployments differ in their rules and rarely in their kind. */
export function documentedFlows(
  { tier, virtualNetworkType, platform, edition, features, ...deployment }: Deployment,
  region: Region,
  primary: Region,
  tags: ServiceTagIndex,
): readonly DocumentedFlow[] {
  const scope = {
    tier,
    virtualNetworkType,
    platform,
    // An input may repeat a feature, and a cache key of its size would stay in memory.
    features: featureNames.filter((one) => features.includes(one)),
    isMultiRegion: isMultiRegion(deployment),
    cloud: region.cloud,
    ...(edition && { edition }),
  };
  const key = JSON.stringify([scope, region.name, primary.name]);
  const known = flowsByKind(tags.source);
  const cached = known.get(key);
  if (cached) return cached;
  const flows = flowsOfRules(applicableRules(scope), scope.features, region, primary, tags);
  if (known.size >= mostKinds) known.clear();
  known.set(key, flows);
  return flows;
}

function isMultiRegion({
  locations,
  furtherLocations,
}: Pick<Deployment, 'locations' | 'furtherLocations'>): boolean | undefined {
  if (locations.length > 1 || furtherLocations === 'SOME') return true;
  return furtherLocations === 'OPEN' ? undefined : false;
}

function flowsOfRules(
  rules: readonly ApplicableRule[],
  features: readonly string[],
  region: Region,
  primary: Region,
  tags: ServiceTagIndex,
): DocumentedFlow[] {
  return rules.flatMap((applicable) => {
    const { rule, statement } = applicable;
    const bracketed: Necessity =
      rule.optionalPortsFeature && features.includes(rule.optionalPortsFeature)
        ? 'REQUIRED'
        : 'OPTIONAL';
    const ports = [
      ...statement.optionalDestinationPorts.map((port) => [port, bracketed] as const),
      ...statement.destinationPorts.map((port) => [port, applicable.necessity] as const),
    ];
    return statement.directions.flatMap((direction) => {
      const base = direction === 'INBOUND' ? statement.source : statement.destination;
      const remote = remoteTags(base, region, primary, tags);
      return ports.map(([port, necessity]) => ({
        ...applicable,
        id: `${direction.toLowerCase()}-${port}-${base}`,
        direction,
        destinationPort: port,
        ports: setOf(port),
        remote,
        necessity,
      }));
    });
  });
}

/** Some tags may be narrowed to the instance's region; further locations also need the primary region's. */
function remoteTags(base: string, region: Region, primary: Region, tags: ServiceTagIndex): Tag[] {
  const whole = tags.find(base);
  if (!whole)
    throw new Error(`the port rules name ${base}, which is not a service tag of ${tags.cloud}`);
  if (!findServiceTag(base)?.mayBeRegional) return [whole];
  const parts = [region, primary].map((one) => tags.regional(base, one) ?? whole);
  if (parts.some((tag) => !tag.isRegional)) return [whole];
  return parts.filter(
    (tag, index) => parts.findIndex((other) => other.name === tag.name) === index,
  );
}
