/** Port rules against editions: what each edition says of each rule, and where that changed. */

import { ruleStatus } from '../../../core/answers/rule-status.ts';
import { portRuleById } from '../../../data/index.ts';
import type { IsoDate } from '../../../data/model.ts';
import type { PortRowFragment } from '../generated/queries.ts';
import { labelsOf, portsLabel } from './labels.ts';

type Row = Pick<
  PortRowFragment,
  | 'ruleId'
  | 'title'
  | 'necessity'
  | 'directions'
  | 'platforms'
  | 'destinationPorts'
  | 'optionalDestinationPorts'
  | 'protocol'
>;

export interface EditionRows {
  readonly date: string;
  readonly portRules: readonly Row[];
}

export interface MatrixCell {
  readonly date: string;
  /** Undefined where no edition has listed the rule yet. */
  readonly status: string | undefined;
  readonly ports: string;
  /** What differs from the edition before: the ports, the necessity, or whether the rule is listed. */
  readonly isChanged: boolean;
}

export interface MatrixRow {
  readonly id: string;
  readonly title: string;
  readonly directions: string;
  /** As the newest edition that lists the rule has them. */
  readonly ports: string;
  readonly cells: readonly MatrixCell[];
}

const necessities = ['REQUIRED', 'CONDITIONAL', 'RECOMMENDED', 'OPTIONAL'];

/** Of an edition with a table for each platform, the newer platform counts. */
function rowIn({ portRules }: EditionRows, id: string): Row | undefined {
  const rows = portRules.filter(({ ruleId }) => ruleId === id);
  return rows.find(({ platforms }) => platforms.includes('STV2')) ?? rows[0];
}

/** Oldest edition first. Rules that the newest edition requires come first, those that it no longer lists last. */
export function editionMatrix(editions: readonly EditionRows[]): readonly MatrixRow[] {
  const ids = new Set(
    editions.toReversed().flatMap(({ portRules }) => portRules.map(({ ruleId }) => ruleId)),
  );
  const rows = [...ids].flatMap((id) => {
    const byEdition = editions.map((edition) => rowIn(edition, id));
    const newest = byEdition.findLast((row) => row !== undefined);
    if (!newest) return [];
    const stateOf = (row: Row | undefined) => row && `${row.necessity} ${portsLabel(row)}`;
    const rule = portRuleById.get(id);
    const cells = editions.map(({ date }, index) => ({
      date,
      status: rule && ruleStatus(rule, date as IsoDate)?.status,
      ports: byEdition[index] ? portsLabel(byEdition[index]) : '',
      isChanged: index > 0 && stateOf(byEdition[index]) !== stateOf(byEdition[index - 1]),
    }));
    const { title, directions } = newest;
    const row = { id, title, directions: labelsOf(directions), ports: portsLabel(newest), cells };
    return [{ row, rank: rankOf(byEdition.at(-1)) }];
  });
  return rows.toSorted((a, b) => a.rank - b.rank).map(({ row }) => row);
}

const rankOf = (newest: Row | undefined) =>
  newest ? necessities.indexOf(newest.necessity) : necessities.length;
