/** Security admin rules before the security group: case by case after the concept page, and against a naive walk. */

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AdminRule, RuleFields } from '../../../../core/deployment.ts';
import { evaluate } from '../../../../core/network/evaluate.ts';
import { localSide } from '../../../../core/network/flow-ends.ts';
import { hostSide } from '../../../../core/network/host-side.ts';
import { ServiceTagIndex } from '../../../../core/network/service-tags/service-tags.ts';
import { interval } from '../../../../core/network/sets/interval-set.ts';
import { prefixSet } from '../../../../core/network/sets/ipv4.ts';
import { outbound } from '../../../../core/validate/checks/kit/example.ts';
import type { EvaluatedFlow } from '../../../../core/validate/flows/evaluated-flow.ts';
import { underAdminRules } from '../../../../core/validate/path/admin-rules.ts';
import { adminRule } from '../../../support/admin-rules.ts';
import { reportOf } from '../../../support/firewalls.ts';
import { addressOf, matchesAddress } from '../../../support/naive.ts';
import { patience, runs } from '../../../support/runs.ts';

vi.setConfig({ testTimeout: patience });

const sql = 'outbound-1433-Sql';
const toSql = (action: AdminRule['action'], priority: number, more: Partial<AdminRule> = {}) =>
  adminRule(action, priority, 'Sql', '1433', more);
function unreadable(field: string, action: AdminRule['action'] = 'DENY'): AdminRule {
  const { rule, ...rest } = toSql(action, 10);
  const mistakes: Readonly<Record<string, Partial<AdminRule['rule']>>> = {
    destination: {
      destination: { singular: undefined, plural: ['Sql', 'NoTag'], applicationSecurityGroups: [] },
    },
    protocol: { protocol: 'Foo' },
    port: { destinationPorts: { singular: '99999', plural: [] } },
  };
  return { ...rest, rule: { ...rule, ...mistakes[field] } };
}
const denySql = outbound('NoSql', 100, 'DENY', 'Sql', '1433');

interface Case {
  readonly about: string;
  readonly admin: readonly AdminRule[];
  readonly group?: readonly RuleFields[];
  /** Of the steps: admin rules, and the group where the flow comes to it. */
  readonly steps: readonly string[];
  readonly findings: readonly string[];
}

const doubt = 'the input does not say whether the configuration is deployed';
const denied = 'required-flow-denied FAIL';
const byAdmin = 'admin-rule-denies-flow FAIL';

const cases: readonly Case[] = [
  {
    about: 'Deny stops it',
    admin: [toSql('DENY', 10)],
    steps: ['DENIED', 'ALLOWED'],
    findings: [byAdmin],
  },
  {
    about: 'Allow leaves it to the group',
    admin: [toSql('ALLOW', 10)],
    group: [denySql],
    steps: ['ALLOWED', 'DENIED'],
    findings: [denied],
  },
  {
    about: 'Always Allow passes without the group',
    admin: [toSql('ALWAYS_ALLOW', 10)],
    group: [denySql],
    steps: ['ALLOWED'],
    findings: [],
  },
  {
    about: 'the smaller number decides: Allow',
    admin: [toSql('DENY', 20), toSql('ALLOW', 10)],
    steps: ['ALLOWED', 'ALLOWED'],
    findings: [],
  },
  {
    about: 'the smaller number decides: Deny',
    admin: [toSql('DENY', 10), toSql('ALWAYS_ALLOW', 20)],
    steps: ['DENIED', 'ALLOWED'],
    findings: [byAdmin],
  },
  {
    about: 'another port',
    admin: [adminRule('DENY', 10, 'Sql', '1434')],
    steps: ['ALLOWED', 'ALLOWED'],
    findings: [],
  },
  {
    about: 'another direction',
    admin: [toSql('DENY', 10, { rule: { ...toSql('DENY', 10).rule, direction: 'Inbound' } })],
    steps: ['ALLOWED', 'ALLOWED'],
    findings: [],
  },
  {
    about: 'Deny of every address',
    admin: [adminRule('DENY', 10, '*', '1433')],
    steps: ['DENIED', 'ALLOWED'],
    findings: [byAdmin],
  },
  {
    about: 'Deny of half of the subnet',
    admin: [
      toSql('DENY', 10, {
        rule: {
          ...toSql('DENY', 10).rule,
          source: { singular: '10.0.1.0/28', plural: [], applicationSecurityGroups: [] },
        },
      }),
    ],
    steps: ['PARTIAL', 'ALLOWED'],
    findings: [byAdmin],
  },
  {
    about: 'nothing says that Deny is deployed',
    admin: [toSql('DENY', 10, { doubt })],
    steps: ['UNKNOWN', 'ALLOWED'],
    findings: ['admin-rule-denies-flow NEEDS_REVIEW'],
  },
  {
    about: 'nothing says that Always Allow is deployed',
    admin: [toSql('ALWAYS_ALLOW', 10, { doubt })],
    group: [denySql],
    steps: ['ALLOWED', 'UNKNOWN'],
    findings: ['required-flow-undecided NEEDS_REVIEW'],
  },
  ...['destination', 'protocol', 'port'].map((field) => ({
    about: `Deny with a ${field} that cannot be read`,
    admin: [unreadable(field)],
    steps: ['UNKNOWN', 'ALLOWED'],
    findings: ['admin-rule-denies-flow NEEDS_REVIEW'],
  })),
  {
    about: 'Always Allow with a value that cannot be read',
    admin: [unreadable('protocol', 'ALWAYS_ALLOW')],
    group: [denySql],
    steps: ['ALLOWED', 'UNKNOWN'],
    findings: ['required-flow-undecided NEEDS_REVIEW'],
  },
  {
    about: 'a certain Allow before a Deny in doubt',
    admin: [toSql('ALLOW', 10), toSql('DENY', 20, { doubt })],
    steps: ['ALLOWED', 'ALLOWED'],
    findings: [],
  },
];

