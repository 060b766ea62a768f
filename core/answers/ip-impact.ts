/** Which addresses change when one deployment is turned into another, by the events in data/ip-changes.ts. */

import { catalog, tierProfileByTier } from '../../data/index.ts';
import type { Citation, IpChangeTrigger, Region } from '../../data/model.ts';
import type { Deployment } from '../deployment.ts';
import { throwAll } from '../input-error.ts';
import { citationsOf, type Note, noteOf } from '../notes.ts';
import { deploymentMistakes } from './deployment-mistakes.ts';
import {
  type Comparison,
  type DeploymentChange,
  instanceChanges,
  type LocationPair,
  locationChanges,
  recreation,
  remarksOf,
} from './ip-impact/changes.ts';
import { type ReadDeployment, requireDeployment } from './ip-impact/deployment.ts';
import { stepsOf } from './ip-impact/steps.ts';

/**
 * CHANGES: an address is released, replaced or new. UNKNOWN: no document says. NONE: there is no such address, before
 * or after.
 */
export const addressOutcomes = ['CHANGES', 'STAYS', 'UNKNOWN', 'NONE'] as const;
export type AddressOutcome = (typeof addressOutcomes)[number];

export interface AddressImpact {
  readonly outcome: AddressOutcome;
  /** Ids of the events in data/ip-changes.ts that change it, in the order of that list. */
  readonly triggers: readonly string[];
}

export interface LocatedAddress extends AddressImpact {
  /** Which deployment has such an address here; undefined where both have one, or neither. */
  readonly only?: 'BEFORE' | 'AFTER';
}

export interface LocationImpact {
  readonly region: Region;
  readonly publicAddress: LocatedAddress;
  readonly privateAddress: LocatedAddress;
}

export interface IpImpact {
  /** Over all locations: CHANGES where it changes in any. */
  readonly publicAddress: AddressImpact;
  readonly privateAddress: AddressImpact;
  /** Locations of either deployment, those of the first one first. */
  readonly locations: readonly LocationImpact[];
  /** What to do, in order, before and after the change; empty where there is nothing to do. */
  readonly steps: readonly string[];
  readonly notes: readonly Note[];
  readonly citations: readonly Citation[];
}

function pairsOf({ before, after }: Comparison): readonly LocationPair[] {
  const regions = new Set([...before.locations.keys(), ...after.locations.keys()]);
  return [...regions].map((region) => {
    const [from, to] = [before.locations.get(region), after.locations.get(region)];
    return { region, ...(from && { before: from }), ...(to && { after: to }) };
  });
}

const hasPublicAddress = ({ tier }: ReadDeployment) =>
  tierProfileByTier.get(tier)?.hasDedicatedPublicAddress === true;
const hasPrivateAddress = ({ virtualNetworkType }: ReadDeployment) =>
  virtualNetworkType === 'INTERNAL';

interface Existence {
  readonly before: boolean;
  readonly after: boolean;
}

function impactOf(
  { before, after }: Existence,
  changes: readonly DeploymentChange[],
  affects: (trigger: IpChangeTrigger) => boolean,
): LocatedAddress {
  if (!before && !after) return { outcome: 'NONE', triggers: [] };
  const triggers = catalog.ipChangeTriggers.filter(
    (trigger) => affects(trigger) && changes.some((change) => change.trigger === trigger),
  );
  const isUndocumented = changes.some((change) => change.trigger === undefined);
  const otherwise = isUndocumented ? 'UNKNOWN' : 'STAYS';
  return {
    outcome: triggers.length > 0 ? 'CHANGES' : otherwise,
    triggers: triggers.map(({ id }) => id),
    ...(before !== after && { only: before ? 'BEFORE' : 'AFTER' }),
  };
}

const outcomesByWeight = ['CHANGES', 'UNKNOWN', 'STAYS', 'NONE'] as const;

function overall(impacts: readonly AddressImpact[]): AddressImpact {
  const has = (wanted: AddressOutcome) => impacts.some(({ outcome }) => outcome === wanted);
  return {
    outcome: outcomesByWeight.find(has) ?? 'NONE',
    triggers: catalog.ipChangeTriggers
      .map(({ id }) => id)
      .filter((id) => impacts.some(({ triggers }) => triggers.includes(id))),
  };
}

function outcomeNotes(
  publicAddress: AddressImpact,
  privateAddress: AddressImpact,
): readonly Note[] {
  const stays = [publicAddress, privateAddress].some(({ outcome }) => outcome === 'STAYS');
  return [
    ...(stays ? ['addresses-static'] : []),
    ...(publicAddress.outcome === 'NONE' ? ['outbound-without-dedicated-address'] : []),
    ...(privateAddress.outcome === 'NONE' ? ['private-address-internal-mode-only'] : []),
  ].map(noteOf);
}

