/** To which instances a fact applies, as text. */

import { virtualNetworkTypes as allModes, tiers as allTiers } from '../../../data/model.ts';
import { labelOf, labelsOf } from './labels.ts';
import { joined } from './sentences.ts';

const classicModes: Readonly<Record<string, string>> = {
  NONE: 'outside a virtual network',
  EXTERNAL: 'external mode',
  INTERNAL: 'internal mode',
};
const v2Modes: Readonly<Record<string, string>> = {
  NONE: 'outside a virtual network',
  EXTERNAL: 'outbound integration',
  INTERNAL: 'injection',
};

/** Network modes, named as the documents name them for these tiers. */
export function modeLabels(modes: readonly string[], tiers: readonly string[]): string {
  if (modes.length === allModes.length) return 'any mode';
  const names = tiers.every((tier) => tier.endsWith('_V2')) ? v2Modes : classicModes;
  return joined(modes.map((mode) => names[mode] ?? labelOf(mode)));
}

interface Applicability {
  readonly tiers: readonly string[];
  readonly virtualNetworkTypes: readonly string[];
  readonly platforms: readonly string[];
  readonly since?: string | null;
  readonly until?: string | null;
  readonly effectiveOn?: string | null;
}

/** Developer and Premium; internal mode; stv2; since 2023-01-06. */
export function appliesTo(fact: Applicability): string {
  const { tiers, virtualNetworkTypes, platforms, since, until, effectiveOn } = fact;
  const isClassic = tiers.includes('DEVELOPER') || tiers.includes('PREMIUM');
  const time =
    since && since === until
      ? [`in the document of ${since} alone`]
      : [...(since ? [`since ${since}`] : []), ...(until ? [`until ${until}`] : [])];
  const parts = [
    tiers.length === allTiers.length ? 'All tiers' : labelsOf(tiers),
    modeLabels(virtualNetworkTypes, tiers),
    ...(platforms.length === 1 && isClassic ? [labelsOf(platforms)] : []),
    ...time,
    ...(effectiveOn ? [`takes effect on ${effectiveOn}`] : []),
  ];
  return `${parts.join('; ')}.`;
}
