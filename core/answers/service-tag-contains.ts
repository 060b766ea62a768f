/** How much of a service tag, or of a prefix, lies within a tag: measured in weekly files, or inferred where none has both. */

import { cloudNames } from '../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../input-error.ts';
import { nearestOf } from '../nearest.ts';
import type { ServiceTagFile } from '../network/service-tags/service-tag-file.ts';
import {
  coverageOf,
  relationToAzureCloud,
  ServiceTagIndex,
  type Tag,
} from '../network/service-tags/service-tags.ts';
import { intersect, interval, size } from '../network/sets/interval-set.ts';
import { looksLikeIpv6, parsePrefix } from '../network/sets/ipv4.ts';

export interface TagContainment {
  readonly outer: string;
  readonly inner: string;
  /** Share of the inner tag's IPv4 addresses that the outer one holds; null where no weekly file has both. */
  readonly fraction: number | null;
  readonly innerAddresses: number | null;
  readonly commonAddresses: number | null;
  /** Where no weekly file has both, by documented and measured containments. */
  readonly relation: 'CONTAINED' | 'DISJOINT' | 'PARTIAL' | 'UNKNOWN';
  /** "Public 376 of 2025-11-10", the file that was measured. */
  readonly serviceTagVersion: string | null;
}

export function serviceTagContains(
  outerName: string,
  innerName: string,
  files: readonly ServiceTagFile[],
): TagContainment {
  const indexes = cloudNames.map(
    (cloud) =>
      new ServiceTagIndex(
        cloud,
        files.find((file) => file.cloud === cloud),
      ),
  );
  throwAll(
    mistakesOf([
      () => requireTag('outer', outerName, indexes),
      () => prefixTag(innerName) ?? requireTag('inner', innerName, indexes),
    ]),
  );
  const outers = requireTag('outer', outerName, indexes);
  const prefix = prefixTag(innerName);
  const inners = prefix
    ? outers.map((tag) => tag && prefix)
    : requireTag('inner', innerName, indexes);
  const measured = mostInCommon(outers, inners);
  const shared = outers.findIndex((outer, cloud) => outer && inners[cloud]);
  const outer = outers[Math.max(measured, shared)] ?? (outers.find(Boolean) as Tag);
  const inner = inners[Math.max(measured, shared)] ?? (inners.find(Boolean) as Tag);
  const relation = relationOf(outer, inner);
  if (measured < 0 || !outer.addresses || !inner.addresses) {
    return {
      outer: outer.name,
      inner: inner.name,
      fraction: null,
      innerAddresses: null,
      commonAddresses: null,
      relation,
      serviceTagVersion: null,
    };
  }
  const common = size(intersect(outer.addresses, inner.addresses));
  const total = size(inner.addresses);
  const file = indexes[measured]?.file as ServiceTagFile;
  return {
    outer: outer.name,
    inner: inner.name,
    fraction: total === 0 ? null : common / total,
    innerAddresses: total,
    commonAddresses: common,
    relation: common === total ? 'CONTAINED' : common === 0 ? 'DISJOINT' : 'PARTIAL',
    serviceTagVersion: file.version,
  };
}

/** A prefix or a single address as a tag of its own; undefined for what looks like neither. */
function prefixTag(text: string): Tag | undefined {
  const prefix = parsePrefix(text);
  if (prefix.kind === 'prefix') {
    const addresses = interval(prefix.first, prefix.last);
    return { name: text, base: text, isRegional: false, addresses };
  }
  if (prefix.kind === 'host-bits-set') {
    throw new InputError('the prefix has host bits set', {
      path: ['inner'],
      given: text,
      accepted: [prefix.canonical],
      nearest: [prefix.canonical],
    });
  }
  return undefined;
}

/** The cloud whose tags are both known and share the most addresses; -1 where no cloud has both. */
function mostInCommon(
  outers: readonly (Tag | undefined)[],
  inners: readonly (Tag | undefined)[],
): number {
  const common = outers.map((outer, cloud) => {
    const inner = inners[cloud];
    return outer?.addresses && inner?.addresses
      ? size(intersect(outer.addresses, inner.addresses))
      : -1;
  });
  const most = Math.max(...common);
  return most < 0 ? -1 : common.indexOf(most);
}

/** The tag in each cloud that has it. */
function requireTag(
  argument: string,
  name: string,
  indexes: readonly ServiceTagIndex[],
): (Tag | undefined)[] {
  const tags = indexes.map((index) => index.find(name));
  if (tags.some(Boolean)) return tags;
  const reason = /^[\d.]+\/\d+$/.test(name)
    ? 'a prefix can be the inner side only'
    : looksLikeIpv6(name)
      ? 'the tags are compared by their IPv4 addresses'
      : 'no service tag has this name';
  throw new InputError(reason, {
    path: [argument],
    given: name,
    expected: [
      'a service tag of the weekly files, or its regional version, such as Storage.WestEurope',
      ...(argument === 'inner' ? ['an IPv4 prefix'] : []),
    ],
    nearest: nearestOf(name, [...new Set(indexes.flatMap(({ names }) => names))]),
  });
}

function relationOf(outer: Tag, inner: Tag): TagContainment['relation'] {
  if (prefixTag(inner.name)) return 'UNKNOWN';
  if (outer.name === inner.name || outer.name === 'Internet') return 'CONTAINED';
  if (outer.base === inner.base && outer.part === undefined) return 'CONTAINED';
  if (outer.base === inner.base && inner.part === undefined) return 'PARTIAL';
  if (outer.base === inner.base && outer.isRegional && inner.isRegional) return 'DISJOINT';
  if (outer.base === 'AzureCloud') {
    const relation = relationToAzureCloud(inner.base);
    if (outer.part === undefined) {
      return relation === 'inside' || inner.isRegional
        ? 'CONTAINED'
        : relation === 'partly'
          ? 'PARTIAL'
          : 'UNKNOWN';
    }
    if (inner.isRegional) return outer.part === inner.part ? 'CONTAINED' : 'DISJOINT';
    return 'UNKNOWN';
  }
  const coverage = coverageOf(outer.base, inner.base);
  if (coverage === 'none') return 'DISJOINT';
  return coverage === 'all' && outer.part === undefined ? 'CONTAINED' : 'UNKNOWN';
}
