/** What documents announce for a day, such as retirements. */

import { catalog } from '../../../data/index.ts';
import type { ComputePlatform, IsoDate, NetworkFact, Tier } from '../../../data/model.ts';
import type { Mode } from './requirements.ts';

/** Something that documents announce for a day. */
export interface DatedFact {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly date: IsoDate;
  /** Path of the page about it. */
  readonly path: string;
}

/** The facts that hold in some clouds alone; the others hold in all. */
const isOfPublicCloud: Readonly<Record<string, boolean>> = {
  'stv1-retired': true,
  'stv1-retired-other-clouds': false,
};

const topics: readonly (readonly [page: string, facts: readonly NetworkFact[]])[] = [
  ['/prerequisites/', catalog.prerequisites],
  ['/dns/', catalog.dnsFacts],
  ['/routing/', catalog.routingFacts],
  ['/limitations/', catalog.limitations],
  ['/integrations/', catalog.integrations],
];

/** Facts on the addresses of some regions; the entries of a region have its own. */
const onSomeRegions: readonly string[] = [
  'control-plane-addresses-changed-march-2023',
  'control-plane-address-changed-september-2023',
];

/** What is left out counts in all of its kinds. */
interface AnnouncedFor {
  readonly tier: Tier;
  /** Whether the cloud of the region is the public one. */
  readonly isPublic?: boolean;
  readonly mode?: Mode;
  readonly platform?: ComputePlatform;
}

/** In the order of their days. */
export function announcedFor(of: AnnouncedFor): readonly DatedFact[] {
  const { tier, isPublic, mode, platform } = of;
  const concerns = ({ id, tiers, virtualNetworkTypes, platforms }: NetworkFact) =>
    tiers.includes(tier) &&
    (mode === undefined || virtualNetworkTypes.includes(mode)) &&
    (platform === undefined || platforms.includes(platform)) &&
    (isPublic === undefined ||
      ((isOfPublicCloud[id] ?? isPublic) === isPublic && !onSomeRegions.includes(id)));
  return topics
    .flatMap(([page, facts]) =>
      facts.filter(concerns).flatMap(({ id, title, statement, effectiveOn }) => {
        const path = `${page}#${id}`;
        return effectiveOn === undefined
          ? []
          : [{ id, title, text: statement, date: effectiveOn, path }];
      }),
    )
    .sort((a, b) => a.date.localeCompare(b.date));
}
