/** A run as JUnit XML, which Azure DevOps, GitLab and Jenkins show as test results. */

import { checks } from '../checks/index.ts';
import type { CheckRun, Judged, JudgedFinding } from './check-run.ts';

/** One suite a deployment, one test a check and one an own flow: a check fails by its errors, and has its warnings and notes as output. */
export function toJUnit(run: CheckRun): string {
  const suites = [
    ...run.judged.map(suiteOf),
    ...run.notJudged
      .filter(({ isError }) => isError)
      .map(({ path, reason }) =>
        suite(path, 1, 0, 1, 0, [testCase(path, 'read', `<error message="${escaped(reason)}"/>`)]),
      ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="apim-atlas">\n${suites.join('')}</testsuites>\n`;
}

function suiteOf(judged: Judged): string {
  const { path, service, findings } = judged;
  const name = service === undefined ? path : `${path} (${service})`;
  const ofChecks = checks.map(({ id, title }) => {
    // Own flows are tests of their own.
    const own = findings.filter(({ checkId, ownFlow }) => checkId === id && ownFlow === undefined);
    const failing = own.filter((one) => one.severity === 'ERROR' && !one.suppression);
    const ignored = own.length > 0 && own.every(({ suppression }) => suppression);
    const others = own.filter((one) => !failing.includes(one));
    const content = [
      ...failing.map(
        (one) =>
          `<failure type="${escaped(id)}" message="${escaped(one.title)}">${escaped(linesOf(one))}</failure>`,
      ),
      ...(ignored ? [`<skipped message="${escaped(own[0]?.suppression?.reason ?? '')}"/>`] : []),
      ...(others.length > 0 && !ignored
        ? [`<system-out>${escaped(others.map(linesOf).join('\n'))}</system-out>`]
        : []),
    ].join('');
    return {
      xml: testCase(name, `${id}: ${title}`, content),
      isFailure: failing.length > 0,
      ignored,
    };
  });
  const cases = [...ofChecks, ...ownFlowCases(name, judged)];
  return suite(
    name,
    cases.length,
    cases.filter(({ isFailure }) => isFailure).length,
    0,
    cases.filter(({ ignored }) => ignored).length,
    [...cases.map(({ xml }) => xml), ...assumedOutput(judged)],
  );
}

/** What the verdict assumes, as the output of the suite. */
const assumedOutput = ({ assumed = [] }: Judged): readonly string[] =>
  assumed.length === 0
    ? []
    : [
        `    <system-out>${escaped(assumed.map(({ text }) => `assumed: ${text}`).join('\n'))}</system-out>\n`,
      ];

/** One test an own flow and location: it fails if the flow is broken, and is skipped if that is undecided or ignored. */
const ownFlowCases = (name: string, { report, findings }: Judged) =>
  report.ownFlows.map((flow) => {
    const finding = findings.find(
      ({ ownFlow, region }) => ownFlow === flow.name && region === (flow.region ?? undefined),
    );
    const isFailure = finding?.outcome === 'FAIL' && !finding.suppression;
    const ignored = finding !== undefined && !isFailure;
    const content =
      finding &&
      (isFailure
        ? `<failure type="${escaped(finding.checkId)}" message="${escaped(finding.title)}">${escaped(linesOf(finding))}</failure>`
        : `<skipped message="${escaped(finding.suppression?.reason ?? finding.message)}"/>`);
    const where = flow.region === null ? '' : ` (${flow.region})`;
    return { xml: testCase(name, `flow: ${flow.name}${where}`, content ?? ''), isFailure, ignored };
  });

function suite(
  name: string,
  tests: number,
  failures: number,
  errors: number,
  skipped: number,
  cases: readonly string[],
): string {
  return `  <testsuite name="${escaped(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">\n${cases.join('')}  </testsuite>\n`;
}

function testCase(suiteName: string, name: string, content: string): string {
  const start = `    <testcase classname="${escaped(suiteName)}" name="${escaped(name)}"`;
  return content === '' ? `${start}/>\n` : `${start}>${content}</testcase>\n`;
}

function linesOf({ severity, message, remediation, location }: JudgedFinding): string {
  const prefix = location ? `${location.file}:${location.line}:${location.column}: ` : '';
  return `${prefix}${severity.toLowerCase()}: ${message}${remediation ? `\nFix: ${remediation}` : ''}`;
}

/** Also without the characters that XML 1.0 has no way to write. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
