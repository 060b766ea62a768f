/** What each rule of a filter takes of the packets of one direction. */

import type { AddressPart, Coverage } from '../address-part.ts';
import { partOf } from '../address-part.ts';
import { type AddressTerm, isExpression } from '../address-term.ts';
import { localSide } from '../flow-ends.ts';
import { hostSide } from '../host-side.ts';
import type { SecurityRule } from '../security-rule.ts';
import { type Box, box } from '../sets/box.ts';
import { type IntervalSet, isEmpty, size } from '../sets/interval-set.ts';
import { everyAddress } from '../sets/ipv4.ts';
import { everyPort } from '../sets/ports.ts';
import { coverAll, type KnownNetwork, rememberedSide, type Side } from '../side.ts';
import type { Action, Deciding, FilterElement, PacketFilter } from './filter-element.ts';
import { Numbering } from './numbering.ts';

export type Direction = 'INBOUND' | 'OUTBOUND';
export type Protocol = 'TCP' | 'UDP' | 'ICMP' | 'ESP' | 'AH';
export const protocols: readonly Protocol[] = ['TCP', 'UDP', 'ICMP', 'ESP', 'AH'];

/** A rule, or one of the things that it may do. */
export interface Match extends Deciding {
  readonly action: Action;
  readonly sure: Box | undefined;
  /** Contains `sure`. */
  readonly maybe: Box;
  /** What decides whether the rule matches a packet of `maybe` outside of `sure`; equal texts give equal decisions. */
  readonly condition: string;
  /** The same for people: what would have to be known. */
  readonly words: string;
  /** Equal for rules of one protocol in one element that take the same packets and do the same with them. */
  readonly key: string;
}

/** Reads filters. Filters of one network that come one after the other may share elements: each is read once. */
export class FilterReader {
  readonly numbering = new Numbering();
  #network: KnownNetwork | undefined;
  #read = new WeakMap<FilterElement, Map<string, Match[]>>();

  /** The rules of one direction; `near` is what stands for the instance. */
  matchesOf({ elements, network }: PacketFilter, direction: Direction, near: IntervalSet): Match[] {
    if (network !== this.#network) {
      this.#network = network;
      this.#read = new WeakMap();
    }
    const facts = { ...network, assume: () => {} };
    const sides = {
      far: rememberedSide(facts, (known) => hostSide(everyAddress, known)),
      near: rememberedSide({ ...facts, subnet: near }, localSide),
    };
    const key = `${direction} ${this.numbering.ofSet(near)}`;
    return elements.flatMap((element) => {
      const read = this.#read.get(element) ?? new Map<string, Match[]>();
      this.#read.set(element, read);
      const matches = read.get(key) ?? matchesIn(element, direction, sides, this.numbering);
      read.set(key, matches);
      return matches;
    });
  }
}

interface Sides {
  readonly near: Side;
  readonly far: Side;
}

function matchesIn(
  element: FilterElement,
  direction: Direction,
  sides: Sides,
  numbering: Numbering,
): Match[] {
  const { rules, describe } = element;
  const order = rules.some(hasOpenPosition)
    ? numbering.of(JSON.stringify(rules.map((rule) => [rule.priority, describe(rule)])))
    : undefined;
  return rules.flatMap((rule) => {
    if (rule.direction !== undefined && rule.direction !== direction) return [];
    const [nearTerms, farTerms] =
      direction === 'INBOUND' ? [rule.destination, rule.source] : [rule.source, rule.destination];
    const ends = {
      near: coverAll(sides.near, nearTerms),
      far: element.farOf?.(rule) ?? coverAll(sides.far, farTerms),
    };
    const { sourcePorts = everyPort, destinationPorts = everyPort } = rule;
    const maybe = box(ends.far.maybe, ends.near.maybe, destinationPorts, sourcePorts);
    if (!maybe) return [];
    const sure = isOpen(rule)
      ? undefined
      : box(ends.far.sure, ends.near.sure, destinationPorts, sourcePorts);
    const written = () =>
      hasOpenPosition(rule) ? `${describe(rule)} in ${order}` : describe(rule);
    const doubts = [
      ...doubtsOf('near', ends.near, nearTerms),
      ...doubtsOf('far', ends.far, farTerms),
    ].toSorted();
    const conditions = conditionsOf(rule, element, ends, { doubts, written, numbering });
    const actions = element.actionsOf(rule);
    return actions.map(({ name, action }, index): Match => {
      const match = { element: element.id, rule, action, maybe, ...conditions };
      if (actions.length === 1) return withKey({ ...match, sure }, numbering);
      // It does the last of them if it does none of the others.
      const isLast = index === actions.length - 1;
      const condition = `${written()} ${name}`;
      return withKey({ ...match, condition, sure: isLast ? sure : undefined }, numbering);
    });
  });
}

interface Ends {
  readonly near: Coverage;
  readonly far: Coverage;
}

interface Written {
  readonly doubts: readonly string[];
  written(): string;
  readonly numbering: Numbering;
}

function conditionsOf(
  rule: SecurityRule,
  { actionsOf, doubtOf }: FilterElement,
  { near, far }: Ends,
  { doubts, written, numbering }: Written,
): Pick<Match, 'condition' | 'words'> {
  const words = doubtOf?.(rule);
  if (words !== undefined) return { condition: written(), words };
  if (isOpen(rule) || actionsOf(rule).length > 1) {
    return { condition: written(), words: `open values of the rule ${rule.name}` };
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
  const { element, rule, action, sure, maybe, condition } = match;
  const sides = (one: Box | undefined) =>
    one &&
    [one.remote.line, one.local.line, one.ports, one.sourcePorts].map((set) =>
      numbering.ofSet(set),
    );
  const isOfOpenProtocol = rule.protocol === undefined;
  const does = action.kind === 'ON' ? action.to : action.kind === 'BEYOND' ? action.key : '';
  const texts = [element, action.kind, does, condition].map((text) => numbering.of(text));
  const parts = [isOfOpenProtocol, ...texts, sides(sure), sides(maybe)];
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

const containsAddress = (tag: string, end: string) => `whether ${tag} contains the ${end} address`;
export const containsFarAddress = (tag: string) => containsAddress(tag, 'far');

/** The entries that may hold more than they certainly do. */
function doubtsOf(end: string, { sure, maybe }: Coverage, terms: readonly AddressTerm[]): string[] {
  if (isSame(sure, maybe)) return [];
  return terms.flatMap((term) => {
    switch (term.kind) {
      case 'tag':
        return term.tag.addresses ? [] : [containsAddress(term.tag.name, end)];
      case 'unresolved':
        return isExpression(term.text)
          ? [`the value of ${term.text} at the ${end} end`]
          : [`whether the packets are for ${term.text}`];
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
