/** The status of a port rule in one word, from what documents have said of it up to an edition. */

import { editions } from '../../data/index.ts';
import { type IsoDate, type Necessity, necessities, type PortRule } from '../../data/model.ts';
import { isInEdition, requireEdition } from './port-table.ts';

export type RuleStatus = Necessity | 'REMOVED';
/** From the strongest demand to none. */
export const ruleStatuses: readonly RuleStatus[] = [...necessities, 'REMOVED'];

/** What each means, for pages and the API's schema. */
export const ruleStatusTexts: Readonly<Record<RuleStatus, string>> = {
  REQUIRED: 'Every instance of the tiers and network modes that the rule names needs the traffic.',
  CONDITIONAL: 'An instance needs it if the condition in requiredWhen is true.',
  RECOMMENDED: 'Documents advise it without calling it required.',
  OPTIONAL: 'Only a feature or a choice of the customer needs it.',
  REMOVED: 'The port table no longer has the rule, which an earlier edition had.',
};

export interface RuleStatusSince {
  readonly status: RuleStatus;
  /** Date of the first of the documents that have said so without a break. */
  readonly since: IsoDate;
}

/** An edition may state a rule for each platform: the row of the newer one counts. */
function necessityOn({ statements }: PortRule, date: IsoDate): Necessity | undefined {
  const rows = statements.filter(({ edition }) => edition === date);
  return (rows.find(({ platforms }) => platforms.includes('STV2')) ?? rows.at(-1))?.necessity;
}

/**
 * The status at an edition, by default the newest, and since when; undefined where no document had the rule by then.
 * A rule of the v2 tiers, which no edition lists, has that of its newest document by then, and today its newest of all.
 * Throws InputError for an edition that the data lacks.
 */
export function ruleStatus(rule: PortRule, edition?: IsoDate): RuleStatusSince | undefined {
  const read = requireEdition(edition, undefined);
  const isOfReference = rule.statements.some(isInEdition);
  const documents = isOfReference ? editions : rule.statements.map((row) => row.edition);
  let current: RuleStatusSince | undefined;
  for (const date of documents) {
    if (date > read && (isOfReference || edition !== undefined)) break;
    const status = necessityOn(rule, date) ?? (current && 'REMOVED');
    if (status !== undefined && status !== current?.status) current = { status, since: date };
  }
  return current;
}

/** required since 2023-01-06 */
export const ruleStatusText = ({ status, since }: RuleStatusSince): string =>
  `${status.toLowerCase()} since ${since}`;
