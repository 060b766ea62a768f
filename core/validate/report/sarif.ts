/** A report as SARIF 2.1.0, the format that code-scanning services and editors read. */

import { sourceById } from '../../../data/index.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { checks } from '../checks/index.ts';
import type { Check } from '../checks/kit/check.ts';
import type { SourceLocation } from '../read/source/location.ts';
import type { ConfigReport, Finding, Severity } from '../report.ts';
import { type CheckRun, type Judged, verdictOfJudged } from './check-run.ts';
import { plain } from './markdown-text.ts';
import { type SarifLadders, sarifLadders } from './sarif-ladders.ts';

const levels = { ERROR: 'error', WARNING: 'warning', INFO: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * The log of one report; locations are JSON pointers into its input. With the path of the file that the input came from,
 * each result has that file as its location, too, as code scanning needs.
 */
export function toSarif(report: ConfigReport, artifact?: string) {
  return logOf(
    report.findings,
    (finding) => {
      const location =
        artifact === undefined
          ? undefined
          : (finding.sourceLocation ?? { file: artifact, line: 1, column: 1 });
      return {
        locations: [
          {
            ...(location && { physicalLocation: physical(location) }),
            logicalLocations: [logical(finding)],
          },
        ],
      };
    },
    { properties: { verdict: report.verdict, edition: report.edition } },
  );
}

/**
 * The log of a run over the files of a repository, as code scanning takes it: one run, locations in files relative to the
 * repository, fingerprints that stay when lines move, and the ladders of the rules that decide.
 */
export function toSarifLog(run: CheckRun, lineOf: LineOf = () => undefined) {
  const entries = new Map(
    run.judged.flatMap((judged) => judged.findings.map((finding) => [finding, entryOf(judged)])),
  );
  return logOf(
    run.judged.flatMap((judged) => judged.findings),
    (finding) => {
      const { fingerprint, suppression, location = entries.get(finding) } = finding;
      return {
        locations: [
          {
            ...(location && { physicalLocation: withText(location, lineOf) }),
            logicalLocations: [logical(finding)],
          },
        ],
        partialFingerprints: { 'apimAtlasFinding/v1': fingerprint },
        suppressions: suppression
          ? [
              {
                kind: suppression.kind === 'IN_SOURCE' ? 'inSource' : 'external',
                status: 'accepted',
                justification: suppression.reason,
              },
            ]
          : [],
      };
    },
    {
      automationDetails: { id: 'apim-atlas/' },
      invocations: [
        {
          executionSuccessful: !run.notJudged.some(({ isError }) => isError),
          toolExecutionNotifications: notificationsOf(run),
        },
      ],
      properties: {
        deployments: run.judged.map((judged) => ({
          path: judged.path,
          ...(judged.service !== undefined && { service: judged.service }),
          verdict: verdictOfJudged(judged),
          edition: judged.report.edition,
        })),
      },
    },
    sarifLadders(run.judged),
  );
}

function logOf<F extends Finding>(
  findings: readonly F[],
  more: (finding: F) => object,
  runProperties: object,
  ladders?: SarifLadders,
) {
  const used = checks.filter(({ id }) => findings.some(({ checkId }) => checkId === id));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'APIM Network Atlas',
            informationUri: 'https://www.npmjs.com/package/apim-network-atlas',
            fullName: `APIM Network Atlas ${packageJson.version}`,
            semanticVersion: packageJson.version,
            rules: used.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        ...(ladders && ladders.artifacts.length > 0 && { artifacts: ladders.artifacts }),
        results: findings.map((finding) => ({
          ruleId: finding.checkId,
          ruleIndex: used.findIndex(({ id }) => id === finding.checkId),
          kind: kindOf(finding),
          // SARIF wants the level none for every kind but fail.
          level: kindOf(finding) === 'fail' ? levels[finding.severity] : 'none',
          ...messageOf(finding, ladders?.of(finding)),
          ...more(finding),
        })),
        ...runProperties,
      },
    ],
  };
}

