/** What an instance may be whose tier or mode the input leaves open: one deployment for each tier and mode. */

import { tierProfileByTier } from '../../data/index.ts';
import { findSubnetArithmetic } from '../answers/subnet-plan.ts';
import type { Deployment } from '../deployment.ts';
import type { ConfigReport } from './report.ts';

export interface Alternative {
  readonly deployment: Deployment;
  readonly report: ConfigReport;
}

/** The deployment itself, or one for each tier and mode that it may have. */
export function alternativesOf(deployment: Deployment): readonly Deployment[] {
  const { possible, ...rest } = deployment;
  if (!possible) return [deployment];
  const pairs = possible.tiers.flatMap((tier) =>
    possible.virtualNetworkTypes.map((virtualNetworkType) => ({ tier, virtualNetworkType })),
  );
  const networked = pairs.filter(
    ({ tier, virtualNetworkType: mode }) => findSubnetArithmetic(tier, mode) !== undefined,
  );
  const usable = networked.length > 0 ? networked : pairs;
  const delegated = usable.filter((kind) => isDelegatedFor(kind, deployment));
  return (delegated.length > 0 ? delegated : usable).map((kind) => ({ ...rest, ...kind }));
}

/** True where every known subnet has the delegation of the kind, or none where it must have none. */
const isDelegatedFor = (
  kind: Pick<Deployment, 'tier' | 'virtualNetworkType'>,
  { locations }: Deployment,
): boolean =>
  locations.every(({ subnet }) => {
    if (!subnet || subnet.hasOpenDelegations) return true;
    const wanted = findSubnetArithmetic(kind.tier, kind.virtualNetworkType)?.delegation;
    const delegations = subnet.delegations.map((one) => one.toLowerCase());
    return wanted ? delegations.includes(wanted.toLowerCase()) : delegations.length === 0;
  });

/** "Developer or Premium (EXTERNAL), or Standard v2 (EXTERNAL)" */
export function kindsText(deployments: readonly Deployment[]): string {
  const byModes = Map.groupBy(
    [...Map.groupBy(deployments, ({ tier }) => tier)].map(([tier, kinds]) => ({
      name: tierProfileByTier.get(tier)?.displayName ?? tier,
      modes: kinds.map(({ virtualNetworkType }) => virtualNetworkType).join(' or '),
    })),
    ({ modes }) => modes,
  );
  return [...byModes]
    .map(([modes, kinds]) => `${kinds.map(({ name }) => name).join(' or ')} (${modes})`)
    .join(', or ');
}
