/** Which firewall of the input a route leads to. */

import type { Deployment, DeploymentLocation } from '../../deployment.ts';
import type { InputFirewall } from '../../firewall.ts';
import { isExpression } from '../../network/address-term.ts';
import { isTunnel, type UserRoute } from '../../network/route.ts';
import { has } from '../../network/sets/interval-set.ts';
import { ipv4Of, parseAddress, prefixSet } from '../../network/sets/ipv4.ts';
import { lostPeeringTo } from './peers.ts';

/** Where a route to an appliance or a gateway leads. */
export interface NextHopTarget {
  /** Undefined where the input does not contain what is there. */
  readonly firewall: InputFirewall | undefined;
  /** Why it is not known what is there, or that nothing gets there; empty where it is known. */
  readonly reason: string;
  /** True where nothing gets there. */
  readonly isLost?: true;
}

/** Undefined for a route that leads to neither an appliance nor a gateway. */
export function targetOf(
  route: UserRoute,
  { firewalls = [] }: Pick<Deployment, 'firewalls'>,
  location: DeploymentLocation,
): NextHopTarget | undefined {
  const { nextHop, nextHopIpAddress: address } = route;
  if (nextHop === undefined || !isTunnel(nextHop)) return undefined;
  if (nextHop === 'VirtualNetworkGateway') {
    return { firewall: undefined, reason: 'the input does not say what is behind the gateway' };
  }
  const lost = lostPeeringTo(route, location);
  if (lost) {
    const reason = `the next hop is in ${lost.remote}, and the peering ${lost.name} is ${lost.state}`;
    return { firewall: undefined, reason, isLost: true };
  }
  const named = firewalls.filter((one) => isAt(one, address));
  const [firewall, other] = named;
  if (firewall && !other) return { firewall, reason: '' };
  const reason = other
    ? `the firewalls ${firewall?.name} and ${other.name} both have the address ${address}`
    : firewalls.length === 0
      ? `the input does not contain the appliance at ${address ?? 'the next hop'}`
      : `the input does not say whether ${address ?? 'the next hop'} is the private address of ${firewalls.map(({ name }) => name).join(' or ')}`;
  return { firewall: undefined, reason };
}

/** By its private address, or by the subnet that holds nothing but the firewall where that address is not known. */
function isAt({ privateAddresses, subnetPrefixes }: InputFirewall, address = ''): boolean {
  if (privateAddresses.includes(address)) return true;
  const number = parseAddress(address);
  const isOpen = privateAddresses.every(isExpression);
  return number !== undefined && isOpen && has(prefixSet(...ipv4Of(subnetPrefixes)), number);
}
