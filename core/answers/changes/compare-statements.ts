/** How two statements of a port rule differ, as sets of traffic: purposes and wording are left out. */

import type { PortRuleStatement } from '../../../data/model.ts';
import { covers, intersect, isEmpty } from '../../network/sets/interval-set.ts';
import { portSet } from '../../network/sets/ports.ts';
import type { StatedRule } from '../port-table.ts';

export type Difference = 'WIDENED' | 'NARROWED' | 'RENAMED' | 'NECESSITY_CHANGED' | 'CHANGED';

type Extent = 'SAME' | 'WIDER' | 'NARROWER' | 'OTHER';

function extentOf(isWithin: boolean, contains: boolean): Extent {
  if (isWithin && contains) return 'SAME';
  if (contains) return 'WIDER';
  return isWithin ? 'NARROWER' : 'OTHER';
}

function combine(...extents: readonly Extent[]): Extent {
  const moved = [...new Set(extents)].filter((extent) => extent !== 'SAME');
  return moved.length > 1 ? 'OTHER' : (moved[0] ?? 'SAME');
}

function holdsAll<T>(outer: readonly T[], inner: readonly T[]): boolean {
  return inner.every((value) => outer.includes(value));
}

const extentOfList = (before: readonly string[], after: readonly string[]) =>
  extentOf(holdsAll(before, after), holdsAll(after, before));

const extentOfPorts = (before: readonly string[], after: readonly string[]) => {
  const [earlier, later] = [portSet(before), portSet(after)];
  return extentOf(covers(earlier, later), covers(later, earlier));
};

const protocolsOf = ({ protocol }: PortRuleStatement) =>
  protocol === 'ANY' ? ['TCP', 'UDP'] : [protocol];

const everyPortOf = (statement: PortRuleStatement) => [
  ...statement.destinationPorts,
  ...statement.optionalDestinationPorts,
];

/** What became of the traffic: a port that moves into brackets makes the rule narrower. */
function extentOfTraffic(before: PortRuleStatement, after: PortRuleStatement): Extent {
  return combine(
    extentOfPorts(before.destinationPorts, after.destinationPorts),
    extentOfPorts(everyPortOf(before), everyPortOf(after)),
    extentOfPorts(before.sourcePorts, after.sourcePorts),
    extentOfList(before.directions, after.directions),
    extentOfList(protocolsOf(before), protocolsOf(after)),
    extentOfList(before.virtualNetworkTypes, after.virtualNetworkTypes),
  );
}

export function hasOtherTags(before: PortRuleStatement, after: PortRuleStatement): boolean {
  return before.source !== after.source || before.destination !== after.destination;
}

export function hasOtherNecessity(before: PortRuleStatement, after: PortRuleStatement): boolean {
  return (
    before.necessity !== after.necessity || before.requiredWhen?.text !== after.requiredWhen?.text
  );
}

/** The kind of difference, CHANGED where it is of several kinds; null where both ask for the same. */
export function compareStatements(
  before: PortRuleStatement,
  after: PortRuleStatement,
): Difference | null {
  const extent = extentOfTraffic(before, after);
  const differences: readonly Difference[] = [
    ...(hasOtherTags(before, after) ? (['RENAMED'] as const) : []),
    ...(hasOtherNecessity(before, after) ? (['NECESSITY_CHANGED'] as const) : []),
    ...(extent === 'SAME' ? [] : [differenceByExtent[extent]]),
  ];
  return differences.length > 1 ? 'CHANGED' : (differences[0] ?? null);
}

const differenceByExtent = { WIDER: 'WIDENED', NARROWER: 'NARROWED', OTHER: 'CHANGED' } as const;

/** The rules among `others` that between them ask for all traffic of the statement; none where some of it is left. */
export function rulesThatCover(
  statement: PortRuleStatement,
  others: readonly StatedRule[],
): readonly StatedRule[] {
  const wanted = portSet(everyPortOf(statement));
  const akin = others.filter(
    ({ statement: other }) =>
      !hasOtherTags(statement, other) &&
      holdsAll(protocolsOf(other), protocolsOf(statement)) &&
      holdsAll(other.directions, statement.directions) &&
      holdsAll(other.virtualNetworkTypes, statement.virtualNetworkTypes) &&
      !isEmpty(intersect(portSet(everyPortOf(other)), wanted)),
  );
  return covers(portSet(akin.flatMap((other) => everyPortOf(other.statement))), wanted) ? akin : [];
}
