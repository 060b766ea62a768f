/**
 * What an instance needs when a default route takes its traffic to a firewall: routes, service endpoints, hosts in
 * reach.
 */

import { catalog, cloudByName } from '../../data/index.ts';
import type {
  Citation,
  CloudName,
  ComputePlatform,
  Endpoint,
  Region,
  ServiceEndpoint,
  Tier,
  VirtualNetworkType,
} from '../../data/model.ts';
import { citeWeeklyFile } from '../../data/weekly-files.ts';
import { InputError, mistakesOf, throwAll } from '../input-error.ts';
import { parseAddress, parsePrefix } from '../network/sets/ipv4.ts';
import { citationsOf, type Note, noteOf } from '../notes.ts';
import {
  controlPlaneRouteName,
  type Route,
  type RouteTable,
} from '../render/routes/route-table.ts';
import { printedControlPlaneAddresses } from './control-plane.ts';
import { generationOf, requireInjection } from './network-mode.ts';
import { requireRegion } from './region.ts';

export interface ForcedTunnelingInput {
  readonly region: string;
  readonly tier: Tier;
  readonly virtualNetworkType: VirtualNetworkType;
  /** Without meaning for the v2 tiers. */
  readonly platform: ComputePlatform;
  /** False for a further location of a multi-region instance; true where it is left out. */
  readonly isPrimary?: boolean;
}

/** An endpoint of today's reference, its host names written out for the region. */
export interface ReachableEndpoint {
  readonly endpoint: Endpoint;
  /** Empty where documents name only a port. */
  readonly hostNames: readonly string[];
}

/** One location's needs. */
export interface ForcedTunneling extends RouteTable {
  readonly endpoints: readonly ReachableEndpoint[];
  readonly notes: readonly Note[];
  readonly citations: readonly Citation[];
}

/** A self-hosted gateway reaches it, and not the instance. */
const endpointsOfOthers = ['self-hosted-gateway-configuration'];

const returnRoute = noteOf('management-return-route');

function tagRoute(cloud: CloudName): Route {
  return {
    name: controlPlaneRouteName(),
    addressPrefix: 'ApiManagement',
    nextHopType: 'Internet',
    reason: 'Replies to the control plane go back the way its requests come, around the firewall.',
    citations: citationsOf(returnRoute, {
      citations: [citeWeeklyFile(cloud, 'ApiManagement, networkFeatures')],
    }),
  };
}

/**
 * For a cloud whose routes cannot name the tag. The weekly file is newer than any list of addresses that documents
 * print.
 */
function prefixRoutes(cloud: CloudName): readonly Route[] {
  const { apiManagement, changeNumber, date } = catalog.serviceTagExtracts[cloud];
  return apiManagement.flatMap((text) => {
    const prefix = parsePrefix(text);
    if (prefix.kind !== 'prefix') return [];
    const printed = printedControlPlaneAddresses.filter((candidate) => {
      const address = parseAddress(candidate.address);
      return address !== undefined && prefix.first <= address && address <= prefix.last;
    });
    const addresses = printed.map(({ address }) => address).join(' and ');
    return {
      name: controlPlaneRouteName(text),
      addressPrefix: text,
      nextHopType: 'Internet' as const,
      reason: `Replies to the control plane, to a prefix of ApiManagement in weekly file ${changeNumber} of ${date}${
        addresses === '' ? '' : `; documents print ${addresses}`
      }.`,
      citations: citationsOf(
        { citations: [citeWeeklyFile(cloud, 'ApiManagement')] },
        noteOf('management-route-china'),
        ...printed,
      ),
    };
  });
}

function serviceEndpointsOf(
  platform: ComputePlatform,
  isPrimary: boolean,
): readonly ServiceEndpoint[] {
  return catalog.serviceEndpoints.filter(
    ({ until, requiredOn, isPrimaryRegionOnly }) =>
      until === undefined && requiredOn.includes(platform) && (isPrimary || !isPrimaryRegionOnly),
  );
}