/** The message, and the ladder in it as text and next to it as a picture. */
function messageOf(finding: Finding, ladder: ReturnType<SarifLadders['of']>) {
  const { message, remediation } = finding;
  const text = remediation ? `${message}. Fix: ${remediation}` : message;
  if (ladder === undefined) return { message: { text } };
  const { markdown, attachments } = ladder;
  return { message: { text, markdown: `${plain(text)}\n\n${markdown}` }, attachments };
}

/** RequiredFlowDenied */
const pascalCase = (id: string): string =>
  id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

function ruleOf(check: Check) {
  const [citation] = check.citations;
  const helpUri = citation && sourceById.get(citation.source)?.url;
  const advice = `Avoid: ${check.avoid}. Prefer: ${check.prefer}.`;
  return {
    id: check.id,
    ...(check.aliases && { deprecatedIds: check.aliases }),
    name: pascalCase(check.id),
    shortDescription: { text: check.summary },
    fullDescription: { text: check.rationale },
    ...(helpUri !== undefined && { helpUri }),
    help: { text: advice, markdown: `${check.rationale}\n\n${advice}` },
    defaultConfiguration: { level: levels[check.severity] },
    properties: { tags: ['azure', 'api-management', 'network'] },
  };
}

/** Where a finding is that is about no part of a file: code scanning takes none without a file. */
function entryOf({ report: { read } }: Judged): SourceLocation | undefined {
  if (!read) return undefined;
  const code = read.files.filter(({ use }) => use === 'code').map(({ path }) => path);
  const folder = read.entry === '' ? '' : `${read.entry}/`;
  const inFolder = code.find(
    (path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'),
  );
  const file = code.includes(read.entry) ? read.entry : inFolder;
  return file === undefined ? undefined : { file, line: 1, column: 1 };
}

const logical = ({ path }: Pick<Finding, 'path'>) => ({
  fullyQualifiedName: path || '/',
  kind: 'element',
});

const physical = ({ file, line, column }: SourceLocation) => ({
  artifactLocation: {
    uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/'),
    uriBaseId: '%SRCROOT%',
  },
  region: { startLine: line, startColumn: column },
});

/** A line of a file by its 1-based number; undefined where the file is missing. */
export type LineOf = (file: string, line: number) => string | undefined;

const longestLine = 500;

/** With the line that it is about, and those around it. */
function withText(location: SourceLocation, lineOf: LineOf) {
  const { artifactLocation, region } = physical(location);
  const textOf = (line: number) => lineOf(location.file, line)?.slice(0, longestLine);
  const own = textOf(location.line);
  if (own === undefined) return { artifactLocation, region };
  const around = [-1, 0, 1]
    .map((offset) => location.line + offset)
    .flatMap((line) => {
      const text = textOf(line);
      return text === undefined ? [] : [{ line, text }];
    });
  return {
    artifactLocation,
    region: { ...region, snippet: { text: own.slice(location.column - 1) } },
    contextRegion: {
      startLine: around[0]?.line,
      endLine: around.at(-1)?.line,
      snippet: { text: around.map(({ text }) => text).join('\n') },
    },
  };
}

/** What was not judged, and comments that ignore nothing. */
const notificationsOf = (run: CheckRun) => [
  ...run.notJudged.map(({ path, reason, isError }) => ({
    level: isError ? 'error' : 'note',
    message: { text: `${path} was not judged: ${reason}` },
  })),
  ...run.judged.flatMap(({ path, assumed = [] }) =>
    assumed.map(({ text }) => ({ level: 'note', message: { text: `${path}: assumed: ${text}` } })),
  ),
  ...run.ignoreProblems.map((problem) => ({
    level: 'warning',
    message: { text: problem.message },
    locations: [{ physicalLocation: physical(problem) }],
  })),
];

function kindOf({ outcome, severity }: Finding): 'review' | 'informational' | 'fail' {
  if (outcome === 'NEEDS_REVIEW') return 'review';
  return severity === 'INFO' ? 'informational' : 'fail';
}
