/** What changed from one edition of the network reference to a later one. */

import { changedFields } from '../../core/answers/changes/changed-fields.ts';
import { type EditionChange as ChangeData, changesBetween } from '../../core/answers/changes.ts';
import { printedControlPlaneAddresses } from '../../core/answers/control-plane.ts';
import { InputError } from '../../core/input-error.ts';
import type { IsoDate } from '../../data/model.ts';
import { ChangeKind } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { ControlPlaneAddress } from './control-plane-addresses.ts';
import { useInstead } from './deprecation.ts';
import { ComputePlatform } from './enums.ts';
import { Fact } from './fact.ts';
import { PortRule, PortRuleStatement } from './port-rules.ts';
import { Edition } from './sources.ts';
import { answer, withoutNulls } from './user-input.ts';

const Change = builder.objectRef<ChangeData>('Change');

Change.implement({
  description: 'One difference between an edition of the network reference and the one before it.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Permanent id: date, rule or platform, and kind.',
    }),
    date: t.expose('date', { type: 'Date', description: 'The edition that has the change.' }),
    comparedWith: t.expose('since', {
      type: 'Date',
      description:
        'The edition that it is compared with: the last one before that has a table for the platform.',
    }),
    since: t.expose('since', {
      type: 'Date',
      deprecationReason: useInstead('comparedWith'),
      description: 'The edition that it is compared with.',
    }),
    kind: t.expose('kind', {
      type: ChangeKind,
      description: 'Whether a row, a platform or addresses came, went or changed, and how.',
    }),
    platforms: t.expose('platforms', {
      type: [ComputePlatform],
      description: 'Compute platforms that it applies to.',
    }),
    portRule: t.field({
      type: PortRule,
      nullable: true,
      description:
        'The rule itself, with what the newest document says of it; null for platforms and addresses.',
      resolve: ({ rule }) => rule,
    }),
    fact: t.field({
      type: Fact,
      nullable: true,
      description: 'The fact that changed: the port rule; null for platforms and addresses.',
      resolve: ({ rule }) => rule,
    }),
    changedFields: t.stringList({
      description:
        'Names of the fields that differ between before and after, for example destinationPorts; empty where one of them is null.',
      resolve: ({ before, after }) => changedFields(before, after),
    }),
    before: t.field({
      type: PortRuleStatement,
      nullable: true,
      description: 'The rule as the earlier edition states it; null where it has no such row.',
      resolve: ({ rule, before }) => rule && before && { rule, statement: before },
    }),
    after: t.field({
      type: PortRuleStatement,
      nullable: true,
      description: 'The rule as the later edition states it; null where it has no such row.',
      resolve: ({ rule, after }) => rule && after && { rule, statement: after },
    }),
    addresses: t.expose('addresses', {
      type: [ControlPlaneAddress],
      description: 'The addresses that were added or removed; empty for other kinds.',
    }),
    summary: t.exposeString('summary', { description: 'What changed, as a sentence.' }),
    action: t.exposeString('action', {
      description: 'What to do if you configured your network by the earlier edition.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'Where the two editions state it.',
    }),
  }),
});

builder.objectFields(Edition, (t) => ({
  changes: t.field({
    type: [Change],
    complexity: { multiplier: 20 },
    description: 'What changed from earlier editions to this one.',
    resolve: ({ date }) => changesBetween().filter((change) => change.date === date),
  }),
  printsAddresses: t.boolean({
    description: 'Whether the edition prints control-plane addresses; newer ones name the tag.',
    resolve: ({ date }) =>
      printedControlPlaneAddresses.some((address) => address.editions.includes(date)),
  }),
}));

interface Bounds {
  readonly after?: IsoDate;
  /** The old name of after. */
  readonly since?: IsoDate;
  readonly until?: IsoDate;
}

function changesIn({ since, after = since, until }: Bounds): readonly ChangeData[] {
  if (after !== undefined && until !== undefined && until < after) {
    throw new InputError('the last edition is before the one to compare from', {
      path: ['until'],
      given: until,
      expected: [`${after} or a later date`],
    });
  }
  return changesBetween(after, until);
}

builder.queryFields((t) => ({
  changes: t.field({
    type: [Change],
    complexity: { field: 100, multiplier: changesBetween().length },
    description:
      'What changed in the port table, its platforms and its addresses from one edition to the next, oldest first; all changes when no edition is named. Other facts have since and until instead. Error BAD_USER_INPUT where until is before after.',
    args: {
      after: t.arg({
        type: 'Date',
        description:
          'The edition to compare from, exclusive: its own changes are left out, those of all later editions are in. Any date will do.',
      }),
      until: t.arg({
        type: 'Date',
        description: 'The last edition whose changes are in, inclusive. Any date will do.',
      }),
      since: t.arg({
        type: 'Date',
        deprecationReason: useInstead('after, which means the same'),
        description: 'The edition to compare from, exclusive.',
      }),
    },
    resolve: (_, period) => answer(() => changesIn(withoutNulls(period))),
  }),
  change: t.field({
    type: Change,
    nullable: true,
    description: 'The change with this id; null where there is none.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Id of the change, for example 2021-08-06-storage-narrowed.',
      }),
    },
    resolve: (_, { id }) => changesBetween().find((change) => change.id === id) ?? null,
  }),
}));