describe('security admin rules (admin-rules-2026-01-09)', () => {
  it.each(cases)('$about', ({ admin, group = [], steps, findings }) => {
    const report = reportOf({
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      locations: [
        {
          region: 'westeurope',
          subnet: { addressPrefix: '10.0.1.0/27' },
          networkSecurityGroup: { securityRules: group },
          adminRules: admin,
        },
      ],
    });
    const flow = report.flows.find(({ key }) => key === sql);
    expect(flow?.steps().map(({ outcome }) => outcome)).toEqual(steps);
    const found = report.findings.filter(({ flows }) => flows.includes(sql));
    expect(found.map(({ checkId, outcome }) => `${checkId} ${outcome}`)).toEqual(findings);
  });

  it('are not advised against in the security group', () => {
    const report = reportOf({
      tier: 'PREMIUM',
      virtualNetworkType: 'INTERNAL',
      locations: [
        {
          region: 'westeurope',
          subnet: { addressPrefix: '10.0.1.0/27' },
          networkSecurityGroup: { securityRules: [denySql] },
          adminRules: [toSql('ALWAYS_ALLOW', 1)],
        },
      ],
    });
    const rules = report.remediation().flatMap((group) => group.rules.map(({ name }) => name));
    expect(rules.join()).not.toMatch(/sql/i);
  });
});

const tags = new ServiceTagIndex('PUBLIC');
const near = '10.0.1.0/30';
const far = '20.0.0.0/29';
const facts = { tags, subnet: prefixSet(near), virtualNetwork: undefined, assume: () => {} };

const randomRules = fc.uniqueArray(
  fc.record({
    priority: fc.nat(30),
    action: fc.constantFrom('ALLOW' as const, 'ALWAYS_ALLOW' as const, 'DENY' as const),
    destination: fc.constantFrom('*', far, '20.0.0.0/30', '20.0.0.5', '30.0.0.0/8'),
    ports: fc.constantFrom('443', '*', '440-450', '80'),
    protocol: fc.constantFrom('Tcp', '*', 'Udp'),
  }),
  { maxLength: 6, selector: ({ priority }) => priority },
);

it('deny and always allow exactly the packets that a naive walk does', () => {
  fc.assert(
    fc.property(randomRules, (rules) => {
      const flow = {
        direction: 'OUTBOUND' as const,
        protocol: 'TCP' as const,
        remote: hostSide(prefixSet(far), facts),
        local: localSide(facts),
        ports: interval(443, 443),
      };
      const admin = rules.map(({ action, priority, destination, ports, protocol }) => {
        const one = adminRule(action, priority, destination, ports);
        return { ...one, rule: { ...one.rule, protocol } };
      });
      const evaluated = underAdminRules(admin, tags, (list) => (documented) => ({
        ...(documented as EvaluatedFlow),
        evaluation: evaluate(flow, list),
      }))({ evaluation: evaluate(flow, []) } as unknown as EvaluatedFlow);
      const network = { virtualNetwork: [], tags: {} };
      const inOrder = rules.toSorted((a, b) => a.priority - b.priority);
      const actions = Array.from({ length: 8 }, (_, index) => {
        const address = addressOf('20.0.0.0') + index;
        return inOrder.find(
          ({ destination, ports, protocol }) =>
            matchesAddress(destination, address, network) && ports !== '80' && protocol !== 'Udp',
        )?.action;
      });
      const share = (isMeant: (action: (typeof actions)[number]) => boolean) =>
        actions.filter(isMeant).length / 8;
      if (rules.length === 0) return;
      expect(evaluated.admin?.denied.allowedFraction).toBeCloseTo(
        share((one) => one !== 'DENY'),
        9,
      );
      expect(evaluated.admin?.always.allowedFraction).toBeCloseTo(
        share((one) => one === 'ALWAYS_ALLOW'),
        9,
      );
    }),
    runs(1000),
  );
});
