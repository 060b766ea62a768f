/** The feed of one deployment: an entry if and only if what it must allow changes, or addresses of the tags that its owner lists. */

import { catalog, tierProfileByTier } from '../../../data/index.ts';
import type { ServiceTagFileChange } from '../../../data/model.ts';
import { v2Tiers } from '../port-table.ts';
import { announcedFor } from './announced.ts';
import { entriesOf } from './entries.ts';
import type { Feed } from './feed.ts';
import { fileEntries, inOrder } from './file-entries.ts';
import { feedQuery } from './read-query.ts';
import { datesFor, deploymentLines, type FeedDeployment } from './requirements.ts';

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

/** `changes` are those of weekly files, oldest first. */
export function deploymentFeed(
  deployment: FeedDeployment,
  changes: readonly ServiceTagFileChange[] = catalog.serviceTagFileChanges,
): Feed {
  const { region, tier, virtualNetworkType: mode, platform, tags } = deployment;
  const dates = datesFor(tier, platform);
  const ofDocuments = entriesOf(
    dates.map((date) => ({ date, ...deploymentLines(deployment, date) })),
  );
  const ofFiles = fileEntries(tags, ({ cloud }) => cloud === region.cloud, changes);
  return {
    id: `deployment?${feedQuery(deployment)}`,
    title: titleFor(deployment),
    about:
      tags.length === 0
        ? 'the rules that it must allow'
        : `the rules that it must allow, and the addresses of ${tags.join(', ')}`,
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
