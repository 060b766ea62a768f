/**
 * The ends of rules as sets of addresses, and the part of them that earlier rules certainly take. A missing weekly file
 * or address space makes that part smaller, never larger.
 */

import { type AddressPart, type Coverage, isEmptyPart, partOf } from './address-part.ts';
import { type AddressTerm, isEverything } from './address-term.ts';
import { localSide, remoteSide } from './flow-ends.ts';
import { memoize } from './memoize.ts';
import { endsOf } from './near-end.ts';
import type { SecurityRule } from './security-rule.ts';
import type { Tag } from './service-tags/service-tags.ts';
import { type Box, box } from './sets/box.ts';
import { covers, empty, type IntervalSet, subtract, union } from './sets/interval-set.ts';
import { everyAddress, hostAddress, privateAddresses, publicAddresses } from './sets/ipv4.ts';
import { coverAll, type KnownNetwork, rememberedSide } from './side.ts';

/** A rule that certainly takes its packets from later rules. */
function isDeciding({ isContested, priority, access, protocol }: SecurityRule): boolean {
  return !isContested && priority !== undefined && access !== undefined && protocol !== undefined;
}

type NearEnd = (rule: SecurityRule) => Coverage;

/** The subnet, or an unknown set if the input does not contain it. */
export function nearEndsOf(network: KnownNetwork): NearEnd {
  const subnet = network.subnet ?? network.virtualNetwork ?? everyAddress;
  const side = localSide({ ...network, subnet, assume: () => {} });
  return (rule) => coverAll(side, endsOf(rule).near);
}

interface FarEnd {
  readonly all: AddressPart;
  /** The rules of a direction that certainly take some packets of this far end. */
  takers(direction: SecurityRule['direction']): Candidates;
}

/** Candidates in priority order, found on demand: the first may take everything. */
export interface Candidates {
  at(index: number): Candidate | undefined;
}

export interface Candidate {
  readonly rule: SecurityRule;
  readonly taken: Box;
}

/** `rules` may be for the instance; `tags` are those that all rules name. */
export function farEndsOf(
  rules: readonly SecurityRule[],
  tags: readonly Tag[],
  network: KnownNetwork,
  nearEnd: NearEnd,
) {
  const facts = { ...network, assume: () => {} };
  const deciding = Map.groupBy(
    rules.filter((rule) => isDeciding(rule) && !isEmptyPart(nearEnd(rule).sure)),
    ({ direction }) => direction,
  );
  const taking = (coverage: (rule: SecurityRule) => AddressPart): FarEnd['takers'] =>
    memoize((direction) => {
      const all = deciding.get(direction) ?? [];
      const candidates: Candidate[] = [];
      let looked = 0;
      return {
        at(index) {
          for (; candidates.length <= index && looked < all.length; looked += 1) {
            const rule = all[looked] as SecurityRule;
            const { destinationPorts = empty, sourcePorts = empty } = rule;
            const taken = box(coverage(rule), nearEnd(rule).sure, destinationPorts, sourcePorts);
            if (taken) candidates.push({ rule, taken });
          }
          return candidates[index];
        },
      };
    });
  const certain = memoize((name: string) => certainAddresses(name, network));
  const byNumber = taking((rule) => partOf(union(...endsOf(rule).far.map(numbersOf))));
  const numbersOf = (term: AddressTerm): IntervalSet => {
    if (isEverything(term)) return everyAddress;
    if (term.kind === 'addresses') return term.addresses;
    return term.kind === 'tag' ? certain(term.tag.name) : empty;
  };
  const numbered = (line: IntervalSet): FarEnd => ({ all: partOf(line), takers: byNumber });
  const tagged = (name: string): FarEnd => {
    const tag = network.tags.find(name) as Tag;
    const side = rememberedSide(facts, (known) => remoteSide([tag], tags, known));
    return { all: side.all, takers: taking((rule) => coverAll(side, endsOf(rule).far).sure) };
  };
  const named = memoize((name: string) => {
    if (name === '*') return [numbered(everyAddress)];
    // The tag holds the virtual address of the host too.
    return name === 'VirtualNetwork' ? [tagged(name), tagged('AzureLoadBalancer')] : [tagged(name)];
  });
  return (term: AddressTerm): FarEnd[] =>
    term.kind === 'addresses' && !isEverything(term)
      ? [numbered(term.addresses)]
      : named(nameOf(term));
}

/** A key for far ends that rules share; an unknown end may be anything. */
function nameOf(term: AddressTerm): string {
  if (term.kind === 'tag') return term.tag.name;
  return term.kind === 'application-security-group' ? 'VirtualNetwork' : '*';
}

/** Addresses that a tag certainly contains. */
function certainAddresses(name: string, network: KnownNetwork): IntervalSet {
  const { tags, subnet = empty, virtualNetwork } = network;
  const inside = union(subnet, virtualNetwork ?? empty);
  switch (name) {
    case 'VirtualNetwork':
      return union(inside, [hostAddress, hostAddress]);
    case 'AzureLoadBalancer':
      return [hostAddress, hostAddress];
    case 'Internet':
      // A network with public addresses may have more of them than are known.
      return virtualNetwork || covers(privateAddresses, subnet)
        ? subtract(publicAddresses, inside)
        : empty;
    default:
      return tags.find(name)?.addresses ?? empty;
  }
}
