/**
 * Traffic that the port table does not list but that an instance needs: DNS servers of the virtual network, and clients
 * in internal mode.
 */

import { catalog, portRuleById } from '../../../data/index.ts';
import type { Direction } from '../../../data/model.ts';
import { type AddressTerm, isEverything } from '../../network/address-term.ts';
import { endsOf, isElsewhere } from '../../network/near-end.ts';
import { covers, type IntervalSet, union } from '../../network/sets/interval-set.ts';
import { hostAddress, parseAddress, prefixSet, privateAddresses } from '../../network/sets/ipv4.ts';
import { ephemeralPorts, everyPort, portSet } from '../../network/sets/ports.ts';
import type { KnownNetwork } from '../../network/side.ts';
import type { LocationContext } from '../location/location.ts';
import { type Draft, inOrder } from './draft.ts';

export interface Extra {
  readonly id: string;
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'ANY';
  readonly remote: readonly string[];
  readonly ports: readonly string[];
  readonly text: string;
  /** True if an allow rule with this far end covers the traffic. */
  readonly isMeant: (term: AddressTerm) => boolean;
}

export function extrasOf(context: LocationContext): Extra[] {
  return [...customDns(context), ...internalClients(context)];
}

function customDns({ location, network }: LocationContext): Extra[] {
  const endpoint = catalog.endpoints.find(({ id }) => id === 'dns');
  const servers = location.dnsServers.filter((text) => {
    const address = parseAddress(text);
    return address !== undefined && address !== hostAddress;
  });
  if (!endpoint || servers.length === 0) return [];
  const addresses: IntervalSet = prefixSet(...servers);
  // The tag also contains peered and connected networks.
  const isInside = covers(union(privateAddresses, network.virtualNetwork ?? []), addresses);
  return [
    {
      id: 'custom-dns',
      direction: 'OUTBOUND',
      protocol: endpoint.protocol,
      remote: servers,
      ports: endpoint.ports,
      text: 'DNS servers of the virtual network: the instance resolves its dependencies there',
      isMeant: (term) =>
        isEverything(term) ||
        (term.kind === 'tag' && term.tag.name === 'VirtualNetwork' && isInside) ||
        (term.kind === 'addresses' && covers(term.addresses, addresses)),
    },
  ];
}

/** In internal mode clients come from the virtual network, and a default rule admits them. */
function internalClients({ deployment, tags, flows }: LocationContext): Extra[] {
  const statement = portRuleById.get('client-traffic')?.statements.at(-1);
  const isClassic = flows.some(({ direction }) => direction === 'INBOUND');
  if (!statement || !isClassic || deployment.virtualNetworkType !== 'INTERNAL') return [];
  const isOther = (term: AddressTerm) =>
    term.kind === 'tag' && !['VirtualNetwork', 'Internet'].includes(term.tag.base);
  return [
    {
      id: 'client-traffic',
      direction: 'INBOUND',
      protocol: statement.protocol,
      remote: [tags.find('VirtualNetwork')?.name ?? '*'],
      ports: statement.destinationPorts,
      text: 'Client traffic: in internal mode clients come from the virtual network',
      isMeant: (term) => !isOther(term),
    },
  ];
}

/** The paths of custom rules that allow the traffic; deny rules before them are the owner's choice. */
export function serversOf(draft: Draft, { direction, protocol, ports, isMeant }: Extra): string[] {
  const servers = inOrder(draft, direction).filter((raw) => {
    const rule = draft.context.read(raw);
    return (
      rule?.access === 'ALLOW' &&
      (rule.protocol === 'ANY' || rule.protocol === (protocol === 'ANY' ? 'UDP' : protocol)) &&
      covers(rule.sourcePorts ?? everyPort, ephemeralPorts) &&
      covers(rule.destinationPorts ?? everyPort, portSet(ports)) &&
      isWholeSubnet(endsOf(rule).near, draft.context.network) &&
      endsOf(rule).far.some(isMeant)
    );
  });
  return servers.map(({ path }) => path);
}

/** True if the entries contain the subnet, as far as known. */
function isWholeSubnet(near: readonly AddressTerm[], network: KnownNetwork): boolean {
  const here = near.filter((term) => !isElsewhere(term, network));
  const sets = here.flatMap((term) => (term.kind === 'addresses' ? [term.addresses] : []));
  return (
    sets.length < here.length || (here.length > 0 && covers(union(...sets), network.subnet ?? []))
  );
}

/** True if a rule that allowed such traffic no longer does. */
export function losesExtra(before: Draft, after: Draft): boolean {
  return extrasOf(before.context).some((extra) => {
    const still = new Set(serversOf(after, extra));
    return serversOf(before, extra).some((path) => !still.has(path));
  });
}
