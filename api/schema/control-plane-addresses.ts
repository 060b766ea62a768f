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
import { cloudByName } from '../../data/index.ts';
import type { Cloud as CloudData, IsoDate } from '../../data/model.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { Cloud } from './clouds.ts';
import { current, Dated, includeEndedOption } from './dated.ts';
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
      deprecationReason: 'Use isCurrent, which is false where this is true. Goes on 2027-06-01.',
      description: 'True where the last edition with a table of addresses no longer prints it.',
      resolve: isRetired,
    }),
    citations: t.expose('citations', { type: [Citation], description: 'Where it is printed.' }),
  }),
});

interface AddressComparisonData extends ComparisonData {
  readonly first: IsoDate;
  readonly second: IsoDate;
}

const AddressComparison = builder.objectRef<AddressComparisonData>('AddressComparison');

AddressComparison.implement({
  description: 'The control-plane addresses that two editions print, compared one by one.',
  fields: (t) => ({
    first: t.field({
      type: Edition,
      description: 'The edition to compare from.',
      resolve: ({ first }) => editionOf(first),
    }),
    second: t.field({
      type: Edition,
      description: 'The edition to compare with.',
      resolve: ({ second }) => editionOf(second),
    }),
    kept: t.expose('kept', {
      type: [ControlPlaneAddress],
      complexity: { multiplier: printedControlPlaneAddresses.length },
      description: 'Addresses that both editions print.',
    }),
    removed: t.expose('removed', {
      type: [ControlPlaneAddress],
      complexity: { multiplier: printedControlPlaneAddresses.length },
      description: 'Addresses that the first edition alone prints.',
    }),
    added: t.expose('added', {
      type: [ControlPlaneAddress],
      complexity: { multiplier: printedControlPlaneAddresses.length },
      description: 'Addresses that the second edition alone prints.',
    }),
  }),
});

function comparisonOf(first: IsoDate, second: IsoDate): AddressComparisonData {
  requireEdition(first, 'first');
  requireEdition(second, 'second');
  return { first, second, ...compareAddresses(first, second) };
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
      first: t.arg({
        type: 'Date',
        required: true,
        description: 'Date of the edition to compare from; see editions.',
      }),
      second: t.arg({
        type: 'Date',
        required: true,
        description: 'Date of the edition to compare with; see editions.',
      }),
    },
    resolve: (_, { first, second }) => answer(() => comparisonOf(first, second)),
  }),
);
