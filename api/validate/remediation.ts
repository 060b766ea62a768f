/**
 * The rules to add so that required traffic passes: one for each documented row and direction, at a free priority
 * before the first rule that denies a part of it.
 */

import { pascalCase } from '../render/names.ts';
import { type RuleGroup, type SecurityRule, shortDescription } from '../render/security-rule.ts';
import { type EvaluatedFlow, isClientTraffic, type LocationContext } from './location.ts';

const lowestPriority = 100;
const highestPriority = 4096;
/** Distance kept to the next rule where there is room. */
const step = 10;

/**
 * The rules a location is short of; undefined where it needs none. Client traffic that is allowed in part is left as
 * it is: opening the gateway to everybody would undo what the narrow rule was written for.
 */
export function remedyLocation(context: LocationContext): RuleGroup | undefined {
  const missing = context.flows.filter((flow) => {
    const { necessity, evaluation } = flow;
    return (
      necessity === 'REQUIRED' &&
      (evaluation.outcome === 'DENIED' ||
        (evaluation.outcome === 'PARTIAL' && !isClientTraffic(flow)))
    );
  });
  const rows = Map.groupBy(missing, (flow) => `${flow.direction} ${flow.rule.id}`);
  const taken = new Set((context.rules ?? []).map((rule) => `${rule.direction} ${rule.priority}`));
  const names = new Set((context.rules ?? []).map((rule) => rule.name.toLowerCase()));
  const rules = [...rows.values()].flatMap((flows) => {
    const rule = toRule(flows, taken, names);
    return rule ? [rule] : [];
  });
  if (rules.length === 0) return undefined;
  return {
    region: context.region.name,
    rules,
    ...(context.rules !== undefined && { isExisting: true }),
  };
}

function toRule(
  flows: readonly EvaluatedFlow[],
  taken: Set<string>,
  names: Set<string>,
): SecurityRule | undefined {
  const [flow] = flows;
  if (!flow) return undefined;
  const { rule, statement, direction } = flow;
  const firstDeny = Math.min(
    highestPriority + 1,
    ...flows.flatMap(({ evaluation }) =>
      evaluation.deniedBy.map((deny) => deny.priority ?? lowestPriority),
    ),
  );
  const priority = freePriority(direction, firstDeny, taken);
  if (priority === undefined) return undefined;
  taken.add(`${direction} ${priority}`);
  return {
    name: freeName(`Allow-${pascalCase(direction.toLowerCase())}-${pascalCase(rule.id)}`, names),
    priority,
    direction,
    access: 'ALLOW',
    protocol: statement.protocol,
    sourceAddressPrefixes: [statement.source],
    sourcePortRanges: statement.sourcePorts,
    destinationAddressPrefixes: [statement.destination],
    destinationPortRanges: flows.map(({ destinationPort }) => destinationPort),
    description: shortDescription(`${rule.title}: ${statement.purpose}`),
    portRuleId: rule.id,
  };
}

/** A priority below `limit` that no rule of the direction has: with a gap to its neighbors, or else any. */
function freePriority(direction: string, limit: number, taken: Set<string>): number | undefined {
  for (const distance of [step, 1]) {
    for (let priority = limit - distance; priority >= lowestPriority; priority -= distance) {
      if (!taken.has(`${direction} ${priority}`)) return priority;
    }
  }
  return undefined;
}

function freeName(wanted: string, names: Set<string>): string {
  let name = wanted;
  for (let count = 2; names.has(name.toLowerCase()); count += 1) name = `${wanted}-${count}`;
  names.add(name.toLowerCase());
  return name;
}
