/** The rungs of a ladder from the trace of an evaluation, and what they rest on. */

import { catalog } from '../../../data/index.ts';
import type { Evaluation } from '../../network/evaluate.ts';
import type { SecurityRule } from '../../network/security-rule.ts';
import type { AssumptionCode } from '../../network/side.ts';
import type { TraceEntry } from '../../network/trace.ts';
import type { InputLocation } from '../input-options.ts';
import { assumptionsOf } from '../location/assumptions.ts';
import type { LocationContext } from '../location/location.ts';
import type { RuleField, Rung } from './ladder.ts';

/** From the path of a rule to where the input has it. */
export type Locate = (path: string) => InputLocation;

export const ofGroup = { element: 'NETWORK_SECURITY_GROUP', elementName: null } as const;

export function rungsOf(
  evaluation: Evaluation,
  locate: Locate,
  element: Pick<Rung, 'element' | 'elementName'> = ofGroup,
): Rung[] {
  return evaluation.trace().map((entry) => rungOf(entry, locate, element));
}

function rungOf(
  entry: TraceEntry,
  locate: Locate,
  element: Pick<Rung, 'element' | 'elementName'>,
): Rung {
  const { rule, fraction } = entry;
  const place = rule.path === '' ? undefined : locate(rule.path);
  return {
    ...element,
    rule: rule.name,
    priority: element.element === 'FIREWALL' ? null : (rule.priority ?? null),
    access: rule.access ?? null,
    isDefault: rule.isDefault,
    misses: missesOf(entry),
    fraction,
    path: place?.path ?? null,
    ...(place?.sourceLocation && { sourceLocation: place.sourceLocation }),
  };
}

export function missesOf(entry: TraceEntry): RuleField[] {
  const fields: readonly (readonly [RuleField, boolean])[] = [
    ['protocol', entry.protocolMatched],
    ['source', entry.sourceMatched],
    ['source port', entry.sourcePortMatched],
    ['destination', entry.destinationMatched],
    ['destination port', entry.destinationPortMatched],
  ];
  return fields.flatMap(([field, isMatched]) => (isMatched ? [] : [field]));
}

/** Its texts of the assumptions that the ladder rests on. */
export function assumptionsIn(
  codes: ReadonlySet<AssumptionCode>,
  { region, tags }: Pick<LocationContext, 'region' | 'tags'>,
): readonly string[] {
  return assumptionsOf(
    codes,
    [catalog.serviceTagExtracts[region.cloud]],
    tags.file ? [tags.file] : [],
  ).map(({ text }) => text);
}

/** AllowSql (priority 300) */
export const labelOf = ({ name, priority }: SecurityRule): string =>
  `${name} (priority ${priority ?? 'unknown'})`;
