/** The port table as each edition of the reference states it, and the rules of the v2 tiers. */

import { catalog, editions } from '../../data/index.ts';
import type {
  ComputePlatform,
  IsoDate,
  PortRule,
  PortRuleStatement,
  Tier,
} from '../../data/model.ts';
import { InputError } from '../input-error.ts';
import { memoize } from '../network/memoize.ts';

export interface StatedRule {
  readonly rule: PortRule;
  readonly statement: PortRuleStatement;
}

/** Whether an edition of the reference has the row; rules of the v2 tiers come from other documents. */
export const isInEdition = ({ edition }: PortRuleStatement): boolean => editions.includes(edition);

/** Every row of the reference's port tables; no edition of it has the rules of the v2 tiers. */
const referenceRows: readonly StatedRule[] = catalog.portRules.flatMap((rule) =>
  rule.statements.filter(isInEdition).map((statement) => ({ rule, statement })),
);

export const v2Tiers: readonly Tier[] = ['BASIC_V2', 'STANDARD_V2', 'PREMIUM_V2'];

const editionsOf = memoize((platform: ComputePlatform | undefined): readonly IsoDate[] =>
  platform === undefined
    ? editions
    : editions.filter((edition) =>
        referenceRows.some(
          ({ statement }) =>
            statement.edition === edition && statement.platforms.includes(platform),
        ),
      ),
);

/** The edition to read; its error's path, as all paths here, starts at the input that holds the edition. */
export function requireEdition(
  edition: IsoDate | undefined,
  platform: ComputePlatform | undefined,
): IsoDate {
  const accepted = editionsOf(platform);
  const newest = accepted.at(-1) as IsoDate;
  if (edition === undefined || accepted.includes(edition)) return edition ?? newest;
  const isCarried = editions.includes(edition);
  const reason = isCarried
    ? `this edition has no port table for the platform ${platform}`
    : 'the data carries no such edition of the network reference';
  const nearest = accepted.findLast((candidate) => candidate <= edition) ?? accepted[0];
  throw new InputError(reason, {
    path: ['edition'],
    given: edition,
    accepted: isCarried ? accepted : editions,
    ...(nearest === undefined ? {} : { nearest: [nearest] }),
  });
}

/**
 * The port table as one edition states it, in its order. Where no edition is named it is the newest one that has a
 * table for the platform: for STV1 the last that still had it.
 */
export function statementsOf(
  edition: IsoDate | undefined,
  platform: ComputePlatform | undefined,
): readonly StatedRule[] {
  return tableOf(platform)(requireEdition(edition, platform));
}

const tableOf = memoize((platform: ComputePlatform | undefined) =>
  memoize((edition: IsoDate) =>
    referenceRows.filter(
      ({ statement }) =>
        statement.edition === edition &&
        (platform === undefined || statement.platforms.includes(platform)),
    ),
  ),
);

/** The rules of one v2 tier, or of all of them, as their newest document states them. */
export function v2StatementsOf(tier: Tier | undefined): readonly StatedRule[] {
  return catalog.portRules
    .filter((rule) =>
      rule.tiers.some((one) => v2Tiers.includes(one) && (tier === undefined || one === tier)),
    )
    .map((rule) => ({ rule, statement: rule.statements.at(-1) as PortRuleStatement }));
}

/** The rules of the port table, or those of a v2 tier where one is named. */
export function statementsFor(
  tier: Tier | undefined,
  edition: IsoDate | undefined,
  platform: ComputePlatform | undefined,
): readonly StatedRule[] {
  if (tier === undefined || !v2Tiers.includes(tier)) {
    return statementsOf(edition, platform).filter(
      ({ rule }) => tier === undefined || rule.tiers.includes(tier),
    );
  }
  if (edition !== undefined) {
    throw new InputError('no edition of the network reference lists the rules of the v2 tiers', {
      path: ['edition'],
      given: edition,
      expected: [`no edition together with the tier ${tier}`],
    });
  }
  return v2StatementsOf(tier);
}
