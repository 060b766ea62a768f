/** The IPv4 prefixes of a service tag, whole or of its version for a region, by the weekly file of a cloud. */

import type { CloudName, ServiceTag } from '../../data/model.ts';
import { InputError } from '../input-error.ts';
import type { ServiceTagFile } from '../network/service-tags/service-tag-file.ts';
import { ServiceTagIndex } from '../network/service-tags/service-tags.ts';
import { toPrefixes } from '../network/sets/ipv4.ts';
import { requireRegion } from './region.ts';

export interface TagPlace {
  /** That of the region, or PUBLIC, when none is named. */
  readonly cloud?: CloudName | null | undefined;
  /** Any name of a region; the whole tag without one. */
  readonly region?: string | null | undefined;
}

/**
 * The fewest prefixes that make up the addresses of the tag, in order; null where no weekly file lists any. Throws an
 * InputError for a region that is unknown or of another cloud.
 */
export function serviceTagPrefixes(
  { name }: ServiceTag,
  { cloud, region: regionName }: TagPlace,
  files: readonly ServiceTagFile[],
): readonly string[] | null {
  const region = regionName ? requireRegion(regionName, ['region']) : undefined;
  if (cloud && region && region.cloud !== cloud) {
    throw new InputError('the region is of another cloud', {
      path: ['cloud'],
      given: cloud,
      accepted: [region.cloud],
    });
  }
  if (region && region.serviceTagSuffix === undefined) return null;
  const read = cloud ?? region?.cloud ?? 'PUBLIC';
  const file = files.find((one) => one.cloud === read);
  const tag = region ? `${name}.${region.serviceTagSuffix}` : name;
  const addresses = new ServiceTagIndex(read, file).find(tag)?.addresses;
  return addresses === undefined ? null : toPrefixes(addresses);
}
