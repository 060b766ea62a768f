/** The control-plane addresses that editions print, and two editions compared by them. */

import {
  type AddressComparison as ComparisonData,
  compareAddresses,
} from '../../core/answers/changes.ts';
import {
  isRetired,
  type PrintedControlPlaneAddress,
  printedControlPlaneAddresses,
} from '../../core/answers/control-plane.ts';
import { requireEditionDate } from '../../core/answers/deployment-mistakes.ts';
import { mistakesOf, throwAll } from '../../core/input-error.ts';
import { cloudByName } from '../../data/index.ts';
import type { Cloud as CloudData, IsoDate } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Cloud } from './clouds.ts';
import { current, Dated, includeEndedOption } from './dated.ts';
import { useInstead } from './deprecation.ts';
import { AddressScope } from './enums.ts';
import { Edition, editionOf } from './sources.ts';
import { answer } from './user-input.ts';

/** Refuses the date of an edition that the data does not carry; `argument` is its name in errors. */
export const requireEdition = (given: IsoDate, argument: string): void =>
  requireEditionDate(given, [argument]);

/** The file of the regions adds its field region. */
export const ControlPlaneAddress =
  builder.objectRef<PrintedControlPlaneAddress>('ControlPlaneAddress');

ControlPlaneAddress.implement({
  description:
    'An address from which the control plane of API Management reaches instances, as documents print it.',
  interfaces: [Dated],
  fields: (t) => ({
    address: t.exposeString('address', { description: 'IPv4 address, for example 51.145.179.78.' }),
    scope: t.expose('scope', {
      type: AddressScope,
      description: 'Whether the address belongs to the region or to its whole cloud.',
    }),
    cloud: t.field({
      type: Cloud,
      description: 'The cloud that it belongs to.',
      resolve: ({ cloud }) => cloudByName.get(cloud) as CloudData,
    }),
    editions: t.expose('editions', {
      type: ['Date'],
      description: 'Editions of the network reference that print the address, oldest first.',
    }),
    isRetired: t.boolean({
      deprecationReason: useInstead('isCurrent, which is false where this is true'),
      description: 'True where the last edition with a table of addresses no longer prints it.',
      resolve: isRetired,
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The tables of the editions that print it.',
    }),
  }),
});

interface AddressComparisonData extends ComparisonData {
  readonly before: IsoDate;
  readonly after: IsoDate;
}

const AddressComparison = builder.objectRef<AddressComparisonData>('AddressComparison');

AddressComparison.implement({
  description: 'The control-plane addresses that two editions print, compared one by one.',
  fields: (t) => ({
    before: t.field({
      type: Edition,
      description: 'The edition to compare from; it may be the later one.',
      resolve: ({ before }) => editionOf(before),
    }),
    after: t.field({
      type: Edition,
      description: 'The edition to compare with.',
      resolve: ({ after }) => editionOf(after),
    }),
    first: t.field({
      type: Edition,
      deprecationReason: useInstead('before, which means the same'),
      description: 'The edition to compare from.',
      resolve: ({ before }) => editionOf(before),
    }),
    second: t.field({
      type: Edition,
      deprecationReason: useInstead('after, which means the same'),
      description: 'The edition to compare with.',
      resolve: ({ after }) => editionOf(after),
    }),
    kept: t.expose('kept', {
      type: [ControlPlaneAddress],
      complexity: { multiplier: printedControlPlaneAddresses.length },
      description: 'Addresses that both editions print.',
    }),
    removed: t.expose('removed', {
      type: [ControlPlaneAddress],
      complexity: { multiplier: printedControlPlaneAddresses.length },
      description: 'Addresses that the edition before prints and the edition after does not.',
    }),
    added: t.expose('added', {
      type: [ControlPlaneAddress],
      complexity: { multiplier: printedControlPlaneAddresses.length },
      description: 'Addresses that the edition after prints and the edition before does not.',
    }),
  }),
});

function comparisonOf(before: IsoDate, after: IsoDate): AddressComparisonData {
  throwAll(
    mistakesOf([() => requireEdition(before, 'before'), () => requireEdition(after, 'after')]),
  );
  return { before, after, ...compareAddresses(before, after) };
}

builder.queryField('controlPlaneAddresses', (t) =>
  t.field({
    type: [ControlPlaneAddress],
    complexity: { multiplier: printedControlPlaneAddresses.length },
    description:
      'The addresses that the last edition with a table of addresses prints, once for each region whose row has it; those of no region come last.',
    args: { includeEnded: t.arg.boolean(includeEndedOption) },
    resolve: (_, { includeEnded }) => current(printedControlPlaneAddresses, includeEnded),
  }),
);

builder.queryField('controlPlaneAddressComparison', (t) =>
  t.field({
    complexity: 200,
    type: AddressComparison,
    nullable: true,
    description:
      'The control-plane addresses of two editions, compared. Error BAD_USER_INPUT for an edition that the data does not carry.',
    args: {
      before: t.arg({
        type: 'Date',
        required: true,
        description: 'Date of the edition to compare from; see editions.',
      }),
      after: t.arg({
        type: 'Date',
        required: true,
        description: 'Date of the edition to compare with; see editions.',
      }),
    },
    resolve: (_, { before, after }) => answer(() => comparisonOf(before, after)),
  }),
);
