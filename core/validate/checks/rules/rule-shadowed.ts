import { cite } from '../../../../data/cite.ts';
import type { ShadowedRule } from '../../../network/rule-coverage.ts';
import type { SecurityRule } from '../../../network/security-rule.ts';
import { type Check, perLocation } from '../kit/check.ts';
import { example, inbound, outbound, securityRules } from '../kit/example.ts';
import { listing, namedRule } from '../kit/rule-labels.ts';
import { causeOf, isDocumentedPair, shadowedRules } from '../kit/shadowed-rules.ts';

export const ruleShadowed: Check = {
  id: 'rule-shadowed',
  aliases: ['shadowed'],
  title: 'Rule without effect: earlier rules decide its traffic',
  severity: 'WARNING',
  summary: 'Rules with smaller priority numbers decide every packet that a rule matches.',
  rationale:
    'Azure stops at the first rule that matches. An allow rule after a deny rule opens nothing, and a deny rule after an allow rule closes nothing, whatever their names say. A rule after others that do the same is only redundant; that is worth knowing, not a warning. The rule for Traffic Manager behind the one for clients from the internet is as the documents have it.',
  avoid: 'an allow rule for ApiManagement after a deny rule for everything',
  prefer: 'the narrow rule before the wide one: the smaller priority number for the exception',
  examples: {
    good: example(
      'the narrow rule comes first',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        inbound('DenyRest', 4000, 'DENY', 'Internet', '*', { protocol: '*' }),
      ),
    ),
    bad: example(
      'the wide rule comes first',
      securityRules(
        inbound('AllowManagement', 100, 'ALLOW', 'ApiManagement', '3443'),
        inbound('DenyRest', 110, 'DENY', 'Internet', '*', { protocol: '*' }),
        inbound('AllowClients', 120, 'ALLOW', 'Internet', '443'),
        outbound('AllowAzure', 100, 'ALLOW', 'AzureCloud', '443'),
        outbound('AllowKeyVault', 110, 'ALLOW', 'AzureKeyVault', '443'),
      ),
    ),
  },
  citations: [cite('nsg-overview-2025-07-15', 'Security rules')],
  run: perLocation((location) => {
    const hidden = shadowedRules(location)
      // A rule that also blocks required traffic has a finding that names the rules it hides.
      .filter((shadowed) => !causeOf(shadowed, location) && !isDocumentedPair(shadowed));
    const spare = Map.groupBy(
      hidden.filter(({ isRedundant }) => isRedundant),
      ({ by }) => by.map(({ index }) => index).join(' '),
    );
    return [
      ...hidden
        .filter(({ isRedundant }) => !isRedundant)
        .map((shadowed) => ({
          path: shadowed.rule.path,
          rules: [shadowed.rule, ...shadowed.by],
          ...undone(shadowed),
        })),
      // Rules that are redundant for the same reason are one finding.
      ...[...spare.values()].flatMap(([first, ...others]) =>
        first ? [redundant(first, others)] : [],
      ),
    ];
  }),
};

/** Texts for a rule by its access. */
const labels = {
  ALLOW: { verb: 'allowed', nothing: 'opens nothing' },
  DENY: { verb: 'denied', nothing: 'closes nothing' },
};

const labelsOf = ({ access = 'DENY' }: SecurityRule) => labels[access];

function redundant(first: ShadowedRule, others: readonly ShadowedRule[]) {
  const rules = [first, ...others].map(({ rule }) => rule);
  const isOne = others.length === 0;
  return {
    path: first.rule.path,
    rules: [...rules, ...first.by],
    severity: 'INFO' as const,
    message: `${listing(rules.map(namedRule))} ${isOne ? 'decides' : 'decide'} nothing: every packet ${isOne ? 'it matches' : 'they match'} is already ${labelsOf(first.rule).verb} by ${listing(first.by.map(namedRule))}`,
    remediation: `nothing, or remove ${isOne ? 'it' : 'them'}: the same packets pass without ${isOne ? 'it' : 'them'}`,
  };
}

function undone({ rule, by }: ShadowedRule) {
  const verbs = new Set(by.map((other) => labelsOf(other).verb));
  const [verb] = verbs;
  const fate =
    verbs.size === 1
      ? `already ${verb} by ${listing(by.map(namedRule))}`
      : `already decided by ${listing(by.map((other) => `${namedRule(other)}, where it is ${labelsOf(other).verb}`))}`;
  const first = by.find(({ access }) => access !== rule.access) ?? rule;
  return {
    message: `${namedRule(rule)} ${labelsOf(rule).nothing}: every packet it matches is ${fate}`,
    remediation: `if you need it, move it before ${namedRule(first)}; if not, remove it`,
  };
}
