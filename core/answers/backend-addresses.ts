/** Which address of an instance a backend sees, what the backend's allow list must hold, and where to read it. */

import { catalog, tierProfileByTier } from '../../data/index.ts';
import type { Citation, Cited, Region, Tier, VirtualNetworkType } from '../../data/model.ts';
import { InputError, mistakesOf, throwAll } from '../input-error.ts';
import { citationsOf, conclusionFrom, type Note, noteOf } from '../notes.ts';
import { availabilityNotes } from './availability.ts';
import { generationOf, requireNetworkMode } from './network-mode.ts';
import { requireRegion } from './region.ts';

export const backendDestinations = ['PUBLIC', 'VIRTUAL_NETWORK', 'PEERED', 'ON_PREMISES'] as const;
/** Where a backend is, seen from the virtual network of the instance. */
export type BackendDestination = (typeof backendDestinations)[number];

/**
 * PUBLIC_ADDRESS: the instance's own, of the location that calls. SUBNET: any address of its subnet. REGION: any public
 * address of the region. UNKNOWN: no document says.
 */
export const backendOrigins = ['PUBLIC_ADDRESS', 'SUBNET', 'REGION', 'UNKNOWN'] as const;
export type BackendOrigin = (typeof backendOrigins)[number];

export interface BackendAddressesInput {
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  readonly region: string;
  readonly destination: BackendDestination;
}

/** A field of the resource as Azure Resource Manager returns it. */
export interface ResourceField {
  readonly path: string;
  readonly description: string;
}

/** The call that reads the addresses of an instance; `<...>` is what only its owner knows. */
export interface AddressReading extends Cited {
  readonly method: 'GET';
  readonly url: string;
  readonly fields: readonly ResourceField[];
}

export interface BackendAddresses {
  readonly region: Region;
  readonly origin: BackendOrigin;
  /** What the allow list of the backend must contain, as a sentence. */
  readonly allow: string;
  /** Service tag whose prefixes it must hold; null where another origin is meant, or the region has no tag. */
  readonly serviceTag: string | null;
  /** Null where the resource shows none of them. */
  readonly reading: AddressReading | null;
  readonly notes: readonly Note[];
  readonly citations: readonly Citation[];
}

const resource =
  'subscriptions/<subscription-id>/resourceGroups/<resource-group>/providers/Microsoft.ApiManagement/service/<service-name>?api-version=<api-version>';

/** Fields of the primary location, which each further one has as well. */
function fieldsOf(tier: Tier, virtualNetworkType: VirtualNetworkType): readonly ResourceField[] {
  const isClassic = generationOf(tier) === 'CLASSIC';
  const field = (path: string, description: string) => [{ path, description }];
  return [
    ...(isClassic ? field('publicIPAddresses', 'Public addresses') : []),
    ...(isClassic && virtualNetworkType === 'INTERNAL'
      ? field('privateIPAddresses', 'Private addresses, for clients and DNS records')
      : []),
    ...(virtualNetworkType === 'NONE'
      ? []
      : field(
          'virtualNetworkConfiguration.subnetResourceId',
          'Id of the subnet, whose address range private backends allow',
        )),
  ];
}

function readingOf(input: BackendAddressesInput, region: Region): AddressReading | null {
  const fields = fieldsOf(input.tier, input.virtualNetworkType);
  if (fields.length === 0) return null;
  const endpoint = catalog.resourceManagerEndpoints.find(({ cloud }) => cloud === region.cloud);
  if (endpoint === undefined) throw new Error(`no Resource Manager endpoint in ${region.cloud}`);
  const isMultiRegion = tierProfileByTier.get(input.tier)?.supportsMultiRegion === true;
  const primary = isMultiRegion ? ' of the primary location.' : '.';
  return {
    method: 'GET',
    url: `${endpoint.url}/${resource}`,
    fields: [
      ...fields.map(({ path, description }) => ({
        path: `properties.${path}`,
        description: `${description}${primary}`,
      })),
      ...(isMultiRegion ? fields : []).map(({ path, description }) => ({
        path: `properties.additionalLocations[].${path}`,
        description: `${description} of each further location.`,
      })),
    ],
    citations: citationsOf(
      endpoint,
      noteOf('addresses-in-resource'),
      conclusionFrom('addresses-in-resource', 'Fields of further locations and of the subnet.'),
    ),
  };
}

interface Finding {
  readonly origin: BackendOrigin;
  readonly allow: string;
  readonly serviceTag?: string;
  readonly notes: readonly Note[];
}

