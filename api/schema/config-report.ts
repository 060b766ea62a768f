/** The report of a validation: verdict, findings, flows and remedy. */

import { memoizeByObject } from '../../core/network/memoize.ts';
import { toSarif } from '../../core/validate/report/sarif.ts';
import type {
  Assumption as AssumptionData,
  ConfigReport as ConfigReportData,
  Finding as FindingData,
} from '../../core/validate/report.ts';
import { findRegion } from '../../data/index.ts';
import { ServiceTagFile } from './about.ts';
import { AssumptionCode } from './answer-enums.ts';
import { builder } from './builder.ts';
import { Citation } from './citations.ts';
import { useInstead } from './deprecation.ts';
import { Severity, Verdict } from './enums.ts';
import { FlowResult } from './flow-result.ts';
import { DependencyStatus } from './network-status.ts';
import { OwnFlow } from './own-flows.ts';
import { spend, spentList } from './response-budget.ts';
import { SourceEdit, spentEdits } from './source-edit.ts';
import { MissingValue, ReadSource, SourceLocation, SourceProblem } from './source-report.ts';

/** Aliases of one report share its log. */
const sarifOf = memoizeByObject((report: ConfigReportData) => toSarif(report));

const Assumption = builder.objectRef<AssumptionData>('Assumption');

Assumption.implement({
  description: 'Something the report assumes because the input does not say it.',
  fields: (t) => ({
    code: t.expose('code', {
      type: AssumptionCode,
      description: 'What kind of assumption it is, for programs.',
    }),
    text: t.exposeString('text', {
      description: 'The assumption as a sentence, with the facts of this input.',
    }),
  }),
});

export const Finding = builder.objectRef<FindingData>('Finding');

