/** What the readers of peerings share. */

import type { InputRoute } from '../../../deployment.ts';
import { InputError } from '../../../input-error.ts';
import { parsePrefix } from '../../../network/sets/ipv4.ts';
import type { InputPeering, RouteSource } from '../../../peering.ts';
import { keyOf, listOf, type Path, textOf, Unresolved } from '../unresolved.ts';

export interface Connections {
  readonly peerings: readonly InputPeering[];
  readonly routeSources: readonly RouteSource[];
  /** Default routes of hubs of Virtual WAN. */
  readonly hubRoutes: readonly InputRoute[];
}

export const unconnected: Connections = { peerings: [], routeSources: [], hubRoutes: [] };

/** Twice the limit of a network without Virtual Network Manager. */
const maxPeerings = 1000;

export function requireFewPeerings(count: number, path: Path): void {
  if (count <= maxPeerings) return;
  throw new InputError('too many peerings', {
    path,
    given: count,
    expected: [`at most ${maxPeerings} peerings of a virtual network`],
  });
}

export const prefixesIn = (list: unknown): string[] =>
  listOf(list).filter(
    (one): one is string => typeof one === 'string' && parsePrefix(one).kind === 'prefix',
  );

/** A flag that is off where nothing is written. */
export const flagOf = (value: unknown, ifAbsent: boolean | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : value === undefined || value === null ? ifAbsent : undefined;

const states = ['connected', 'initiated', 'disconnected'];

/** By the state that Azure reports; undefined for any other value. */
function isConnectedIn(state: unknown): boolean | undefined {
  const key = keyOf(state) ?? '';
  return states.includes(key) ? key === 'connected' : undefined;
}

/**
 * True for a peering of whole networks with IPv4, by three fields as documents have them: whether it is complete,
 * whether it is for IPv6 alone, and lists of subnets.
 */
export const isWholePeering = (
  isComplete: unknown,
  isIpv6Alone: unknown,
  subnets: readonly unknown[],
): boolean =>
  flagOf(isComplete, true) === true &&
  flagOf(isIpv6Alone, false) === false &&
  subnets.every((names) => (names ?? undefined) === undefined || isEmptyList(names));

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** Whether a network is reached, by the state, or else by the peering back; a part of it is at most not reached. */
export function connectionOf(
  state: unknown,
  hasPeeringBack: boolean,
  isWhole: boolean,
): boolean | undefined {
  const isConnected = isConnectedIn(state) ?? (hasPeeringBack || undefined);
  return isWhole || isConnected === false ? isConnected : undefined;
}

/** The peering that Azure makes for a connection with a hub of Virtual WAN; the connection says more. */
export const isOfHub = (remote: string): boolean => /^hv_/i.test(remote);

/** The last name of an id, or the text itself. */
export const shortName = (reference: unknown): string =>
  (reference instanceof Unresolved ? reference.text : textOf(reference ?? 'another network'))
    .split('/')
    .at(-1) ?? '';

/** A peering of a network that the document leaves open, so that it may be of this one. */
export const perhapsOwn = (peering: InputPeering): InputPeering => ({
  ...peering,
  mayBeOfOther: true,
  allowsAccess: undefined,
  allowsForwarded: undefined,
  isConnected: undefined,
});

export const ofPeering = (name: string, remote: string, path: string): RouteSource => ({
  name: `the gateway of ${remote} that the peering ${name} uses`,
  path,
});

/** A gateway, or a Route Server, by what it is and its name. */
export const ofGateway = (label: string, path: string): RouteSource => ({
  name: `${label} of the virtual network`,
  path,
});

/** A VPN gateway without BGP and without a default site has no more than the prefixes of its local networks. */
export const mayLearnRoutes = (type: unknown, hasBgp: unknown, defaultSite: unknown): boolean =>
  keyOf(type) !== 'vpn' ||
  (hasBgp !== false && hasBgp !== undefined && hasBgp !== null) ||
  Boolean(defaultSite);
