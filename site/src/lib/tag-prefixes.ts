/** The IPv4 prefixes of a service tag in the weekly files of this version, region by region. */

import { shippedServiceTagFiles } from '../../../core/network/service-tags/shipped-files.ts';
import { toPrefixes } from '../../../core/network/sets/ipv4.ts';
import { catalog } from '../../../data/index.ts';

export interface TagPrefixes {
  /** As the file spells it, for example ApiManagement.WestEurope. */
  readonly tag: string;
  /** Undefined for the whole tag of a cloud, and where the suffix is of no region known here. */
  readonly region: { readonly name: string; readonly displayName: string } | undefined;
  readonly prefixes: readonly string[];
  /** Version of the file, for example Public 376 of 2025-11-10. */
  readonly file: string;
}

const regionOf = new Map(
  catalog.regions.flatMap((region) =>
    [region.serviceTagSuffix, region.serviceTagRegion, region.name].flatMap((suffix) =>
      suffix ? [[suffix.toLowerCase(), region] as const] : [],
    ),
  ),
);

/** The whole tag first, then its regional versions; empty for a tag that no file lists. */
export function tagPrefixes(name: string): readonly TagPrefixes[] {
  const start = `${name}.`.toLowerCase();
  return shippedServiceTagFiles.flatMap((file) =>
    file.names
      .filter(
        (tag) => tag.toLowerCase() === name.toLowerCase() || tag.toLowerCase().startsWith(start),
      )
      .map((tag) => ({
        tag,
        region: regionOf.get(tag.slice(start.length).toLowerCase()),
        prefixes: toPrefixes(file.addressesOf(tag) ?? []),
        file: file.version,
      })),
  );
}
