/** A security group as a filter of packets, and what each of its rules takes in one direction. */

import type { AddressPart, Coverage } from '../address-part.ts';
import { partOf } from '../address-part.ts';
import { type AddressTerm, isEverything } from '../address-term.ts';
import { localSide } from '../flow-ends.ts';
import { hostSide } from '../host-side.ts';
import type { SecurityRule } from '../security-rule.ts';
import { type Box, box } from '../sets/box.ts';
import { type IntervalSet, isEmpty, size, union } from '../sets/interval-set.ts';
import { everyAddress, privateAddresses } from '../sets/ipv4.ts';
import { everyPort } from '../sets/ports.ts';
import { coverAll, type KnownNetwork, rememberedSide } from '../side.ts';

export type Direction = 'INBOUND' | 'OUTBOUND';
export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'ESP' | 'AH';
export const protocols: readonly Protocol[] = ['TCP', 'UDP', 'ICMP', 'ESP', 'AH'];

export interface PacketFilter {
  /** In priority order, the default rules last. */
  readonly rules: readonly SecurityRule[];
  readonly network: KnownNetwork;
  /** The rule as the input states it, without its name: equal texts for rules that mean the same. */
  describe(rule: SecurityRule): string;
}

/** What a rule takes of the packets of one direction. */
export interface Match {
  readonly rule: SecurityRule;
  readonly sure: Box | undefined;
  /** Contains `sure`. */
  readonly maybe: Box;
  /** What decides whether the rule matches a packet of `maybe` outside of `sure`; equal texts give equal decisions. */
  readonly condition: string;
  /** The same for people: what would have to be known. */
  readonly words: string;
  /** Equal for rules of one protocol that take the same packets and do the same with them. */
  readonly key: string;
}

/** The addresses that the instance may have: its subnet, or what is known to hold it, or what rules take for it. */
export function nearAddresses({ rules, network }: PacketFilter): IntervalSet {
  const { subnet, virtualNetwork } = network;
  const known = subnet ?? virtualNetwork;
  if (known) return known;
  const named = rules.flatMap(({ direction, source, destination }) =>
    (direction === 'INBOUND' ? destination : source).flatMap((term) =>
      term.kind === 'addresses' && !isEverything(term) ? [term.addresses] : [],
    ),
  );
  return union(privateAddresses, ...named);
}

/** Numbers texts, equal ones alike, so that long sets are compared once. */
export class Numbering {
  readonly #numbers = new Map<string, number>();
  readonly #ofSets = new WeakMap<IntervalSet, number>();

