/** The checks that a validation runs, with texts and examples. */

import { type Check as CheckData, checks, findCheck } from '../../core/validate/checks/index.ts';
import type { CheckExample as CheckExampleData } from '../../core/validate/checks/kit/example.ts';
import type { Finding as FindingData } from '../../core/validate/report.ts';
import { reportOfExample } from '../../core/validate/report-of-example.ts';
import { builder } from './builder.ts';
import { Finding } from './config-report.ts';
import { Severity } from './enums.ts';
import { Fact } from './fact.ts';
import { SymptomCause } from './symptoms.ts';

const exampleKinds = ['GOOD', 'BAD', 'UNSURE'] as const;

const ExampleKind = builder.enumType('CheckExampleKind', {
  description: 'How a check judges a deployment that is an example of it.',
  values: {
    GOOD: { description: 'The check finds nothing.' },
    BAD: { description: 'The check has a finding.' },
    UNSURE: { description: 'The check cannot decide, and its finding is NEEDS_REVIEW.' },
  },
});

interface ExampleOfCheck {
  readonly kind: (typeof exampleKinds)[number];
  readonly checkId: string;
  readonly example: CheckExampleData;
}

function examplesOf({ id, examples }: CheckData): ExampleOfCheck[] {
  return exampleKinds.flatMap((kind) => {
    const example = examples[kind.toLowerCase() as Lowercase<typeof kind>];
    return example ? [{ example, kind, checkId: id }] : [];
  });
}

const reports = new WeakMap<CheckExampleData, readonly FindingData[]>();

/** Examples never change, so each is validated once, when somebody first asks. */
function findingsIn(example: CheckExampleData): readonly FindingData[] {
  const findings = reports.get(example) ?? reportOfExample(example).findings;
  reports.set(example, findings);
  return findings;
}

const CheckExample = builder.objectRef<ExampleOfCheck>('CheckExample');

CheckExample.implement({
  description: 'A deployment that shows what a check does.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: ExampleKind,
      description: 'Whether the check has a finding in it, has none, or cannot decide.',
    }),
    about: t.string({
      description: 'What about the deployment makes the check judge it so.',
      resolve: ({ example }) => example.about,
    }),
    input: t.field({
      complexity: 10,
      type: 'JSON',
      description: 'The value to give to validateConfig as input.',
      resolve: ({ example }) => {
        const { about: _, flows: __, ...input } = { flows: undefined, ...example };
        return input;
      },
    }),
    flows: t.field({
      type: 'JSON',
      nullable: true,
      description: 'The value to give to validateConfig as flows; null for most examples.',
      resolve: ({ example }) => ('flows' in example ? example.flows : null),
    }),
    findings: t.field({
      type: [Finding],
      complexity: { field: 500, multiplier: 1 },
      description:
        'What the check finds in it, without a weekly service-tag file; other checks may have findings, too.',
      resolve: ({ example, checkId }) =>
        findingsIn(example).filter((finding) => finding.checkId === checkId),
    }),
  }),
});

const Check = builder.objectRef<CheckData>('Check');

Check.implement({
  description: 'One thing that validateConfig looks for.',
  interfaces: [Fact],
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'Permanent id, kebab-case; also the rule id in a SARIF report.',
    }),
    aliases: t.idList({
      description: 'Earlier ids; every look-up accepts them.',
      resolve: ({ aliases }) => aliases ?? [],
    }),
    severity: t.expose('severity', {
      type: Severity,
      description: 'Severity of its findings, unless a finding says otherwise.',
    }),
    description: t.exposeString('summary', {
      description: 'When the check has a finding, as a sentence.',
    }),
    rationale: t.exposeString('rationale', {
      description: 'Why the finding matters, and where documents disagree on it.',
    }),
    avoid: t.exposeString('avoid', {
      description: 'An example of a configuration with the finding, in words.',
    }),
    prefer: t.exposeString('prefer', { description: 'What to configure instead, in words.' }),
    examples: t.field({
      type: [CheckExample],
      complexity: { multiplier: 2 },
      description: 'Deployments that show it: a good one, a bad one, and one it cannot decide.',
      resolve: examplesOf,
    }),
  }),
});

builder.objectField(Finding, 'check', (t) =>
  t.field({
    type: Check,
    description: 'The check that has the finding: why it matters, with examples.',
    resolve: ({ checkId }) => findCheck(checkId) as CheckData,
  }),
);

builder.objectField(SymptomCause, 'checks', (t) =>
  t.field({
    type: [Check],
    description: 'Checks of validateConfig that find it in a network; empty where none can.',
    resolve: (cause) => cause.checks.map((id) => findCheck(id) as CheckData),
  }),
);

builder.queryField('checks', (t) =>
  t.field({
    type: [Check],
    complexity: { multiplier: checks.length },
    description:
      'The checks that validateConfig runs, in the order of its findings of one severity.',
    args: {
      severity: t.arg({ type: [Severity], description: 'Only checks of these severities.' }),
    },
    resolve: (_, { severity }) =>
      severity ? checks.filter((check) => severity.includes(check.severity)) : checks,
  }),
);

builder.queryField('check', (t) =>
  t.field({
    type: Check,
    nullable: true,
    description: 'The check with this id, or with this earlier id; null where there is none.',
    args: {
      id: t.arg.id({ required: true, description: 'Id of the check, for example rule-shadowed.' }),
    },
    resolve: (_, { id }) => findCheck(String(id)) ?? null,
  }),
);
