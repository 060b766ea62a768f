/** The addresses and ports of a rule, source and destination alike. */

import type { InputPorts, InputRule } from '../../../deployment.ts';
import { type AddressTerm, isExpression, readAddress } from '../../../network/address-term.ts';
import type { ServiceTagIndex } from '../../../network/service-tags/service-tags.ts';
import { empty, type IntervalSet, union } from '../../../network/sets/interval-set.ts';
import { parsePortRange } from '../../../network/sets/ports.ts';
import { quoted } from '../../../quoted.ts';
import {
  addressField,
  entriesIn,
  entriesOf,
  portField,
  portsAt,
  type RuleSide,
} from './input-rule.ts';
import type { Report } from './rule-problem.ts';

const hasBoth = ({ singular, plural }: InputPorts) => singular !== undefined && plural.length > 0;

/** What the entries say that rules have in common, each by itself and as Azure wants it: these are read once. */
export interface KnownEntries {
  readonly addresses: Map<string, readonly AddressTerm[]>;
  readonly ports: Map<string, IntervalSet>;
}

export function readAddresses(
  raw: InputRule,
  side: RuleSide,
  tags: ServiceTagIndex,
  known: KnownEntries,
  report: Report,
): readonly AddressTerm[] {
  const written = raw[side];
  const isAlone = written.plural.length === 0 && written.applicationSecurityGroups.length === 0;
  const same = isAlone ? known.addresses.get(written.singular ?? '') : undefined;
  if (same) return same;
  const field = addressField(raw, side);
  const entries = entriesOf(written);
  if (hasBoth(written)) {
    report(
      'singular-and-plural',
      `both ${side}AddressPrefix and ${side}AddressPrefixes are set; Azure takes one of them`,
      field,
    );
  }
  const hasGroups = written.applicationSecurityGroups.length > 0;
  if (hasGroups && entries.length > 0) {
    report(
      'asg-and-prefix',
      `the ${side} names application security groups and ${quoted(entries.join(', '))}; Azure takes the one or the other`,
      field,
    );
  }
  if (!hasGroups && entries.length === 0) {
    report('invalid-address-prefix', `the rule has no ${side} address prefix`, field);
  }
  const only = entries.length === 1 && !hasGroups ? entries[0] : undefined;
  if (only === undefined) return readEntries(entries, raw, side, tags, report);
  const term = readEntry(only, entries, raw, side, tags, report);
  const isShared = term?.kind === 'any' || (term?.kind === 'tag' && term.tag.name === only);
  if (isShared && isAlone) known.addresses.set(only, [term]);
  return term ? [term] : [];
}

/** What several entries say, with or without groups. */
function readEntries(
  entries: readonly string[],
  raw: InputRule,
  side: RuleSide,
  tags: ServiceTagIndex,
  report: Report,
): readonly AddressTerm[] {
  const names = raw[side].applicationSecurityGroups;
  const groups: AddressTerm[] =
    names.length > 0 ? [{ kind: 'application-security-group', names }] : [];
  const terms = [...new Set(entries)].flatMap(
    (text) => readEntry(text, entries, raw, side, tags, report) ?? [],
  );
  return merged([...groups, ...terms]);
}

/** What one of the entries says; undefined where Azure refuses it. */
function readEntry(
  text: string,
  entries: readonly string[],
  raw: InputRule,
  side: RuleSide,
  tags: ServiceTagIndex,
  report: Report,
): AddressTerm | undefined {
  const field = addressField(raw, side);
  const term = readAddress(text, tags);
  if (term.kind === 'unreadable') {
    report('invalid-address-prefix', term.problem, field);
    return undefined;
  }
  if (term.kind === 'tag' && term.tag.name !== text) {
    report('tag-case', `${text} is spelled ${term.tag.name}`, field);
  }
  if (term.kind === 'unresolved') {
    report('expression-unresolved', `the ${side} is the expression ${quoted(text)}`, field);
  }
  const isTag = term.kind === 'tag' || term.kind === 'any';
  if (isTag && isListed(text, entries, raw[side], raw.listsHoldTags)) {
    report(
      'tag-in-plural-list',
      `${text} is in a list of ${side} prefixes; Azure takes a service tag or * only by itself in ${side}AddressPrefix`,
      field,
    );
  }
  return term;
}

/** Whether the text is in the plural field, or in a list of several within one text. */
function isListed(
  text: string,
  entries: readonly string[],
  { singular }: InputPorts,
  listsHoldTags: boolean,
): boolean {
  if (entries.length === 1 && listsHoldTags) return false;
  const isAlone = singular !== undefined && entriesIn(singular).length === 1;
  return entries.indexOf(text, isAlone ? 1 : 0) >= 0;
}

export function readPorts(
  raw: InputRule,
  side: RuleSide,
  known: KnownEntries,
  report: Report,
): IntervalSet | undefined {
  const written = portsAt(raw, side);
  const same = written.plural.length === 0 ? known.ports.get(written.singular ?? '') : undefined;
  if (same) return same;
  const field = portField(raw, side);
  if (hasBoth(written)) {
    report(
      'singular-and-plural',
      `both ${side}PortRange and ${side}PortRanges are set; Azure takes one of them`,
      field,
    );
  }
  const entries = entriesOf(written);
  const expression = entries.find(isExpression);
  if (expression !== undefined) {
    report(
      'expression-unresolved',
      `the ${side} port is the expression ${quoted(expression)}`,
      field,
    );
    return undefined;
  }
  if (entries.length === 0) {
    report('bad-port-range', `the rule has no ${side} port range`, field);
  }
  const [only] = entries;
  if (only === undefined || entries.length > 1) return readPortEntries(entries, field, report);
  const set = readPortEntry(only, field, report);
  if (set.length > 0) known.ports.set(only, set);
  return set;
}

const readPortEntries = (entries: readonly string[], field: string, report: Report) =>
  union(...entries.map((entry) => readPortEntry(entry, field, report)));

function readPortEntry(entry: string, field: string, report: Report): IntervalSet {
  const set = parsePortRange(entry);
  if (set !== undefined) return set;
  report(
    'bad-port-range',
    `${quoted(entry)} is not a port range such as 443, 6381-6383 or *`,
    field,
  );
  return empty;
}

/** One term for all numbered addresses, so that a rule of thousands of prefixes is one set. */
function merged(terms: readonly AddressTerm[]): readonly AddressTerm[] {
  if (terms.length < 2) return terms;
  const others = terms.filter((term) => term.kind !== 'addresses');
  if (others.length === terms.length) return terms;
  const sets = terms.flatMap((term) => (term.kind === 'addresses' ? [term.addresses] : []));
  return [{ kind: 'addresses', addresses: union(...sets) }, ...others];
}
