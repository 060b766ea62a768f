/**
 * The changes that make a location's group deny by default: a deny-all rule in each direction, and before it rules for
 * what the instance needs and the default rules have allowed.
 */

import { type Direction, directions } from '../../../data/model.ts';
import { isEverything } from '../../network/address-term.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import { covers } from '../../network/sets/interval-set.ts';
import { everyPort } from '../../network/sets/ports.ts';
import type { RuleGroup } from '../../render/rendered-rule.ts';
import { isClientTraffic } from '../flows/evaluated-flow.ts';
import { isSharedByUnits } from '../flows/shared-by-units.ts';
import type { LocationContext } from '../location/location.ts';
import { changed, type Draft, draftOf, type Goal, inOrder } from './draft.ts';
import { type Extra, extrasOf, serversOf } from './extras.ts';
import { freePriority, highestPriority } from './placing.ts';
import { remedied, toRuleGroup } from './remedy-location.ts';
import { toRawRule } from './rules.ts';
import { freeName, localPrefix, nameOf } from './style.ts';

export function denyByDefault(context: LocationContext): RuleGroup | undefined {
  const closed = directions.reduce(withDenyAll, draftOf(context, isNeeded(context)));
  return toRuleGroup(remedied(extrasOf(context).reduce(withExtra, closed)));
}

/** Narrow rules for clients, and rules that cannot be decided, are the owner's choice and stay. */
function isNeeded({ location }: LocationContext): Goal {
  return (flow) => {
    const { necessity, evaluation } = flow;
    const isWanted =
      necessity === 'REQUIRED' ||
      (necessity === 'RECOMMENDED' && !isClientTraffic(flow)) ||
      isSharedByUnits(flow, location);
    const isLost = isClientTraffic(flow)
      ? evaluation.outcome === 'DENIED'
      : evaluation.outcome !== 'ALLOWED';
    return isWanted && isLost;
  };
}

const isDenyAll = (rule: SecurityRule | undefined) =>
  rule?.access === 'DENY' &&
  rule.protocol === 'ANY' &&
  [rule.source, rule.destination].every((terms) => terms.some(isEverything)) &&
  [rule.sourcePorts, rule.destinationPorts].every((ports) => covers(ports ?? [], everyPort));

/** Adds a deny-all rule at the last priority; a rule that has this priority moves before it. */
function withDenyAll(draft: Draft, direction: Direction): Draft {
  const rules = inOrder(draft, direction);
  if (rules.some((rule) => isDenyAll(draft.context.read(rule)))) return draft;
  const byPriority = new Map(rules.map((rule) => [rule.priority, rule]));
  const moved = [];
  for (let priority = highestPriority; byPriority.has(priority); priority -= 1) {
    const rule = byPriority.get(priority);
    const reason = { text: `Moved from priority ${priority} before the deny-all rule` };
    if (rule) moved.push({ rule: { ...rule, priority: priority - 1 }, reason });
  }
  const rule = toRawRule({
    name: freeName(nameOf('Deny', direction, 'all'), draft.rules),
    priority: highestPriority,
    direction,
    access: 'DENY',
    protocol: 'ANY',
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: ['*'],
    destinationPortRanges: ['*'],
  });
  const reason = { text: 'Denies everything that no other rule allows' };
  return changed(draft, [...moved, { rule, reason }]) ?? draft;
}

/** The draft with a rule for the traffic, unless the group already has one. */
function withExtra(draft: Draft, extra: Extra): Draft {
  const { direction, protocol, ports } = extra;
  const priority = freePriority(draft, direction, highestPriority);
  if (serversOf(draft, extra).length > 0 || priority === undefined) return draft;
  const near = [localPrefix(draft.context, 'VirtualNetwork')];
  const rule = toRawRule({
    name: freeName(nameOf('Allow', direction, extra.id), draft.rules),
    priority,
    direction,
    access: 'ALLOW',
    protocol,
    sourceAddressPrefixes: direction === 'INBOUND' ? extra.remote : near,
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: direction === 'INBOUND' ? near : extra.remote,
    destinationPortRanges: ports,
  });
  return changed(draft, [{ rule, reason: { text: extra.text } }]) ?? draft;
}
