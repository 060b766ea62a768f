/** How much of one service tag lies within another: measured in a weekly file, or inferred where none has both. */

import { cloudNames } from '../../data/model.ts';
import { InputError } from '../input-error.ts';
import type { ServiceTagFile } from '../network/service-tags/service-tag-file.ts';
import {
  coverageOf,
  relationToAzureCloud,
  ServiceTagIndex,
  type Tag,
} from '../network/service-tags/service-tags.ts';
import { intersect, size } from '../network/sets/interval-set.ts';

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
  const outers = requireTag('outer', outerName, indexes);
  const inners = requireTag('inner', innerName, indexes);
  const measured = indexes.findIndex(
    (_, cloud) => outers[cloud]?.addresses && inners[cloud]?.addresses,
  );
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

/** The tag in each cloud that has it. */
function requireTag(
  argument: string,
  name: string,
  indexes: readonly ServiceTagIndex[],
): (Tag | undefined)[] {
  const tags = indexes.map((index) => index.find(name));
  if (tags.some(Boolean)) return tags;
  throw new InputError('no service tag has this name', {
    path: [argument],
    given: name,
    expected: [
      'a service tag of the weekly files, or its regional version, such as Storage.WestEurope',
    ],
  });
}

function relationOf(outer: Tag, inner: Tag): TagContainment['relation'] {
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
