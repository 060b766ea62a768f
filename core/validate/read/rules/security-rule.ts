/** Turns a rule as stated into a rule that can be evaluated, or into the reasons for which Azure refuses it. */

import type { InputRule } from '../../../deployment.ts';
import { type AddressTerm, isExpression } from '../../../network/address-term.ts';
import type { RuleProtocol, SecurityRule } from '../../../network/security-rule.ts';
import type { ServiceTagIndex } from '../../../network/service-tags/service-tags.ts';
import { quoted } from '../../../quoted.ts';
import type { Report, RuleProblem } from './rule-problem.ts';
import { type KnownEntries, readAddresses, readPorts } from './rule-sides.ts';

/** Problems with which Azure still accepts the rule. */
const harmless: ReadonlySet<RuleProblem['checkId']> = new Set([
  'tag-case',
  'expression-unresolved',
]);

/** Azure refuses the rule for its form alone; what it matches is plain, so it is evaluated as written. */
const ofForm: ReadonlySet<RuleProblem['checkId']> = new Set([
  'rule-name-invalid',
  'priority-out-of-range',
]);

interface RuleReading {
  /** Absent if Azure refuses a value of the rule, which then has no effect. */
  readonly rule?: SecurityRule;
  readonly problems: readonly RuleProblem[];
  /** True if Azure refuses the rule. */
  readonly isRefused: boolean;
}

/** By the spellings that tools print, and in lower case for all others. */
const protocols: ReadonlyMap<string, RuleProtocol> = new Map([
  ['*', 'ANY'],
  ['any', 'ANY'],
  ['Tcp', 'TCP'],
  ['tcp', 'TCP'],
  ['Udp', 'UDP'],
  ['udp', 'UDP'],
  ['icmp', 'ICMP'],
  ['esp', 'ESP'],
  ['ah', 'AH'],
]);
const directions = new Map([
  ['Inbound', 'INBOUND'],
  ['inbound', 'INBOUND'],
  ['Outbound', 'OUTBOUND'],
  ['outbound', 'OUTBOUND'],
] as const);
const accesses = new Map([
  ['Allow', 'ALLOW'],
  ['allow', 'ALLOW'],
  ['Deny', 'DENY'],
  ['deny', 'DENY'],
] as const);

function pathOf(raw: InputRule, field: string | undefined): string {
  if (field === undefined) return raw.path;
  return field === 'name' ? `${raw.path}/name` : `${raw.fieldsPath}/${field}`;
}

/** Reads one rule after the other, each with its index in the input, if it has one. */
export type RuleReader = (raw: InputRule, index?: number) => RuleReading;

export function ruleReader(tags: ServiceTagIndex): RuleReader {
  const known: KnownEntries = { addresses: new Map(), ports: new Map() };
  return (raw, index = -1) => readRule(raw, index, tags, known);
}

function readRule(
  raw: InputRule,
  index: number,
  tags: ServiceTagIndex,
  known: KnownEntries,
): RuleReading {
  const problems: RuleProblem[] = [];
  const report: Report = (checkId, message, field) =>
    problems.push({ checkId, rule: raw.name, message, path: pathOf(raw, field) });

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
  const source = readAddresses(raw, 'source', tags, known, report);
  const destination = readAddresses(raw, 'destination', tags, known, report);
  const sourcePorts = readPorts(raw, 'source', known, report);
  const destinationPorts = readPorts(raw, 'destination', known, report);
  const isOfIpv6 = holds('ipv6', source) || holds('ipv6', destination);
  if (isOfIpv6 && (holds('addresses', source) || holds('addresses', destination))) {
    report('mixed-ip-family', 'a rule may have IPv4 prefixes or IPv6 prefixes, not both');
  }

  const told = firstOfEach(problems);
  const isRefused = problems.some(({ checkId }) => !harmless.has(checkId));
  const hasEffect = problems.every(({ checkId }) => harmless.has(checkId) || ofForm.has(checkId));
  if (!hasEffect) return { problems: told, isRefused };
  return {
    problems: told,
    isRefused,
    rule: {
      name: raw.name,
      priority,
      direction,
      access,
      protocol,
      source,
      sourcePorts,
      destination,
      destinationPorts,
      isDefault: false,
      isContested: false,
      index,
      path: raw.path,
    },
  };
}

function holds(kind: AddressTerm['kind'], terms: readonly AddressTerm[]): boolean {
  for (const term of terms) if (term.kind === kind) return true;
  return false;
}

/** How many problems of one kind are reported for one rule; a list of thousands has thousands of the same. */
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

function readPriority(raw: InputRule, report: Report): number | undefined {
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
  vocabulary: ReadonlyMap<string, T>,
  field: string,
  accepted: string,
  report: Report,
): T | undefined {
  const value = vocabulary.get(text) ?? vocabulary.get(text.toLowerCase());
  if (value !== undefined) return value;
  if (isExpression(text)) {
    report('expression-unresolved', `the ${field} is the expression ${quoted(text)}`, field);
  } else {
    report('invalid-rule-field', `${field} is ${quoted(text)}; accepted: ${accepted}`, field);
  }
  return undefined;
}
