/** What to do before and after the addresses of an instance change. */

import { generationOf } from '../network-mode.ts';
import type { Comparison, LocationPair } from './changes.ts';

/** What happens to one kind of address, over all locations. */
export interface Impact {
  readonly outcome: string;
  readonly triggers: readonly string[];
  /** True where a location that stays gets another one. */
  readonly isReplaced: boolean;
}

export interface StepsInput {
  readonly comparison: Comparison;
  readonly pairs: readonly LocationPair[];
  readonly publicAddress: Impact;
  readonly privateAddress: Impact;
}

interface Situation extends StepsInput {
  readonly has: (trigger: string) => boolean;
  /** Names of the locations that only one of the two deployments has; empty where there are none. */
  readonly added: string;
  readonly removed: string;
  readonly isInjectedAfter: boolean;
  readonly isInternalBefore: boolean;
  readonly isInternalAfter: boolean;
}

/** True where a location gets a public IP address resource that it did not have before. */
function bringsResource({ pairs }: StepsInput): boolean {
  return pairs.some(({ before, after }) => {
    const resource = after?.publicIpAddress;
    return resource !== undefined && before?.publicIpAddress?.id !== resource.id;
  });
}

/** The new public address is known beforehand only where it comes from a resource of the user. */
function publicSteps(situation: Situation): readonly string[] {
  if (!situation.publicAddress.isReplaced) return [];
  if (!hasClassicTier(situation)) {
    return [
      'Move allow lists from the public address to the ranges of the region: the new instance has no public address of its own.',
    ];
  }
  const zoneRedundant = situation.has('availability-zones-changed') ? ', zone-redundant' : '';
  const known = bringsResource(situation)
    ? 'Read the address of the new public IP address resource: it becomes the public address.'
    : `To know the new public address beforehand, prepare another public IP address resource: Standard SKU, IPv4${zoneRedundant}, with a DNS name label, in the region and subscription of the location. Without one Azure picks the address.`;
  return [
    ...(situation.isInjectedAfter
      ? [
          known,
          'Add the new public address to every allow list before the change, if you know it by then, and keep the old one; remove the old one afterwards.',
        ]
      : [
          'The new public address is known only after the change: tell the owners of every allow list that has the old one.',
        ]),
    ...(situation.isInternalBefore && situation.isInternalAfter
      ? []
      : ['Lower the TTL of your own DNS records with the public address.']),
  ];
}

function hasClassicTier({ comparison }: StepsInput): boolean {
  return generationOf(comparison.after.tier) === 'CLASSIC';
}

function privateSteps({ privateAddress, ...situation }: Situation): readonly string[] {
  if (!privateAddress.isReplaced) return [];
  if (!situation.isInternalAfter) {
    return [
      'Lower the TTL of the A records of all host names, for the private address goes away with internal mode.',
    ];
  }
  return [
    situation.isInternalBefore
      ? 'Lower the TTL of the A records of all host names: the new private address is known only after the change.'
      : 'Prepare a private DNS zone for each host name and link it to the virtual network: no host name is in public DNS in internal mode.',
  ];
}

function locationSteps({ added, removed, ...situation }: Situation): readonly string[] {
  if (situation.has('instance-recreated')) return [];
  return [
    ...(removed === ''
      ? []
      : [
          `Take the gateway of ${removed} out of rotation before its location is removed, and its addresses out of allow lists and DNS records afterwards.`,
        ]),
    ...(added !== '' && situation.isInjectedAfter
      ? [`Prepare network, subnet and security rules in ${added}.`]
      : []),
    ...(added === ''
      ? []
      : [
          `Add the public address of ${added} to allow lists; it is known beforehand only where it comes from a public IP address resource.`,
        ]),
    ...(added !== '' && situation.isInternalAfter
      ? [
          `Send clients to the private address of ${added}: in internal mode Azure does not balance between regions.`,
        ]
      : []),
  ];
}

function preparations(situation: Situation): readonly string[] {
  const { has, isInjectedAfter } = situation;
  const isNewSubnet =
    has('subnet-changed') || (has('virtual-network-added-or-removed') && isInjectedAfter);
  return [
    ...(has('instance-recreated')
      ? [
          'Build the new instance while the old one runs, move the traffic, and delete the old one last.',
        ]
      : []),
    ...(isNewSubnet
      ? [
          'Prepare the new subnet with its security rules, routes and service endpoints, and allow its whole address range in private backends.',
        ]
      : []),
  ];
}

function conclusion(situation: Situation): readonly string[] {
  const { publicAddress, privateAddress, pairs, isInternalBefore, isInternalAfter } = situation;
  const outcomes = [publicAddress.outcome, privateAddress.outcome];
  if (!outcomes.includes('CHANGES') && outcomes.includes('UNKNOWN')) {
    return [
      'Read the addresses of the resource before and after the change, and be ready to update allow lists and DNS records.',
    ];
  }
  const isNew = (impact: Impact) =>
    impact.isReplaced || (impact.outcome === 'CHANGES' && situation.added !== '');
  const isNewPrivate = isNew(privateAddress) && isInternalAfter;
  const fields = [
    ...(isNew(publicAddress) && hasClassicTier(situation) ? ['properties.publicIPAddresses'] : []),
    ...(isNewPrivate ? ['properties.privateIPAddresses'] : []),
  ];
  const further = pairs.length > 1 ? ', and those of properties.additionalLocations,' : '';
  return [
    ...(fields.length === 0
      ? []
      : [
          `After the change read ${fields.join(' and ')} of the resource${further} and compare them with allow lists and DNS records.`,
        ]),
    ...(privateAddress.isReplaced && isInternalAfter
      ? ['Point the A records of all host names to the private address that was read.']
      : []),
    ...(isInternalBefore && !isInternalAfter
      ? [
          'Delete the private DNS zones and records, or clients in the network keep the old address.',
        ]
      : []),
  ];
}

function scaleOutSteps(situation: Situation): readonly string[] {
  const grows = situation.pairs.some(
    ({ before, after }) => before && after && after.units > before.units,
  );
  return grows && situation.isInjectedAfter && hasClassicTier(situation)
    ? ['Allow the whole address range of the subnet in private backends before units are added.']
    : [];
}

/** The steps in their order; none where nothing changes. */
export function stepsOf(input: StepsInput): readonly string[] {
  const { before, after } = input.comparison;
  const triggers = [...input.publicAddress.triggers, ...input.privateAddress.triggers];
  const namesOf = (holds: (pair: LocationPair) => boolean) =>
    input.pairs
      .filter(holds)
      .map(({ region }) => region.displayName)
      .join(' and ');
  const situation: Situation = {
    ...input,
    added: namesOf((pair) => pair.before === undefined),
    removed: namesOf((pair) => pair.after === undefined),
    has: (trigger) => triggers.includes(trigger),
    isInjectedAfter: after.virtualNetworkType !== 'NONE',
    isInternalBefore: before.virtualNetworkType === 'INTERNAL',
    isInternalAfter: after.virtualNetworkType === 'INTERNAL',
  };
  return [
    ...preparations(situation),
    ...locationSteps(situation),
    ...publicSteps(situation),
    ...privateSteps(situation),
    ...scaleOutSteps(situation),
    ...conclusion(situation),
  ];
}