/** What happens to the public and the private address of each location, why, and what to do about it. Throws InputError for what no instance can be. */
export function ipImpact(before: Deployment, after: Deployment): IpImpact {
  throwAll([
    ...deploymentMistakes(before, { path: ['before'], mayBeUnknown: false }),
    ...deploymentMistakes(after, { path: ['after'], mayBeUnknown: false }),
  ]);
  const comparison: Comparison = {
    before: requireDeployment(before, 'before'),
    after: requireDeployment(after, 'after'),
  };
  const pairs = pairsOf(comparison);
  const recreated = recreation(comparison);
  const ofInstance = recreated ? [recreated] : instanceChanges(comparison);

  const results = pairs.map((pair) => {
    const existence = (has: (deployment: ReadDeployment) => boolean): Existence => ({
      before: pair.before !== undefined && has(comparison.before),
      after: pair.after !== undefined && has(comparison.after),
    });
    const ofPublic = existence(hasPublicAddress);
    const ofPrivate = existence(hasPrivateAddress);
    const hasAny = [ofPublic, ofPrivate].some(({ before, after }) => before || after);
    const isUpdate = recreated === undefined && hasAny;
    const changes = isUpdate ? [...ofInstance, ...locationChanges(pair, comparison)] : ofInstance;
    const impact: LocationImpact = {
      region: pair.region,
      publicAddress: impactOf(ofPublic, changes, (trigger) => trigger.affectsPublicAddress),
      privateAddress: impactOf(ofPrivate, changes, (trigger) => trigger.affectsPrivateAddress),
    };
    return { pair, impact, changes, remarks: isUpdate ? remarksOf(pair, comparison, changes) : [] };
  });

  const locations = results.map(({ impact }) => impact);
  const changes = results.flatMap((location) => location.changes);
  const publicAddress = overall(locations.map((location) => location.publicAddress));
  const privateAddress = overall(locations.map((location) => location.privateAddress));
  const isReplaced = (address: (location: LocationImpact) => AddressImpact) =>
    results.some(
      ({ pair, impact }) =>
        (recreated !== undefined || (pair.before && pair.after)) &&
        address(impact).outcome === 'CHANGES',
    );
  const notes = [
    ...changes.flatMap(({ note }) => note ?? []),
    ...results.flatMap(({ remarks }) => remarks),
    ...outcomeNotes(publicAddress, privateAddress),
  ];
  return {
    publicAddress,
    privateAddress,
    locations,
    steps: stepsOf({
      comparison,
      pairs,
      publicAddress: {
        ...publicAddress,
        isReplaced: isReplaced(({ publicAddress }) => publicAddress),
      },
      privateAddress: {
        ...privateAddress,
        isReplaced: isReplaced(({ privateAddress }) => privateAddress),
      },
    }),
    notes: [...new Map(notes.map((note) => [note.text, note])).values()],
    citations: citationsOf(...changes.flatMap(({ trigger }) => trigger ?? []), ...notes),
  };
}

const outcomeTexts = {
  CHANGES: 'The # address changes.',
  STAYS: 'The # address stays.',
  UNKNOWN: 'No document says whether the # address changes.',
  NONE: 'The instance has no # address of its own.',
} as const satisfies Record<AddressOutcome, string>;

/** What happens to one kind of address: to those that exist before and after, then what comes and what goes. */
function sentences(
  kind: 'public' | 'private',
  overallOutcome: AddressOutcome,
  addresses: readonly (LocatedAddress & { readonly region: Region })[],
): string {
  const namesOf = (only: 'BEFORE' | 'AFTER') =>
    new Intl.ListFormat('en', { type: 'conjunction' }).format(
      addresses.filter((one) => one.only === only).map(({ region }) => region.displayName),
    );
  const [gone, added] = [namesOf('BEFORE'), namesOf('AFTER')];
  const lasting = addresses.filter(({ only, outcome }) => only === undefined && outcome !== 'NONE');
  const ofLasting = outcomesByWeight.find((wanted) =>
    lasting.some(({ outcome }) => outcome === wanted),
  );
  const isNone = gone === '' && added === '' && ofLasting === undefined;
  return [
    ...(ofLasting ? [outcomeTexts[ofLasting]] : []),
    ...(isNone ? [outcomeTexts[overallOutcome]] : []),
    ...(added === '' ? [] : [`${added} gets a # address of its own.`]),
    ...(gone === '' ? [] : [`${gone} gives up its # address.`]),
  ]
    .join(' ')
    .replaceAll('#', kind);
}

/** The answer in a few sentences: the public addresses first. */
export function impactSummary({ publicAddress, privateAddress, locations }: IpImpact): string {
  const at = (pick: (location: LocationImpact) => LocatedAddress) =>
    locations.map((location) => ({ ...pick(location), region: location.region }));
  return [
    sentences(
      'public',
      publicAddress.outcome,
      at((location) => location.publicAddress),
    ),
    sentences(
      'private',
      privateAddress.outcome,
      at((location) => location.privateAddress),
    ),
  ].join(' ');
}
