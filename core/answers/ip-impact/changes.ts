/** What differs between two deployments that bears on addresses, and the documented event that it is. */

import { catalog, tierProfileByTier } from '../../../data/index.ts';
import type { IpChangeTrigger, Region } from '../../../data/model.ts';
import type { DeploymentLocation, PublicIpAddress, Subnet } from '../../deployment.ts';
import { equals, overlaps } from '../../network/sets/interval-set.ts';
import { prefixSet } from '../../network/sets/ipv4.ts';
import { conclusionFrom, type Note, noteOf } from '../../notes.ts';
import { generationOf } from '../network-mode.ts';
import type { ReadDeployment } from './deployment.ts';

/** An event that changes addresses, or a difference about which the documents do not say whether it does. */
export type DeploymentChange =
  | { readonly trigger: IpChangeTrigger; readonly note?: Note }
  | { readonly trigger?: never; readonly note: Note };

/** A location of both deployments, or of one of them. */
export interface LocationPair {
  readonly region: Region;
  readonly before?: DeploymentLocation;
  readonly after?: DeploymentLocation;
}

/** Two deployments to compare. */
export interface Comparison {
  readonly before: ReadDeployment;
  readonly after: ReadDeployment;
}

function triggerOf(id: string): IpChangeTrigger {
  const trigger = catalog.ipChangeTriggers.find((candidate) => candidate.id === id);
  if (trigger === undefined) throw new Error(`no event has the id "${id}"`);
  return trigger;
}

/** The event with this id, or an undocumented change where the documents list it for other tiers. */
function eventOf(id: string, { before, after }: Comparison): DeploymentChange {
  const trigger = triggerOf(id);
  if (trigger.tiers.includes(before.tier) || trigger.tiers.includes(after.tier)) return { trigger };
  const tiers = trigger.tiers.map((tier) => tierProfileByTier.get(tier)?.displayName);
  const text = `${trigger.title}: the documents list this for the tiers ${tiers.join(', ')} and say nothing on others.`;
  return { note: { text, citations: trigger.citations } };
}

function undocumented(text: string): DeploymentChange {
  return { note: { text, citations: noteOf('addresses-static').citations } };
}

/** Why the second deployment is another instance; undefined where it is an update of the first. */
function recreationReason({ before, after }: Comparison): Note | undefined {
  const [from, to] = [generationOf(before.tier), generationOf(after.tier)];
  if (from !== to) {
    return to === 'V2'
      ? noteOf('v2-instance-is-new')
      : conclusionFrom(
          'v2-instance-is-new',
          'An instance does not move between the Consumption tier, the classic tiers and the v2 tiers.',
        );
  }
  if (before.primary !== after.primary) {
    return conclusionFrom(
      'public-address-per-location',
      'The primary region of an instance is the region of its resource, which no update moves.',
    );
  }
  const isInjected = ({ virtualNetworkType }: ReadDeployment) => virtualNetworkType === 'INTERNAL';
  return to === 'V2' && isInjected(before) !== isInjected(after)
    ? noteOf('v2-injection-at-creation')
    : undefined;
}

/** Set where the second deployment can only be a new instance. */
export function recreation(comparison: Comparison): DeploymentChange | undefined {
  const note = recreationReason(comparison);
  return note && { trigger: triggerOf('instance-recreated'), note };
}

function platformChanges(comparison: Comparison): readonly DeploymentChange[] {
  const { before, after } = comparison;
  if (before.platform === after.platform) return [];
  if (after.platform === 'STV1') {
    return [undocumented('No document says that an instance goes back from stv2 to stv1.')];
  }
  if (before.virtualNetworkType === 'NONE' && after.virtualNetworkType === 'NONE') {
    const text =
      'The documents list the migration together with changes of the network; they do not say whether it changes the address of an instance outside one.';
    return [{ note: { text, citations: triggerOf('platform-migrated').citations } }];
  }
  return [eventOf('platform-migrated', comparison)];
}

/**
 * Differences that concern every location of an instance that is updated. Those of v2 tiers leave its addresses alone.
 */