function endpointsOf(region: Region): readonly ReachableEndpoint[] {
  return catalog.endpoints
    .filter(
      ({ id, clouds, until }) =>
        until === undefined && clouds.includes(region.cloud) && !endpointsOfOthers.includes(id),
    )
    .map((endpoint) => ({
      endpoint,
      hostNames: endpoint.hostNames.map((name) => name.replace('<region>', region.name)),
    }));
}

/** Why the routes are what they are where they cannot name the tag. */
function prefixNotes(): readonly Note[] {
  return [
    noteOf('management-route-china'),
    {
      text: 'The prefixes change with the weekly file. IPv6 prefixes are not included: an instance in a virtual network has an IPv4 address for management.',
      citations: noteOf('public-ip-standard-ipv4').citations,
    },
  ];
}

function notesOf(input: LocationRole, isRoutable: boolean): readonly Note[] {
  const ids = [
    'forced-tunneling-breaks-dependencies',
    ...(input.virtualNetworkType === 'EXTERNAL' ? ['client-return-routes'] : []),
    'management-bypass-accepted',
    ...(input.tier === 'PREMIUM' ? ['service-endpoint-sql-primary-region'] : []),
    ...(input.platform === 'STV1' ? ['service-endpoint-key-vault'] : []),
    'without-service-endpoints',
    'tunneled-dependencies-reachable',
  ];
  return [...(isRoutable ? [] : prefixNotes()), ...ids.map(noteOf)];
}

function requireLocationRole({ tier, isPrimary }: LocationRole): void {
  if (isPrimary !== false) return;
  const tiers = catalog.tierProfiles.filter((profile) => profile.supportsMultiRegion);
  if (tiers.some((profile) => profile.tier === tier)) return;
  throw new InputError('an instance of this tier has only a primary region', {
    path: ['isPrimary'],
    given: false,
    expected: ['true', `false for the tier ${tiers.map((profile) => profile.tier).join(' or ')}`],
  });
}

/** What one location of an injected instance needs, by the name of its region. */
export function forcedTunneling(input: ForcedTunnelingInput): ForcedTunneling {
  throwAll(
    mistakesOf([
      () => requireRegion(input.region, ['region']),
      () => requireInjection(input.tier, input.virtualNetworkType),
    ]),
  );
  return forcedTunnelingIn(requireRegion(input.region, ['region']), input);
}

type LocationRole = Omit<ForcedTunnelingInput, 'region'>;

/** What one location of an injected instance needs; Premium v2 takes neither routes nor service endpoints. */
export function forcedTunnelingIn(region: Region, input: LocationRole): ForcedTunneling {
  requireInjection(input.tier, input.virtualNetworkType);
  requireLocationRole(input);
  if (generationOf(input.tier) === 'V2') {
    const notes = ['v2-injection-no-routes', 'v2-key-vault-names'].map(noteOf);
    return {
      region,
      routes: [],
      serviceEndpoints: [],
      needsClientRoutes: false,
      endpoints: [],
      notes,
      citations: citationsOf(...notes),
    };
  }
  const isRoutable = cloudByName.get(region.cloud)?.isApiManagementTagRoutable === true;
  const routes = isRoutable ? [tagRoute(region.cloud)] : prefixRoutes(region.cloud);
  const serviceEndpoints = serviceEndpointsOf(input.platform, input.isPrimary ?? true);
  const endpoints = endpointsOf(region);
  const notes = notesOf(input, isRoutable);
  return {
    region,
    routes,
    serviceEndpoints,
    needsClientRoutes: input.virtualNetworkType === 'EXTERNAL',
    endpoints,
    notes,
    citations: citationsOf(
      ...routes,
      ...serviceEndpoints,
      ...endpoints.map(({ endpoint }) => endpoint),
      ...notes,
    ),
  };
}
