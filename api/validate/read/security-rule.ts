/** Turns a rule as stated into a rule that can be evaluated, or into the reasons for which Azure refuses it. */

import { type AddressTerm, isExpression, readAddress } from '../network/address-term.ts';
import { fromIntervals, type IntervalSet, intervalsOf, union } from '../network/interval-set.ts';
import { parsePortRange } from '../network/ports.ts';
import type { RuleProtocol, SecurityRule } from '../network/security-rule.ts';
import type { ServiceTagIndex } from '../network/service-tags.ts';
import {
  entriesOf,
  quoted,
  type RawAddresses,
  type RawPorts,
  type RawSecurityRule,
} from './raw-rule.ts';

/** Something Azure refuses, or takes although it is not what was meant; the check of that id reports it. */
export interface RuleProblem {
  readonly checkId:
    | 'invalid-address-prefix'
    | 'tag-in-plural-list'
    | 'singular-and-plural'
    | 'asg-and-prefix'
    | 'priority-out-of-range'
    | 'rule-name-invalid'
    | 'mixed-ip-family'
    | 'bad-port-range'
    | 'invalid-rule-field'
    | 'duplicate-priority'
    | 'duplicate-rule-name'
    | 'tag-case'
    | 'expression-unresolved';
  readonly rule: string;
  readonly message: string;
  readonly path: string;
}

/** Problems with which Azure still takes the rule. */
const harmless: ReadonlySet<RuleProblem['checkId']> = new Set([
  'tag-case',
  'expression-unresolved',
]);

export interface RuleReading {
  /** Absent where Azure refuses the rule, which then counts for nothing. */
  readonly rule?: SecurityRule;
  readonly problems: readonly RuleProblem[];
}

const protocols: ReadonlyMap<string, RuleProtocol> = new Map([
  ['*', 'ANY'],
  ['any', 'ANY'],
  ['tcp', 'TCP'],
  ['udp', 'UDP'],
  ['icmp', 'ICMP'],
  ['esp', 'ESP'],
  ['ah', 'AH'],
]);
const directions = new Map([
  ['inbound', 'INBOUND'],
  ['outbound', 'OUTBOUND'],
] as const);
const accesses = new Map([
  ['allow', 'ALLOW'],
  ['deny', 'DENY'],
] as const);

function pathOf(raw: RawSecurityRule, field: string | undefined): string {
  if (field === undefined) return raw.path;
  return field === 'name' ? `${raw.path}/name` : `${raw.fieldsPath}/${field}`;
}

export function readRule(raw: RawSecurityRule, tags: ServiceTagIndex): RuleReading {
  const problems: RuleProblem[] = [];
  const report = (checkId: RuleProblem['checkId'], message: string, field?: string) =>
    problems.push({
      checkId,
      rule: raw.name,
      message,
      path: pathOf(raw, field),
    });

  if (!/^\w([\w.-]{0,78}\w)?$/.test(raw.name) && !isExpression(raw.name)) {
    report(
      'rule-name-invalid',
      'a rule name has 1 to 80 letters, digits, _, . and -, begins with a letter or digit and ends with one or with _',
      'name',
    );
  }
  const priority = readPriority(raw, report);
  const direction = readWord(raw.direction, directions, 'direction', 'Inbound or Outbound', report);
  const access = readWord(raw.access, accesses, 'access', 'Allow or Deny', report);
  const protocol = readWord(
    raw.protocol,
    protocols,
    'protocol',
    'Tcp, Udp, Icmp, Esp, Ah or *',
    report,
  );
  const source = readAddresses(raw, 'source', tags, report);
  const destination = readAddresses(raw, 'destination', tags, report);
  const sourcePorts = readPorts(raw, 'source', report);
  const destinationPorts = readPorts(raw, 'destination', report);
  const hasKind = (kind: AddressTerm['kind']) =>
    source.some((term) => term.kind === kind) || destination.some((term) => term.kind === kind);
  if (hasKind('ipv6') && hasKind('addresses')) {
    report('mixed-ip-family', 'a rule holds IPv4 prefixes or IPv6 prefixes, never both');
  }

  const told = firstOfEach(problems);
  if (problems.some((problem) => !harmless.has(problem.checkId))) return { problems: told };
  return {
    problems: told,
    rule: {
      name: raw.name,
      priority,
      direction,
      access,
      protocol,
      source: merged(source),
      sourcePorts,
      destination: merged(destination),
      destinationPorts,
      isDefault: false,
      isContested: false,
      path: raw.path,
    },
  };
}

/** How many problems of one kind are told of one rule; a list of thousands has thousands of the same. */
const toldOfEach = 5;

function firstOfEach(problems: readonly RuleProblem[]): readonly RuleProblem[] {
  if (problems.length < 2) return problems;
  return [...Map.groupBy(problems, ({ checkId }) => checkId).values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length <= toldOfEach) return same;
    const message = `and ${same.length - toldOfEach} more of this kind`;
    return [...same.slice(0, toldOfEach), { ...first, message }];
  });
}

type Report = (checkId: RuleProblem['checkId'], message: string, field?: string) => void;

