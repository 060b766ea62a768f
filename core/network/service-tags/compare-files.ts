/** What one weekly service-tag file changed of the addresses of tags. */

import type { TagAddressChange } from '../../../data/model.ts';
import { empty, equals, subtract } from '../sets/interval-set.ts';
import { toPrefixes } from '../sets/ipv4.ts';
import type { ServiceTagFile } from './service-tag-file.ts';

/** Those of the tags whose IPv4 addresses differ; prefixes that only part the same addresses otherwise do not count. */
export function changedTags(
  before: ServiceTagFile,
  after: ServiceTagFile,
  names: readonly string[],
): readonly TagAddressChange[] {
  return names.flatMap((name) => {
    const was = before.addressesOf(name) ?? empty;
    const is = after.addressesOf(name) ?? empty;
    if (equals(was, is)) return [];
    return [{ name, added: toPrefixes(subtract(is, was)), removed: toPrefixes(subtract(was, is)) }];
  });
}
