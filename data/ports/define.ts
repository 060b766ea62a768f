/** How a port rule is written down: its first row in full, then what each edition changes. */

import { cite } from '../cite.ts';
import type { Citation, Confidence, PortRule, PortRuleStatement, Tier } from '../model.ts';
import { type ReferenceEdition, referenceEditions } from './editions.ts';

/** The tiers that the network reference speaks about. */
export const referenceTiers: readonly Tier[] = ['DEVELOPER', 'PREMIUM'];

/** The v2 tiers are not part of the network reference; their rows come from a section that their own pages share. */
type Edition = (typeof referenceEditions)[number]['date'] | '2025-12-01';

/** A row without what all rows share. */
type Row = Omit<
  PortRuleStatement,
  'edition' | 'sourcePorts' | 'optionalDestinationPorts' | 'citations'
> &
  Partial<Pick<PortRuleStatement, 'optionalDestinationPorts'>> & {
    /** DISPUTED where another text contradicts the row; DOCUMENTED if left out. */
    readonly confidence?: Confidence;
  };

/** Makes the row of one edition; `before` is the last row of the rule so far. */
type RowMaker = (before: PortRuleStatement | undefined) => PortRuleStatement;

function citeTable(edition: Edition, confidence?: Confidence): Citation {
  return edition === '2025-12-01'
    ? cite('v2-nsg-rules-2025-12-01', 'Configure NSG rules', confidence)
    : cite(`vnet-reference-${edition}`, 'Required ports', confidence);
}

/**
 * The row of one edition in full; further citations support or dispute it. The table of 2021 makes no difference
 * between the platforms, and its page names both: its rows hold for both.
 */
export function stated(
  edition: Edition,
  { confidence, ...row }: Row,
  ...further: readonly Citation[]
): RowMaker {
  return () => ({
    edition,
    sourcePorts: ['*'],
    optionalDestinationPorts: [],
    ...row,
    citations: [citeTable(edition, confidence), ...further],
  });
}

/**
 * The row before, except for `change`. A change of the necessity states its own condition. The citations of the row
 * before are not repeated.
 */
export function asBefore(
  edition: Edition,
  { confidence, ...change }: Partial<Row> = {},
  ...further: readonly Citation[]
): RowMaker {
  return (before) => {
    if (before === undefined) throw new Error(`${edition}: asBefore needs a row before it`);
    const { requiredWhen, ...row } = before;
    const condition = change.necessity === undefined && requiredWhen ? { requiredWhen } : {};
    return {
      ...row,
      ...condition,
      ...change,
      edition,
      citations: [citeTable(edition, confidence), ...further],
    };
  };
}

/** The rule with the rows that its file makes, and with those that an edition calls unchanged. */
export function portRule({
  statements,
  ...rule
}: Omit<PortRule, 'statements'> & { readonly statements: readonly RowMaker[] }): PortRule {
  const made: PortRuleStatement[] = [];
  for (const make of statements) made.push(make(made.at(-1)));
  const repeated: PortRuleStatement[] = [];
  for (const { date, unchanged } of referenceEditions as readonly ReferenceEdition[]) {
    if (!unchanged.includes(rule.id)) continue;
    const before = made.findLast(({ edition }) => edition < date);
    repeated.push(asBefore(date as Edition)(before));
  }
  return {
    ...rule,
    statements: [...made, ...repeated].sort((one, other) => (one.edition < other.edition ? -1 : 1)),
  };
}

/** The minimal rule set of the internal mode page, which repeats the rows that the 2023 edition requires on stv2. */
export const minimalRules2023 = cite('internal-mode-2023', 'Configure NSG rules');