function readPriority(raw: RawSecurityRule, report: Report): number | undefined {
  if (typeof raw.priority === 'string') {
    if (isExpression(raw.priority)) {
      report(
        'expression-unresolved',
        `the priority is the expression ${quoted(raw.priority)}`,
        'priority',
      );
    } else {
      report('priority-out-of-range', 'the rule has no priority from 100 to 4096', 'priority');
    }
    return undefined;
  }
  if (!Number.isInteger(raw.priority) || raw.priority < 100 || raw.priority > 4096) {
    report(
      'priority-out-of-range',
      `${raw.priority} is not a priority from 100 to 4096`,
      'priority',
    );
  }
  return raw.priority;
}

function readWord<T>(
  text: string,
  words: ReadonlyMap<string, T>,
  field: string,
  accepted: string,
  report: Report,
): T | undefined {
  const value = words.get(text.toLowerCase());
  if (value !== undefined) return value;
  if (isExpression(text)) {
    report('expression-unresolved', `the ${field} is the expression ${quoted(text)}`, field);
  } else {
    report('invalid-rule-field', `${field} is ${quoted(text)}; accepted: ${accepted}`, field);
  }
  return undefined;
}

function readAddresses(
  raw: RawSecurityRule,
  side: 'source' | 'destination',
  tags: ServiceTagIndex,
  report: Report,
): AddressTerm[] {
  const given: RawAddresses = raw[side];
  const field = given.singular === undefined ? `${side}AddressPrefixes` : `${side}AddressPrefix`;
  const singular = given.singular === undefined ? [] : entriesOf([given.singular]);
  const plural = entriesOf(given.plural);
  const entries = given.singular === undefined ? plural : [...singular, ...plural];
  const terms: AddressTerm[] = [];
  if (given.singular !== undefined && plural.length > 0) {
    report(
      'singular-and-plural',
      `both ${side}AddressPrefix and ${side}AddressPrefixes are given; Azure takes one of them`,
      field,
    );
  }
  if (given.applicationSecurityGroups > 0) terms.push({ kind: 'application-security-group' });
  const listed = singular.length > 1 ? entries : plural;
  if (terms.length > 0 && entries.length > 0) {
    report(
      'asg-and-prefix',
      `the ${side} names application security groups and ${quoted(entries.join(', '))}; Azure takes the one or the other`,
      field,
    );
  }
  for (const text of entries.length > 1 ? new Set(entries) : entries) {
    const reading = readAddress(text, tags);
    if ('problem' in reading) {
      report('invalid-address-prefix', reading.problem, field);
      continue;
    }
    const { term, spelling } = reading;
    terms.push(term);
    if (spelling !== undefined && spelling !== text) {
      report('tag-case', `${text} is spelled ${spelling}`, field);
    }
    if (term.kind === 'unresolved') {
      report('expression-unresolved', `the ${side} is the expression ${quoted(text)}`, field);
    }
    const isTag = term.kind === 'tag' || term.kind === 'any';
    const isInList = listed.includes(text) && (entries.length > 1 || !raw.listsHoldTags);
    if (isTag && isInList) {
      report(
        'tag-in-plural-list',
        `${text} stands in a list of ${side} prefixes; Azure takes a service tag or * only by itself in ${side}AddressPrefix`,
        field,
      );
    }
  }
  if (terms.length === 0 && entries.length === 0) {
    report('invalid-address-prefix', `the rule has no ${side} address prefix`, field);
  }
  return terms;
}

function readPorts(
  raw: RawSecurityRule,
  side: 'source' | 'destination',
  report: Report,
): IntervalSet | undefined {
  const given: RawPorts = side === 'source' ? raw.sourcePorts : raw.destinationPorts;
  const field = given.singular === undefined ? `${side}PortRanges` : `${side}PortRange`;
  if (given.singular !== undefined && given.plural.length > 0) {
    report(
      'singular-and-plural',
      `both ${side}PortRange and ${side}PortRanges are given; Azure takes one of them`,
      field,
    );
  }
  const entries = entriesOf(
    given.singular === undefined ? given.plural : [given.singular, ...given.plural],
  );
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
  const read = (entry: string) => {
    const set = parsePortRange(entry);
    if (set !== undefined) return set;
    report(
      'bad-port-range',
      `${quoted(entry)} is no port range such as 443, 6381-6383 or *`,
      field,
    );
    return [];
  };
  const [only] = entries;
  return only !== undefined && entries.length === 1 ? read(only) : union(...entries.map(read));
}

/** One term for all numbered addresses, so that a rule of thousands of prefixes is one set. */
function merged(terms: readonly AddressTerm[]): readonly AddressTerm[] {
  if (terms.length < 2) return terms;
  const intervals = terms.flatMap((term) =>
    term.kind === 'addresses' ? [...intervalsOf(term.addresses)] : [],
  );
  const others = terms.filter((term) => term.kind !== 'addresses');
  return intervals.length === 0
    ? others
    : [{ kind: 'addresses', addresses: fromIntervals(intervals) }, ...others];
}
