/** New rules for documented rows, in the style of the group's own rules. */

import { findServiceTag } from '../../../data/index.ts';
import type { Direction } from '../../../data/model.ts';
import type { InputRule } from '../../deployment.ts';
import { isEverything } from '../../network/address-term.ts';
import { endsOf } from '../../network/near-end.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { equals } from '../../network/sets/interval-set.ts';
import { prefixSet } from '../../network/sets/ipv4.ts';
import { pascalCase } from '../../render/names.ts';
import type { LocationContext } from '../location/location.ts';
import type { Row } from './draft.ts';
import { type Reason, toRawRule } from './rules.ts';

/** What the allow rules of the group most often have on the subnet's side: its tag, its prefix, or *. */
export function localPrefix({ rules = [], location }: LocationContext, stated: string): string {
  const counts = new Map<string, number>();
  for (const rule of rules) {
    const [term, ...more] = endsOf(rule).near;
    if (rule.access !== 'ALLOW' || !term || more.length > 0) continue;
    const prefix = isEverything(term)
      ? '*'
      : term.kind === 'tag'
        ? term.tag.name
        : term.kind === 'addresses' &&
            location.subnet?.addressPrefix !== undefined &&
            equals(term.addresses, prefixSet(location.subnet.addressPrefix))
          ? location.subnet.addressPrefix
          : '';
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  const usual = ['*', location.subnet?.addressPrefix ?? '', stated].filter(Boolean);
  return usual.reduce(
    (best, prefix) => ((counts.get(prefix) ?? 0) > (counts.get(best) ?? 0) ? prefix : best),
    stated,
  );
}

/** True if the group limits tags to regions where documents allow it. */
function usesRegionalTags(rules: readonly SecurityRule[]): boolean {
  return rules.some(({ source, destination }) =>
    [...source, ...destination].some(
      (term) =>
        term.kind === 'tag' && term.tag.isRegional && findServiceTag(term.tag.base)?.mayBeRegional,
    ),
  );
}

/** The rules for a row, one for each tag; priority 0 until they are placed. */
export function newRules(
  row: Row,
  context: LocationContext,
  present: readonly InputRule[],
): { rule: InputRule; reason: Reason }[] {
  const [{ rule, statement, direction, remote }] = row;
  const stated = direction === 'INBOUND' ? statement.source : statement.destination;
  const tags =
    remote.every(({ isRegional }) => isRegional) && usesRegionalTags(context.rules ?? [])
      ? remote.map(({ name }) => name)
      : [stated];
  const near = [
    localPrefix(context, direction === 'INBOUND' ? statement.destination : statement.source),
  ];
  return tags.map((tag) => {
    const part = tag === stated ? '' : `-${tag.slice(tag.indexOf('.') + 1)}`;
    return {
      rule: toRawRule({
        name: freeName(`${nameOf('Allow', direction, rule.id)}${part}`, present),
        priority: 0,
        direction,
        access: 'ALLOW',
        protocol: statement.protocol,
        sourceAddressPrefixes: direction === 'INBOUND' ? [tag] : near,
        sourcePortRanges: statement.sourcePorts,
        destinationAddressPrefixes: direction === 'INBOUND' ? near : [tag],
        destinationPortRanges: row.map(({ destinationPort }) => destinationPort),
      }),
      reason: { text: `${rule.title}: ${statement.purpose}`, portRuleId: rule.id },
    };
  });
}

export const nameOf = (access: string, direction: Direction, id: string) =>
  `${access}-${pascalCase(direction.toLowerCase())}-${pascalCase(id)}`;

/** The name, with a number if a rule already has it; Azure ignores case. */
export function freeName(wanted: string, present: readonly InputRule[]): string {
  const names = new Set(present.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`;
  return name;
}
