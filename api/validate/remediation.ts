/**
 * The rules to add so that required traffic passes: one for each documented row and direction, at a free priority
 * before the first rule that denies a part of it. Where none is free, the rules in the way are written again, in their
 * order and under their names, with larger priority numbers.
 */

import type { Direction } from '../../data/model.ts';
import { pascalCase } from '../render/names.ts';
import { type RuleGroup, type SecurityRule, shortDescription } from '../render/security-rule.ts';
import { type EvaluatedFlow, isClientTraffic, type LocationContext } from './location.ts';
import type { SecurityRule as EvaluatedRule } from './network/security-rule.ts';
import { entriesOf, type RawSecurityRule } from './read/raw-rule.ts';

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
  const names = new Set(context.givenRules.map((rule) => rule.name.toLowerCase()));
  const rules = (['INBOUND', 'OUTBOUND'] as const).flatMap((direction) => {
    const rows = [
      ...Map.groupBy(
        missing.filter((flow) => flow.direction === direction),
        (flow) => flow.rule.id,
      ).values(),
    ];
    const fitting = fitIn(rows, context, direction);
    if (fitting.length === rows.length) return fitting;
    return makeRoom(rows, context, direction) ?? fitting;
  });
  if (rules.length === 0) return undefined;
  return {
    region: context.region.name,
    rules: rules.map((rule) =>
      rule.portRuleId === undefined ? rule : { ...rule, name: freeName(rule.name, names) },
    ),
    ...(context.rules !== undefined && { isExisting: true }),
  };
}

type Row = readonly EvaluatedFlow[];

/** The smallest priority of a rule that denies a part of the row. */
function firstDeny(row: Row): number {
  return Math.min(
    highestPriority + 1,
    ...row.flatMap(({ evaluation }) =>
      evaluation.deniedBy.map((deny) => deny.priority ?? lowestPriority),
    ),
  );
}

/** A rule for each row that finds a free priority. */
function fitIn(
  rows: readonly Row[],
  context: LocationContext,
  direction: Direction,
): SecurityRule[] {
  const taken = new Set<unknown>([
    ...(context.rules ?? []).filter((rule) => rule.direction === direction).map(priorityOf),
    ...refusedPriorities(context, direction),
  ]);
  const rules: SecurityRule[] = [];
  for (const row of rows) {
    const priority = freePriority(firstDeny(row), taken);
    if (priority === undefined) continue;
    taken.add(priority);
    rules.push(toRule(row, direction, priority));
  }
  return rules;
}

/** Priorities of the rules that Azure refuses as they stand: their owner will mend them where they are. */
function refusedPriorities(context: LocationContext, direction: Direction): unknown[] {
  const kept = new Set((context.rules ?? []).map(({ path }) => path));
  return context.givenRules
    .filter((rule) => rule.direction.toUpperCase() === direction && !kept.has(rule.path))
    .map(priorityOf);
}

const priorityOf = (rule: { readonly priority: unknown }) => rule.priority;

/** A rule for each row directly before the first deny, which moves back with all that follow as far as it must. */
function makeRoom(
  rows: readonly Row[],
  context: LocationContext,
  direction: Direction,
): SecurityRule[] | undefined {
  const custom = (context.rules ?? []).filter(
    (rule) => rule.direction === direction && rule.path !== '',
  );
  const limit = Math.min(...rows.map(firstDeny));
  const start = custom.findIndex((rule) => (rule.priority ?? 0) >= limit);
  const refused = new Set(refusedPriorities(context, direction));
  let priority = custom[start - 1]?.priority ?? lowestPriority - 1;
  const next = (atLeast: number) => {
    priority = Math.max(priority + 1, atLeast);
    while (refused.has(priority)) priority += 1;
    return priority;
  };
  const added = rows.map((row) => toRule(row, direction, next(lowestPriority)));
  const moved: SecurityRule[] = [];
  for (const rule of custom.slice(start)) {
    if (next(rule.priority ?? lowestPriority) !== rule.priority) {
      const raw = context.givenRules.find(({ path }) => path === rule.path);
      const copy = raw && copyOf(raw, rule, direction, priority);
      if (!copy) return undefined;
      moved.unshift(copy);
    }
  }
  return priority > highestPriority ? undefined : [...moved, ...added];
}

/** The rule at another priority; undefined for what the formats have no word for. */
function copyOf(
  raw: RawSecurityRule,
  { access, protocol }: EvaluatedRule,
  direction: Direction,
  priority: number,
): SecurityRule | undefined {
  const groups = raw.source.applicationSecurityGroups + raw.destination.applicationSecurityGroups;
  if (groups > 0 || access === undefined) return undefined;
  if (protocol !== 'TCP' && protocol !== 'UDP' && protocol !== 'ANY') return undefined;
  const values = ({
    singular,
    plural,
  }: {
    singular: string | undefined;
    plural: readonly string[];
  }) => entriesOf(singular === undefined ? plural : [singular]);
  return {
    name: raw.name,
    priority,
    direction,
    access,
    protocol,
    sourceAddressPrefixes: values(raw.source),
    sourcePortRanges: values(raw.sourcePorts),
    destinationAddressPrefixes: values(raw.destination),
    destinationPortRanges: values(raw.destinationPorts),
    description: `Moved from priority ${raw.priority} to make room for required rules`,
  };
}

function toRule(row: Row, direction: Direction, priority: number): SecurityRule {
  const [{ rule, statement }] = row as [EvaluatedFlow];
  return {
    name: `Allow-${pascalCase(direction.toLowerCase())}-${pascalCase(rule.id)}`,
    priority,
    direction,
    access: 'ALLOW',
    protocol: statement.protocol,
    sourceAddressPrefixes: [statement.source],
    sourcePortRanges: statement.sourcePorts,
    destinationAddressPrefixes: [statement.destination],
    destinationPortRanges: row.map(({ destinationPort }) => destinationPort),
    description: shortDescription(`${rule.title}: ${statement.purpose}`),
    portRuleId: rule.id,
  };
}

/** A priority below `limit` that is not taken: with a gap to its neighbors, or else any. */
function freePriority(limit: number, taken: ReadonlySet<unknown>): number | undefined {
  for (const distance of [step, 1]) {
    for (let priority = limit - distance; priority >= lowestPriority; priority -= distance) {
      if (!taken.has(priority)) return priority;
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