export function instanceChanges(comparison: Comparison): readonly DeploymentChange[] {
  const { before, after } = comparison;
  if (generationOf(after.tier) !== 'CLASSIC') return [];
  const modes = [before.virtualNetworkType, after.virtualNetworkType];
  const modeEvent = modes.includes('NONE') ? 'virtual-network-added-or-removed' : 'mode-switched';
  return [
    ...(before.tier === after.tier
      ? []
      : [
          undocumented(
            'A change between classic tiers is not in the list of events that change addresses, and no document says that the addresses survive it.',
          ),
        ]),
    ...(modes[0] === modes[1] ? [] : [eventOf(modeEvent, comparison)]),
    ...platformChanges(comparison),
  ];
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function subnetChanges(
  comparison: Comparison,
  before: Subnet | undefined,
  after: Subnet | undefined,
): readonly DeploymentChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) {
    return [undocumented('Only one side names the subnet: it may be the same or another.')];
  }
  const prefixes = [before.addressPrefix, after.addressPrefix];
  const [from = [], to = []] = prefixes.map((prefix) =>
    prefix === undefined ? [] : prefixSet(prefix),
  );
  const hasIds = before.id !== undefined && after.id !== undefined;
  const isOther = hasIds ? !isSameText(before.id, after.id) : !overlaps(from, to);
  if (isOther) return [eventOf('subnet-changed', comparison)];
  return equals(from, to)
    ? []
    : [
        undocumented(
          'No document says what a new address range does to an instance in the subnet.',
        ),
      ];
}

/** No resource on one side means that Azure manages the address there. */
function publicIpChanges(
  comparison: Comparison,
  before: PublicIpAddress | undefined,
  after: PublicIpAddress | undefined,
): readonly DeploymentChange[] {
  if (before === undefined && after === undefined) return [];
  const changed = eventOf('public-ip-resource-changed', comparison);
  if (before === undefined || after === undefined) return [changed];
  if (before.id !== undefined && after.id !== undefined) {
    return isSameText(before.id, after.id) ? [] : [changed];
  }
  return before.id === after.id
    ? []
    : [undocumented('One public IP address has no id: it may be the same resource or another.')];
}

function hasSameZones(before: DeploymentLocation, after: DeploymentLocation): boolean {
  return new Set(before.zones).symmetricDifference(new Set(after.zones)).size === 0;
}

/** Differences within one location of an instance that is updated. */
export function locationChanges(
  pair: LocationPair,
  comparison: Comparison,
): readonly DeploymentChange[] {
  const { before, after } = pair;
  if (before === undefined || after === undefined) return [eventOf('region-vacated', comparison)];
  const isInNetwork =
    comparison.before.virtualNetworkType !== 'NONE' &&
    comparison.after.virtualNetworkType !== 'NONE';
  return [
    ...(isInNetwork
      ? [
          ...subnetChanges(comparison, before.subnet, after.subnet),
          ...publicIpChanges(comparison, before.publicIpAddress, after.publicIpAddress),
        ]
      : []),
    ...(hasSameZones(before, after) ? [] : [eventOf('availability-zones-changed', comparison)]),
  ];
}

/** What is worth knowing about a location besides its changes. */
export function remarksOf(
  { region, before, after }: LocationPair,
  comparison: Comparison,
  changes: readonly DeploymentChange[],
): readonly Note[] {
  const perLocation = noteOf('public-address-per-location').citations;
  if (before === undefined || after === undefined) {
    const text =
      before === undefined
        ? `${region.displayName} gets addresses of its own; the other locations keep theirs.`
        : `${region.displayName} loses its addresses for good and would get others if you add it again; the other locations keep theirs.`;
    return [{ text, citations: perLocation }];
  }
  const isClassic = generationOf(comparison.after.tier) === 'CLASSIC';
  const isInNetwork = comparison.after.virtualNetworkType !== 'NONE';
  const [only, ...others] = changes;
  const replaced = others.length === 0 ? only?.trigger : undefined;
  const reported = {
    text: 'The documents list a new public IP address for the public and the private address together; that it alone changes the private one is what users report.',
    citations: replaced?.citations ?? [],
  };
  const label = before.publicIpAddress?.dnsLabel !== after.publicIpAddress?.dnsLabel;
  return [
    ...(isClassic && isInNetwork && after.units > before.units
      ? [noteOf('scale-out-adds-addresses')]
      : []),
    ...(replaced?.id === 'public-ip-resource-changed' &&
    comparison.after.virtualNetworkType === 'INTERNAL'
      ? [reported]
      : []),
    ...(label && changes.length === 0 ? [noteOf('public-ip-dns-label')] : []),
  ];
}
