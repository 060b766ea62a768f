/** The mutation validateConfig and the report it answers with. */

import { memoizeByObject } from '../../core/network/memoize.ts';
import { render } from '../../core/render/index.ts';
import { serviceDocuments } from '../../core/validate/read/accepted-documents.ts';
import { toSarif } from '../../core/validate/report/sarif.ts';
import type {
  Assumption as AssumptionData,
  ConfigReport as ConfigReportData,
  Finding as FindingData,
} from '../../core/validate/report.ts';
import { validate, validateDocument } from '../../core/validate/validate.ts';
import { builder, takesConfiguration } from './builder.ts';
import { Citation } from './citations.ts';
import { DeploymentInput, readDeployment } from './deployment-input.ts';
import { RuleFormat, Severity, Verdict, WhatIf } from './enums.ts';
import { FlowResult } from './flow-result.ts';
import { spend, spent, spentList } from './response-budget.ts';
import { answer } from './user-input.ts';

/** Aliases of one report share its log. */
const sarifOf = memoizeByObject(toSarif);

const Assumption = builder.objectRef<AssumptionData>('Assumption');

Assumption.implement({
  description: 'Something the report assumes because the input does not say it.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Permanent code, for example BGP_ROUTES_UNKNOWN.',
    }),
    text: t.exposeString('text', { description: 'The assumption as a sentence.' }),
  }),
});

export const Finding = builder.objectRef<FindingData>('Finding');

Finding.implement({
  description: 'One result of a check.',
  fields: (t) => ({
    checkId: t.exposeID('checkId', { description: 'Id of the check.' }),
    severity: t.expose('severity', { type: Severity, description: 'How much it matters.' }),
    outcome: t.expose('outcome', {
      type: Verdict,
      description:
        'FAIL: the documents say that it will not work. NEEDS_REVIEW: the input does not decide it. PASS: the instance survives it, which most warnings and all notes do.',
    }),
    title: t.exposeString('title', { description: 'In plain words: Azure SQL is blocked.' }),
    message: t.exposeString('message', { description: 'What is wrong or undecided, and why.' }),
    path: t.exposeString('path', { description: 'JSON pointer into the input.' }),
    region: t.string({
      nullable: true,
      description: "Programmatic name of the location's region; null where no location is meant.",
      resolve: (finding) => finding.region ?? null,
    }),
    remediation: t.string({
      nullable: true,
      description: 'What to do about it; null if that depends on the case.',
      resolve: (finding) => finding.remediation ?? null,
    }),
    flows: t.exposeIDList('flows', {
      description: 'Keys of the flows in its region that it explains; see FlowResult.key.',
    }),
    rules: t.exposeStringList('rules', {
      description:
        'Names of the security rules that cause it: the deciding one first, then those that it hides.',
    }),
    includes: t.exposeIDList('includes', {
      description: 'Ids of other checks whose findings are part of this one.',
    }),
    citations: t.expose('citations', {
      type: [Citation],
      description: 'The documents behind the check.',
    }),
  }),
});

const ConfigReport = builder.objectRef<ConfigReportData>('ConfigReport');

ConfigReport.implement({
  description: 'The verdict on a deployment, with the evidence and the remedy.',
  fields: (t) => ({
    verdict: t.expose('verdict', {
      type: Verdict,
      description: 'The worst outcome of the findings: FAIL before NEEDS_REVIEW before PASS.',
    }),
    edition: t.expose('edition', {
      type: 'Date',
      description: 'Edition of the port table that was applied.',
    }),
    serviceTagVersions: t.exposeStringList('serviceTagVersions', {
      description:
        'Cloud and change number of each weekly service-tag file that was used; empty where none is loaded.',
    }),
    assumptions: t.expose('assumptions', {
      type: [Assumption],
      description: 'What had to be assumed.',
    }),
    findings: t.field({
      type: [Finding],
      complexity: { multiplier: 30 },
      description: 'The findings: errors first, then warnings, then information.',
      resolve: ({ findings }, _, { budget }) => spentList(findings, 20, budget),
    }),
    flows: t.field({
      type: [FlowResult],
      complexity: { multiplier: 50 },
      description: 'One row per location and documented flow: what the security rules do with it.',
      resolve: ({ flows }, _, { budget }) => spentList(flows, 20, budget),
    }),
    remediation: t.string({
      complexity: 1000,
      description:
        'The smallest change that lets required traffic pass: existing rules to correct or move, and rules to add at free priorities. Empty if nothing is missing.',
      args: {
        format: t.arg({ type: RuleFormat, required: true, description: 'Notation of the text.' }),
        denyByDefault: t.arg.boolean({
          defaultValue: false,
          description:
            'Adds rules that deny all other traffic in both directions. Needed traffic that only the default rules allow gets allow rules first: required rows, rows of the features in use, caches and counters shared by several units, custom DNS servers.',
        }),
      },
      resolve: (report, { format, denyByDefault }, { budget }) =>
        spent(
          render(format, denyByDefault ? report.denyByDefault() : report.remediation()),
          budget,
        ),
    }),
    sarif: t.field({
      type: 'JSON',
      complexity: 1000,
      description: 'The findings as a SARIF 2.1.0 log, for code scanning and editors.',
      resolve: (report, _, { budget }) => {
        spend(report.findings.length * 300, budget);
        return sarifOf(report);
      },
    }),
  }),
});

const ValidateConfigInput = builder.inputType('ValidateConfigInput', {
  description: 'The deployment to check. Give exactly one field.',
  isOneOf: true,
  fields: (t) => ({
    deployment: t.field({
      type: DeploymentInput,
      description: 'A deployment described field by field.',
    }),
    document: t.field({
      type: 'JSON',
      description: `A document with the service and its network, one of: ${serviceDocuments.join('; ')}. Parameters without a value have their default values; a region that stays open is reported as unknown.`,
    }),
  }),
});

/** How many values a JSON value holds, itself among them: what its validation costs grows with them. */
function valuesIn(value: unknown): number {
  const values = [value];
  // The list grows while it is read, since a document may nest deeper than calls can.
  for (const one of values) {
    if (typeof one !== 'object' || one === null) continue;
    for (const part of Object.values(one)) values.push(part);
  }
  return values.length;
}

builder.mutationField('validateConfig', (t) =>
  t.field({
    type: ConfigReport,
    nullable: true,
    description:
      'Checks a deployment against the documented requirements. Nothing is stored. Error BAD_USER_INPUT for what cannot be read: an unknown region, a prefix with host bits, a document without security rules, a template whose network cannot be followed.',
    args: {
      input: t.arg({
        type: ValidateConfigInput,
        required: true,
        description: 'The deployment to check.',
      }),
      whatIf: t.arg({
        type: WhatIf,
        defaultValue: 'NONE',
        description: 'Runs the same check with a deny rule at priority 4096 added.',
      }),
    },
    extensions: takesConfiguration,
    complexity: ({ input }) => ({
      field: 1000 + 3 * valuesIn(input),
      multiplier: Math.max(1, input.deployment?.locations.length ?? 1),
    }),
    resolve: (_, { input, whatIf }, { serviceTagFiles, log }) =>
      answer(() => {
        const options = { serviceTagFiles, log, whatIf: whatIf ?? 'NONE' };
        return input.deployment
          ? validate(readDeployment(input.deployment), options)
          : validateDocument(input.document, options);
      }, ['input']),
  }),
);
