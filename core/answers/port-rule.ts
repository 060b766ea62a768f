/** What a port rule says for one edition, one cloud and the features in use. */

import type { CloudName, FeatureName, IsoDate, PortRule } from '../../data/model.ts';

/** Features whose use makes the rule required; empty where there is none. */
export function featuresOf({
  feature,
  otherFeatures = [],
}: Pick<PortRule, 'feature' | 'otherFeatures'>): readonly FeatureName[] {
  return feature === undefined ? otherFeatures : [feature, ...otherFeatures];
}

/** Whether the port table for this cloud has the rule. */
export function isInCloud({ cloudsWithout = [] }: PortRule, cloud: CloudName): boolean {
  return !cloudsWithout.includes(cloud);
}

/** The remarks on the row of one edition, in one text; null where there is none. */
export function remarkOn({ remarks = [] }: PortRule, edition: IsoDate): string | null {
  const texts = remarks
    .filter(
      ({ since, until }) =>
        (since === undefined || since <= edition) && (until === undefined || edition <= until),
    )
    .map(({ text }) => text);
  return texts.length === 0 ? null : texts.join(' ');
}
