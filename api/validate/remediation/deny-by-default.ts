/**
 * The changes after which one location's group denies whatever is not allowed by name: both ways a rule that denies
 * all, and before it what the instance needs and so far owed to the default rules.
 */

import { catalog, portRuleById } from '../../../data/index.ts';
import { type Direction, directions } from '../../../data/model.ts';
import type { RuleGroup } from '../../render/security-rule.ts';
import { isClientTraffic } from '../evaluated-flow.ts';
import type { LocationContext } from '../location.ts';
import { type AddressTerm, isEverything } from '../network/address-term.ts';
import { covers, type IntervalSet, union } from '../network/interval-set.ts';
import { hostAddress, parseAddress, prefixSet, privateAddresses } from '../network/ipv4.ts';
import { endsOf, isElsewhere } from '../network/near-end.ts';
import { ephemeralPorts, everyPort, portSet } from '../network/ports.ts';
import type { SecurityRule } from '../network/security-rule.ts';
import { isSharedByUnits } from '../shared-by-units.ts';
import { changed, type Draft, draftOf, type Goal, inOrder } from './draft.ts';
import { freePriority, highestPriority } from './placing.ts';
import { remedied, toRuleGroup } from './remedy-location.ts';
import { toRawRule } from './rules.ts';
import { freeName, localPrefix, nameOf } from './style.ts';

export function denyByDefault(context: LocationContext): RuleGroup | undefined {
  const closed = directions.reduce(withDenyAll, draftOf(context, isNeeded(context)));
  const extras = extrasOf(context);
  const mended = remedied(extras.reduce(withExtra, closed));
  // A rule that served an extra may have been put right for a row.
  return toRuleGroup(extras.reduce(withExtra, mended));
}

/** Clients that are let in by narrow rules, or by ones that cannot be decided, are the owner's choice. */
function isNeeded({ location }: LocationContext): Goal {
  return (flow) => {
    const { necessity, evaluation } = flow;
    const isWanted =
      necessity === 'REQUIRED' ||
      (necessity === 'RECOMMENDED' && !isClientTraffic(flow)) ||
      isSharedByUnits(flow, location);
    const isLost = isClientTraffic(flow)
      ? evaluation.outcome === 'DENIED'
      : evaluation.outcome !== 'ALLOWED';
    return isWanted && isLost;
  };
}

const isDenyAll = (rule: SecurityRule | undefined) =>
  rule?.access === 'DENY' &&
  rule.protocol === 'ANY' &&
  [rule.source, rule.destination].every((terms) => terms.some(isEverything)) &&
  [rule.sourcePorts, rule.destinationPorts].every((ports) => covers(ports ?? [], everyPort));

/** The rule at the last priority there is; what stands there moves ahead of it. */
function withDenyAll(draft: Draft, direction: Direction): Draft {
  const rules = inOrder(draft, direction);
  if (rules.some((rule) => isDenyAll(draft.context.read(rule)))) return draft;
  const byPriority = new Map(rules.map((rule) => [rule.priority, rule]));
  const moved = [];
  for (let priority = highestPriority; byPriority.has(priority); priority -= 1) {
    const rule = byPriority.get(priority);
    const reason = { text: `Moved from priority ${priority} before the rule that denies all` };
    if (rule) moved.push({ rule: { ...rule, priority: priority - 1 }, reason });
  }
  const rule = toRawRule({
    name: freeName(nameOf('Deny', direction, 'all'), draft.rules),
    priority: highestPriority,
    direction,
    access: 'DENY',
    protocol: 'ANY',
    sourceAddressPrefixes: ['*'],
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: ['*'],
    destinationPortRanges: ['*'],
  });
  const reason = { text: 'Denies whatever no other rule allows' };
  return changed(draft, [...moved, { rule, reason }]) ?? draft;
}

/** Traffic that no row of the port table names, but that a rule which denies all takes away. */
interface Extra {
  readonly id: string;
  readonly direction: Direction;
  readonly protocol: 'TCP' | 'UDP' | 'ANY';
  readonly remote: readonly string[];
  readonly ports: readonly string[];
  readonly text: string;
  /** Whether an allow rule with this far end is for the traffic already. */
  isMeant(term: AddressTerm): boolean;
}

function extrasOf(context: LocationContext): Extra[] {
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
  // Peered and connected networks are a part of the tag, too.
  const isInside = covers(union(privateAddresses, network.virtualNetwork ?? []), addresses);
  return [
    {
      id: 'custom-dns',
      direction: 'OUTBOUND',
      protocol: endpoint.protocol,
      remote: servers,
      ports: endpoint.ports,
      text: 'DNS servers of the virtual network: the names of every other dependency',
      isMeant: (term) =>
        isEverything(term) ||
        (term.kind === 'tag' && term.tag.name === 'VirtualNetwork' && isInside) ||
        (term.kind === 'addresses' && covers(term.addresses, addresses)),
    },
  ];
}

/** In internal mode clients come from the virtual network, and the default rule for it let them in. */
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

/** The draft with a rule for the traffic, unless one of the group's own allows it. */
function withExtra(draft: Draft, extra: Extra): Draft {
  const { direction, protocol, ports } = extra;
  const { network } = draft.context;
  const isServed = inOrder(draft, direction).some((raw) => {
    const rule = draft.context.read(raw);
    return (
      rule?.access === 'ALLOW' &&
      (rule.protocol === 'ANY' || rule.protocol === (protocol === 'ANY' ? 'UDP' : protocol)) &&
      covers(rule.sourcePorts ?? everyPort, ephemeralPorts) &&
      covers(rule.destinationPorts ?? everyPort, portSet(ports)) &&
      endsOf(rule).near.some((term) => !isElsewhere(term, network)) &&
      endsOf(rule).far.some((term) => extra.isMeant(term))
    );
  });
  const priority = freePriority(draft, direction, highestPriority);
  if (isServed || priority === undefined) return draft;
  const near = [localPrefix(draft.context, 'VirtualNetwork')];
  const rule = toRawRule({
    name: freeName(nameOf('Allow', direction, extra.id), draft.rules),
    priority,
    direction,
    access: 'ALLOW',
    protocol,
    sourceAddressPrefixes: direction === 'INBOUND' ? extra.remote : near,
    sourcePortRanges: ['*'],
    destinationAddressPrefixes: direction === 'INBOUND' ? near : extra.remote,
    destinationPortRanges: ports,
  });
  return changed(draft, [{ rule, reason: { text: extra.text } }]) ?? draft;
}
