/** Port rules turned into concrete security rules: one for each direction and prefix, named and numbered. */

import { findServiceTag } from '../../data/index.ts';
import type { Direction, PortRule, PortRuleStatement, Region } from '../../data/model.ts';
import { pascalCase } from '../render/names.ts';
import { type RenderedRule, shortDescription } from '../render/rendered-rule.ts';

interface RemotePrefix {
  readonly prefix: string;
  /** Part of the rule's name; empty for a whole tag. */
  readonly suffix: string;
}

/** The tag, or its parts for the location's and the primary region where documents accept these instead. */
function prefixesOf(tag: string, regions: readonly Region[]): readonly RemotePrefix[] {
  const whole = [{ prefix: tag, suffix: '' }];
  if (findServiceTag(tag)?.mayBeRegional !== true) return whole;
  const suffixes = [...new Set(regions.map((region) => region.serviceTagSuffix))];
  return suffixes.every((suffix) => suffix !== undefined) && suffixes.length > 0
    ? suffixes.map((suffix) => ({ prefix: `${tag}.${suffix}`, suffix: `-${suffix}` }))
    : whole;
}

const firstPriority = 200;
/** Leaves room for rules in between. */
const priorityStep = 20;

/**
 * The security rules of one location, numbered in the order given. Tags that have a part for each region are narrowed
 * to tagRegions, where there are any.
 */
export function securityRulesOf(
  rules: readonly { readonly rule: PortRule; readonly statement: PortRuleStatement }[],
  tagRegions: readonly Region[],
  opensBracketedPorts: (rule: PortRule) => boolean,
): readonly RenderedRule[] {
  const count: Record<Direction, number> = { INBOUND: 0, OUTBOUND: 0 };
  const nextPriority = (direction: Direction) => {
    count[direction] += 1;
    return firstPriority + (count[direction] - 1) * priorityStep;
  };
  return rules.flatMap(({ rule, statement }) =>
    statement.directions.flatMap((direction) =>
      prefixesOf(statement.source, tagRegions).flatMap((source) =>
        prefixesOf(statement.destination, tagRegions).map((destination) => ({
          name: `Allow-${pascalCase(direction.toLowerCase())}-${pascalCase(rule.id)}${source.suffix}${destination.suffix}`,
          priority: nextPriority(direction),
          direction,
          access: 'ALLOW' as const,
          protocol: statement.protocol,
          sourceAddressPrefixes: [source.prefix],
          sourcePortRanges: statement.sourcePorts,
          destinationAddressPrefixes: [destination.prefix],
          destinationPortRanges: [
            ...(opensBracketedPorts(rule) ? statement.optionalDestinationPorts : []),
            ...statement.destinationPorts,
          ],
          description: shortDescription(`${rule.title}: ${statement.purpose}`),
          portRuleId: rule.id,
        })),
      ),
    ),
  );
}