Finding.implement({
  description: 'What a check says of a deployment: something wrong, undecided, or worth knowing.',
  fields: (t) => ({
    checkId: t.exposeID('checkId', {
      description:
        'Id of the check, which stays from version to version; also the rule id in SARIF.',
    }),
    severity: t.expose('severity', {
      type: Severity,
      description: 'How bad it is if the finding is right; outcome says whether it is.',
    }),
    outcome: t.expose('outcome', {
      type: Verdict,
      description:
        'FAIL: the documents say that it will not work. NEEDS_REVIEW: the input does not decide it. PASS: the instance survives it, which most warnings and all notes do.',
    }),
    title: t.exposeString('title', { description: 'Names the effect: Azure SQL is blocked.' }),
    message: t.exposeString('message', { description: 'What is wrong or undecided, and why.' }),
    pointer: t.exposeString('path', {
      description:
        'JSON pointer below the argument input to what the finding is about, such as /deployment/locations/0/subnet; of a source, to the file.',
    }),
    path: t.exposeString('path', {
      deprecationReason: useInstead('pointer, which means the same'),
      description: 'JSON pointer below the argument input.',
    }),
    sourceLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description: 'Where it is in the text of a source file; null for other inputs.',
      resolve: (finding) => finding.sourceLocation ?? null,
    }),
    loopLocation: t.field({
      type: SourceLocation,
      nullable: true,
      description:
        'The loop in a source file that makes what the finding is about; null where none does.',
      resolve: (finding) => finding.loopLocation ?? null,
    }),
    region: t.string({
      nullable: true,
      description: "Programmatic name of the location's region; null where no location is meant.",
      resolve: (finding) => finding.region ?? null,
    }),
    remedy: t.string({
      nullable: true,
      description: 'What to do about it, in words; null if that depends on the case.',
      resolve: (finding) => finding.remediation ?? null,
    }),
    remediation: t.string({
      nullable: true,
      deprecationReason: useInstead(
        'remedy, which means the same; remediation of a report is a text to deploy',
      ),
      description: 'What to do about it, in words; null if that depends on the case.',
      resolve: (finding) => finding.remediation ?? null,
    }),
    flows: t.exposeIDList('flows', {
      description: 'Keys of the flows in its region that it explains; see FlowResult.key.',
    }),
    rules: t.exposeStringList('rules', {
      description:
        'Names of the security rules that cause it: the deciding one first, then those that it hides.',
    }),
    ownFlow: t.string({
      nullable: true,
      description:
        'Name of your own flow that it is about; null for findings on what documents say.',
      resolve: (finding) => finding.ownFlow ?? null,
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

/** The file of the remediation adds its fields remediation and remediations. */
export const ConfigReport = builder.objectRef<ConfigReportData>('ConfigReport');

ConfigReport.implement({
  description: 'The verdict on a deployment, with the evidence and the remedy.',
  fields: (t) => ({
    verdict: t.expose('verdict', {
      type: Verdict,
      description: 'The worst outcome of the findings: FAIL before NEEDS_REVIEW before PASS.',
    }),
    edition: t.expose('edition', {
      type: 'Date',
      nullable: true,
      description:
        'Edition of the port table that was applied; null where none was: for the v2 tiers, whose rules no edition lists, and outside a virtual network.',
    }),
    serviceTagFiles: t.field({
      type: [ServiceTagFile],
      description: 'The weekly service-tag files that decided something; empty where none did.',
      resolve: ({ serviceTagVersions }, _, { serviceTagFiles }) =>
        serviceTagFiles.filter((file) => serviceTagVersions.includes(file.version)),
    }),
    serviceTagVersions: t.exposeStringList('serviceTagVersions', {
      deprecationReason: useInstead('serviceTagFiles, whose cloud is one of this API'),
      description:
        'Each weekly service-tag file that was used, with its cloud, change number and, where its name has one, date: Public 376 of 2025-11-10. The file of the cloud that comes with this version, unless the server has a newer one.',
    }),
    assumptions: t.expose('assumptions', {
      type: [Assumption],
      description:
        'What the report assumes where the input leaves something open; another value there may change the verdict.',
    }),
    findings: t.field({
      type: [Finding],
      complexity: { multiplier: 30 },
      description: 'The findings: errors first, then warnings, then information.',
      args: {
        severity: t.arg({ type: [Severity], description: 'Only findings of these severities.' }),
        outcome: t.arg({ type: [Verdict], description: 'Only findings with these outcomes.' }),
        region: t.arg.string({
          description:
            'Only findings of the location in this region: a name or documented alias, or unknown.',
        }),
      },
      resolve: ({ findings }, { severity, outcome, region }, { budget }) =>
        spentList(
          findings.filter(
            (finding) =>
              (!severity || severity.includes(finding.severity)) &&
              (!outcome || outcome.includes(finding.outcome)) &&
              (!region || finding.region === (findRegion(region)?.name ?? region)),
          ),
          20,
          budget,
        ),
    }),
    flows: t.field({
      type: [FlowResult],
      complexity: { multiplier: 50 },
      description: 'One row per location and documented flow: what the security rules do with it.',
      resolve: ({ flows }, _, { budget }) => spentList(flows, 20, budget),
    }),
    ownFlows: t.field({
      type: [OwnFlow],
      complexity: { multiplier: 50 },
      description: 'The outcome of your own flows in each location; empty if you sent none.',
      resolve: ({ ownFlows }, _, { budget }) => spentList(ownFlows, 20, budget),
    }),
    networkStatus: t.field({
      type: [DependencyStatus],
      complexity: { multiplier: 50 },
      description:
        'The output of networkstatus in the document, each dependency explained by its network; empty without one, and under whatIf.',
      resolve: ({ networkStatus }, _, { budget }) => spentList(networkStatus, 20, budget),
    }),
    missingValues: t.expose('missingValues', {
      type: [MissingValue],
      description:
        'Parameters of a template and variables of a source without a value that the verdict would need, all of them; give them in the argument parameters.',
    }),
    unusedParts: t.exposeStringList('unused', {
      description:
        'A sentence for each part of a document and each values file of a source that has no part in the report; empty where all has.',
    }),
    sourceProblems: t.expose('problems', {
      type: [SourceProblem],
      description:
        'What could not be read of source files, with locations; what it could touch is UNKNOWN. Empty for other inputs.',
    }),
    source: t.field({
      type: ReadSource,
      nullable: true,
      description: 'What was read of source files; null for other inputs.',
      resolve: ({ read }) => read ?? null,
    }),
    edits: t.field({
      type: [SourceEdit],
      // As much as a few validations: each change is tried.
      complexity: { field: 4000, multiplier: 20 },
      description:
        'The remediation as replacements in the source files, which do not overlap. A location whose remediation cannot be made so has none; empty for other inputs.',
      resolve: (report, _, { budget }) => spentEdits(report, budget),
    }),
    sarif: t.field({
      type: 'JSON',
      complexity: 1000,
      description:
        'The findings as a SARIF 2.1.0 log, for editors; with artifact also for code scanning, which needs a file.',
      args: {
        artifact: t.arg.string({
          description:
            'Path of the file that the input came from, relative to the repository, for example infra/network.json. Findings with a source location name their own file.',
        }),
      },
      resolve: (report, { artifact }, { budget }) => {
        spend(report.findings.length * 300, budget);
        return artifact ? toSarif(report, artifact) : sarifOf(report);
      },
    }),
  }),
});
