/** Whether a tier can be created in a region: what clouds are without, and what the dated table of the v2 tiers offers. */

import { catalog, tierProfileByTier } from '../../data/index.ts';
import type { Region, Tier } from '../../data/model.ts';
import type { Note } from '../notes.ts';
import { v2Tiers } from './port-table.ts';

const table = catalog.regionAvailability;
const conflict = catalog.conflicts.find(({ id }) => id === 'region-availability-south-india');

const nameOf = (tier: Tier) => tierProfileByTier.get(tier)?.displayName ?? tier;

/** Of a region that the table offers no v2 tier in; one region is missing from it for an unknown reason. */
function absent(tier: Tier, region: Region): Note {
  const isDisputed = conflict?.touches.some(
    ({ kind, id }) => kind === 'REGION' && id === region.name,
  );
  if (conflict && isDisputed) {
    return {
      text: `Whether ${region.displayName} offers ${nameOf(tier)} is unknown: the list of 2024-11-20 names the region, that of 2026-05-08 does not.`,
      citations: conflict.positions.flatMap(({ citations }) => citations),
    };
  }
  return {
    text: `The list of regions of 2026-05-08 does not offer ${nameOf(tier)} in ${region.displayName}.`,
    citations: table[0]?.citations ?? [],
  };
}

function inPublicCloud(tier: Tier, region: Region): readonly Note[] {
  if (!v2Tiers.includes(tier)) return [];
  const offer = table.find((row) => row.region === region.name);
  if (offer === undefined) return [absent(tier, region)];
  const { tiers, pausedTiers, citations } = offer;
  if (!tiers.includes(tier)) {
    const others = tiers.map(nameOf).join(', ');
    return [
      {
        text: `${region.displayName} does not offer ${nameOf(tier)}; of the v2 tiers it offers ${others}.`,
        citations,
      },
    ];
  }
  if (!pausedTiers.includes(tier)) return [];
  return [
    {
      text: `${region.displayName} currently accepts no new ${nameOf(tier)} instances; existing ones stay.`,
      citations,
    },
  ];
}

/** A region without any tag in the weekly files has left the cloud, or is not open yet. */
function withoutTags(region: Region): readonly Note[] {
  if (region.serviceTagSuffix !== undefined) return [];
  const { date } = catalog.serviceTagExtracts[region.cloud];
  return [
    {
      text: `The weekly service-tag file of ${date} has no tags of ${region.displayName}, so the region may be closed or not open yet.`,
      citations: region.citations,
    },
  ];
}

/** What speaks against creating an instance of the tier in these regions; none where nothing is known to. */
export function availabilityNotes(tier: Tier, regions: readonly Region[]): readonly Note[] {
  const notes = regions.flatMap((region) => [
    ...catalog.cloudAvailability
      .filter(({ cloud, missingTiers }) => cloud === region.cloud && missingTiers.includes(tier))
      .map(({ statement, citations }) => ({ text: statement, citations })),
    ...(region.cloud === 'PUBLIC' ? inPublicCloud(tier, region) : []),
    ...withoutTags(region),
  ]);
  return [...new Map(notes.map((note) => [note.text, note])).values()];
}
