/** What every row of the port tables has in common, so that a statement spells out only what its own edition prints. */

import { cite } from '../cite.ts';
import type { Citation, PortRuleStatement, Tier } from '../model.ts';

/** The tiers that the network reference speaks about. */
export const referenceTiers: readonly Tier[] = ['DEVELOPER', 'PREMIUM'];

const sourceByEdition = {
  '2019-09-09': 'vnet-reference-2019-09-09',
  '2021-08-06': 'vnet-reference-2021-08-06',
  '2023-01-06': 'vnet-reference-2023-01-06',
  '2023-11-29': 'vnet-reference-2023-11-29',
  '2025-06-17': 'vnet-reference-2025-06-17',
  '2026-04-30': 'vnet-reference-2026-04-30',
} as const;

/** A row without what all rows share; a row that prints ports in brackets says so itself. */
export type Row = Omit<
  PortRuleStatement,
  'edition' | 'sourcePorts' | 'optionalDestinationPorts' | 'citations'
> &
  Partial<Pick<PortRuleStatement, 'optionalDestinationPorts'>>;

/**
 * A row of the table "Required ports" of one edition; further citations support or dispute it. The table of 2021 draws
 * no line between the platforms, while its page names both: it holds for both.
 */
export function stated(
  edition: keyof typeof sourceByEdition,
  row: Row,
  ...further: readonly Citation[]
): PortRuleStatement {
  return {
    edition,
    sourcePorts: ['*'],
    optionalDestinationPorts: [],
    ...row,
    citations: [cite(sourceByEdition[edition], 'Required ports'), ...further],
  };
}

/** The minimal rule set of the internal mode page, which repeats the rows that the 2023 edition requires on stv2. */
export const minimalRules2023 = cite('internal-mode-2023', 'Configure NSG rules');
