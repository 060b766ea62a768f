/**
 * The feed of a deployment in one location: an entry if and only if the rules that it must allow change, or addresses that
 * its owner lists. Rules that only several locations need are not in it.
 */

import { catalog, tierProfileByTier } from '../../../data/index.ts';
import type { ServiceTagFileChange } from '../../../data/model.ts';
import { availabilityNotes } from '../availability.ts';
import { v2Tiers } from '../port-table.ts';
import { announcedFor } from './announced.ts';
import { entriesOf } from './entries.ts';
import type { Feed } from './feed.ts';
import { fileEntries, inOrder } from './file-entries.ts';
import { feedQuery } from './read-query.ts';
import { addressLines, datesFor, deploymentLines, type FeedDeployment } from './requirements.ts';

/** West Europe, Premium, internal */
function titleFor(deployment: FeedDeployment): string {
  const { region, tier, virtualNetworkType, platform, features, tags } = deployment;
  const profile = tierProfileByTier.get(tier);
  return [
    region.displayName,
    profile?.displayName ?? tier,
    virtualNetworkType.toLowerCase(),
    ...(platform === 'STV1' && !v2Tiers.includes(tier) ? ['stv1'] : []),
    ...features.map((feature) => feature.toLowerCase().replaceAll('_', ' ')),
    ...tags,
  ].join(', ');
}

/** Whether the owner lists addresses of the control plane: where no tag is named, nothing says that rules name the tag. */
const listsControlPlane = ({ tier, tags }: FeedDeployment): boolean =>
  !v2Tiers.includes(tier) &&
  (tags.length === 0 || tags.some((tag) => tag.split('.')[0] === 'ApiManagement'));

/** What the lines of the feed are. */
function aboutOf(deployment: FeedDeployment): string {
  const { region, tags } = deployment;
  const parts = [
    `the rules that an instance in ${region.displayName} alone must allow`,
    ...(listsControlPlane(deployment) ? ['the control-plane addresses that documents print'] : []),
    ...(tags.length > 0 ? [`the addresses of ${tags.join(', ')} in weekly files`] : []),
  ];
  return parts.join('; ');
}

/** `changes` are those of weekly files, oldest first. */
export function deploymentFeed(
  deployment: FeedDeployment,
  changes: readonly ServiceTagFileChange[] = catalog.serviceTagFileChanges,
): Feed {
  const { region, tier, virtualNetworkType: mode, platform, tags } = deployment;
  const dates = datesFor(tier, platform);
  const ofDocuments = entriesOf(
    dates.map((date) => {
      const { lines, optional } = deploymentLines(deployment, date);
      const addresses = listsControlPlane(deployment) ? addressLines(region, date) : [];
      return { date, lines: [...lines, ...addresses], optional };
    }),
  );
  const ofFiles = fileEntries(tags, ({ cloud }) => cloud === region.cloud, changes);
  return {
    id: `deployment?${feedQuery(deployment)}`,
    title: titleFor(deployment),
    about: aboutOf(deployment),
    notes: availabilityNotes(tier, [region]).map(({ text }) => text),
    since: dates[0] ?? '',
    page: `/regions/${region.name}/`,
    entries: inOrder([...ofDocuments, ...ofFiles]),
    facts: announcedFor({
      tier,
      isPublic: region.cloud === 'PUBLIC',
      mode,
      ...(!v2Tiers.includes(tier) && { platform }),
    }),
  };
}