function toPublicBackend(input: BackendAddressesInput, region: Region): Finding {
  if (tierProfileByTier.get(input.tier)?.hasDedicatedPublicAddress === true) {
    const isInjected = input.virtualNetworkType !== 'NONE';
    return {
      origin: 'PUBLIC_ADDRESS',
      allow: `The public address of the instance in ${region.displayName}.`,
      notes: [
        noteOf('public-address-dedicated'),
        noteOf('addresses-static'),
        ...(input.tier === 'PREMIUM' ? [noteOf('public-address-per-location')] : []),
        ...(input.tier === 'PREMIUM' && isInjected ? [noteOf('nat-gateway-outbound-address')] : []),
        ...(isInjected
          ? [
              noteOf('outbound-to-public-backends'),
              conclusionFrom(
                'forced-tunneling-breaks-dependencies',
                'With a default route to a firewall, public backends see the address of the firewall.',
              ),
            ]
          : []),
        ...(input.virtualNetworkType === 'INTERNAL'
          ? [noteOf('public-address-in-internal-mode')]
          : []),
      ],
    };
  }
  const notes = [noteOf('outbound-without-dedicated-address')];
  if (region.serviceTagRegion === undefined) {
    const text = `The weekly service-tag file has no tags of ${region.displayName}.`;
    return {
      origin: 'UNKNOWN',
      allow: 'No document names the addresses.',
      notes: [...notes, { text, citations: region.citations }],
    };
  }
  const serviceTag = `AzureCloud.${region.serviceTagRegion}`;
  return {
    origin: 'REGION',
    allow: `All prefixes of ${serviceTag} in the weekly service-tag file, renewed as the file changes.`,
    serviceTag,
    notes,
  };
}

const fromSubnet = {
  origin: 'SUBNET',
  allow: 'The whole address range of the subnet of the instance.',
} as const;

function toPrivateBackend({
  tier,
  virtualNetworkType,
  destination,
}: BackendAddressesInput): Finding {
  if (generationOf(tier) === 'CLASSIC') {
    return {
      ...fromSubnet,
      notes: [
        destination === 'ON_PREMISES'
          ? conclusionFrom(
              'outbound-to-private-backends',
              'The documents describe private backends in the virtual network and its peers. It is a conclusion that on-premises networks behind a gateway see the same addresses.',
            )
          : noteOf('outbound-to-private-backends'),
        noteOf('scale-out-adds-addresses'),
      ],
    };
  }
  const reach = noteOf(
    virtualNetworkType === 'INTERNAL' ? 'v2-injection-gateway-only' : 'v2-integration-reach',
  );
  if (virtualNetworkType === 'EXTERNAL' && destination === 'ON_PREMISES') {
    return {
      origin: 'UNKNOWN',
      allow: 'No document says that integration reaches on-premises networks.',
      notes: [reach],
    };
  }
  return {
    ...fromSubnet,
    notes: [
      reach,
      conclusionFrom(
        'outbound-to-private-backends',
        'The documents say this about the classic tiers. For the v2 tiers it is a conclusion, because their subnet is dedicated.',
      ),
    ],
  };
}

/** An instance outside a virtual network reaches public backends only. */
function requireReach({ virtualNetworkType, destination }: BackendAddressesInput): void {
  if (virtualNetworkType !== 'NONE' || destination === 'PUBLIC') return;
  throw new InputError('an instance outside a virtual network cannot reach such backends', {
    path: ['destination'],
    given: destination,
    accepted: ['PUBLIC'],
  });
}

/** The origin of requests to one kind of backend; throws all mistakes of the input. */
export function backendAddresses(input: BackendAddressesInput): BackendAddresses {
  throwAll(
    mistakesOf([
      () => requireRegion(input.region, ['region']),
      () => requireNetworkMode(input.tier, input.virtualNetworkType, ['virtualNetworkType']),
      () => requireReach(input),
    ]),
  );
  const region = requireRegion(input.region, ['region']);
  const { serviceTag, origin, allow, ...finding } =
    input.destination === 'PUBLIC' ? toPublicBackend(input, region) : toPrivateBackend(input);
  const notes = [...finding.notes, ...availabilityNotes(input.tier, [region])];
  const reading = readingOf(input, region);
  return {
    region,
    origin,
    allow,
    serviceTag: serviceTag ?? null,
    reading,
    notes,
    citations: citationsOf(...notes, ...(reading === null ? [] : [reading])),
  };
}