  of(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  ofSet(set: IntervalSet): number {
    const known = this.#ofSets.get(set) ?? this.of(set.join());
    this.#ofSets.set(set, known);
    return known;
  }
}

/** Reads the rules of one direction; `near` is what stands for the instance. */
export function matchesOf(
  { rules, network, describe }: PacketFilter,
  direction: Direction,
  near: IntervalSet,
  numbering: Numbering,
): Match[] {
  const facts = { ...network, assume: () => {} };
  const farSide = rememberedSide(facts, (known) => hostSide(everyAddress, known));
  const nearSide = rememberedSide({ ...facts, subnet: near }, localSide);
  const order = rules.some(hasOpenPosition)
    ? numbering.of(JSON.stringify(rules.map((rule) => [rule.priority, describe(rule)])))
    : undefined;
  return rules.flatMap((rule) => {
    if (rule.direction !== undefined && rule.direction !== direction) return [];
    const [nearTerms, farTerms] =
      direction === 'INBOUND' ? [rule.destination, rule.source] : [rule.source, rule.destination];
    const ends = { near: coverAll(nearSide, nearTerms), far: coverAll(farSide, farTerms) };
    const { sourcePorts = everyPort, destinationPorts = everyPort } = rule;
    const maybe = box(ends.far.maybe, ends.near.maybe, destinationPorts, sourcePorts);
    if (!maybe) return [];
    const sure = isOpen(rule)
      ? undefined
      : box(ends.far.sure, ends.near.sure, destinationPorts, sourcePorts);
    const conditions = conditionsOf(rule, ends, {
      doubts: [
        ...doubtsOf('near', ends.near, nearTerms),
        ...doubtsOf('far', ends.far, farTerms),
      ].toSorted(),
      written: hasOpenPosition(rule) ? `${describe(rule)} in ${order}` : describe(rule),
      numbering,
    });
    return [withKey({ rule, sure, maybe, ...conditions }, numbering)];
  });
}

interface Ends {
  readonly near: Coverage;
  readonly far: Coverage;
}

function conditionsOf(
  rule: SecurityRule,
  { near, far }: Ends,
  {
    doubts,
    written,
    numbering,
  }: {
    readonly doubts: readonly string[];
    readonly written: string;
    readonly numbering: Numbering;
  },
): Pick<Match, 'condition' | 'words'> {
  if (isOpen(rule) || rule.access === undefined) {
    return { condition: written, words: `open values of the rule ${rule.name}` };
  }
  // Where both ends are in doubt, it depends on the sure parts, too, whether a packet needs one of them or both.
  const isOfBoth = !isSame(near.sure, near.maybe) && !isSame(far.sure, far.maybe);
  const sides = isOfBoth
    ? [near.sure.line, far.sure.line].map((set) => numbering.ofSet(set)).join()
    : '';
  return { condition: `${doubts.join()}${sides}`, words: doubts.join(' and ') };
}

/** The same for an instance with other addresses; only for rules that take all of its addresses or none. */
export const movedTo = (
  near: IntervalSet,
  matches: readonly Match[],
  numbering: Numbering,
): Match[] => {
  const local = partOf(near);
  return matches.map(({ sure, maybe, ...match }) =>
    withKey({ ...match, sure: sure && { ...sure, local }, maybe: { ...maybe, local } }, numbering),
  );
};

function withKey(match: Omit<Match, 'key'>, numbering: Numbering): Match {
  const { rule, sure, maybe, condition } = match;
  const sides = (one: Box | undefined) =>
    one &&
    [one.remote.line, one.local.line, one.ports, one.sourcePorts].map((set) =>
      numbering.ofSet(set),
    );
  const isOfOpenProtocol = rule.protocol === undefined;
  const parts = [isOfOpenProtocol, rule.access, sides(sure), sides(maybe), numbering.of(condition)];
  return { ...match, key: parts.join('|') };
}

/** Whether such a rule decides a packet depends on every other rule, too. */
const hasOpenPosition = ({ isContested, priority }: SecurityRule) =>
  isContested || priority === undefined;

const isOpen = (rule: SecurityRule) =>
  hasOpenPosition(rule) ||
  rule.direction === undefined ||
  rule.protocol === undefined ||
  rule.sourcePorts === undefined ||
  rule.destinationPorts === undefined;

const holdsAddress = (tag: string, end: string) => `whether ${tag} holds the ${end} address`;
export const holdsFarAddress = (tag: string) => holdsAddress(tag, 'far');

/** The entries that may hold more than they certainly do. */
function doubtsOf(end: string, { sure, maybe }: Coverage, terms: readonly AddressTerm[]): string[] {
  if (isSame(sure, maybe)) return [];
  return terms.flatMap((term) => {
    switch (term.kind) {
      case 'tag':
        return term.tag.addresses ? [] : [holdsAddress(term.tag.name, end)];
      case 'unresolved':
        return [`the value of ${term.text} at the ${end} end`];
      case 'application-security-group':
        return [`the members of ${term.names.join()} at the ${end} end`];
      default:
        return [];
    }
  });
}

const isSame = (a: AddressPart, b: AddressPart) => a === b || size(a.line) === size(b.line);

/** True if each rule takes the whole near end or nothing of it, so that its addresses do not matter. */
export function takesWholeEnds(matches: readonly Match[], near: IntervalSet): boolean {
  const whole = size(near);
  return matches.every(({ sure, maybe }) =>
    [sure?.local, maybe.local].every((part) => part === undefined || size(part.line) === whole),
  );
}

/** All packets of a direction. */
export const everyPacket = (near: IntervalSet): Box | undefined =>
  isEmpty(near) ? undefined : box(partOf(everyAddress), partOf(near), everyPort, everyPort);
