/** The forms of a run: each is read again by a reader of its own, with values that try to break out. */

import { describe, expect, it } from 'vitest';
import { checks } from '../../../../core/validate/checks/index.ts';
import type { CheckExample } from '../../../../core/validate/checks/kit/example.ts';
import type { DependencyStatus } from '../../../../core/validate/network-status/status.ts';
import {
  azureAnnotations,
  githubAnnotations,
} from '../../../../core/validate/report/annotations.ts';
import type { CheckRun, JudgedFinding } from '../../../../core/validate/report/check-run.ts';
import { countsInWords, verdictOfJudged } from '../../../../core/validate/report/check-run.ts';
import { fingerprints } from '../../../../core/validate/report/fingerprint.ts';
import { toJUnit } from '../../../../core/validate/report/junit.ts';
import { toMarkdown } from '../../../../core/validate/report/markdown.ts';
import { printable } from '../../../../core/validate/report/printable.ts';
import { toSarifLog } from '../../../../core/validate/report/sarif.ts';
import { toText } from '../../../../core/validate/report/text.ts';
import { reportOfExample } from '../../../../core/validate/report-of-example.ts';

const hostile = [
  'plain',
  'a\n::error::b',
  'a\r\n##vso[task.complete]b',
  '\u001b[31mred',
  '</failure><x>&"\'',
  '| a | b `c` <script>',
  '%0A::add-mask::x',
  'a]b;c,d:e',
  '\u202eright to left',
  '\u0000\ud800',
];

const example = checks.find(({ id }) => id === 'required-flow-denied');
const report = reportOfExample(example?.examples.bad as CheckExample);
const base = report.findings[0] as (typeof report.findings)[number];

const statusWith = (text: string): DependencyStatus => ({
  region: text,
  name: text,
  resourceType: text,
  state: 'DOWN',
  isOptional: false,
  error: text,
  lastUpdated: text,
  lastStatusChange: text,
  flows: [],
  explanation: 'DOWN_THOUGH_ALLOWED',
  message: text,
  decidedBy: null,
  nextSteps: [text],
  path: text,
});

const runWith = (text: string, more: Partial<JudgedFinding> = {}): CheckRun => ({
  judged: [
    {
      path: `a/${text}`,
      service: undefined,
      report: { ...report, networkStatus: [statusWith(text)] },
      findings: [
        {
          ...base,
          title: text,
          message: text,
          path: `/document/${text}`,
          remediation: text,
          location: { file: `a/${text}`, line: 3, column: 5 },
          fingerprint: 'f',
          suppression: undefined,
          ...more,
        },
      ],
      missingValues: [text],
      notes: [text],
    },
  ],
  notJudged: [{ path: text, reason: text, isError: true }],
  ignoreProblems: [{ file: text, line: 1, column: 1, message: text }],
});

it('names the file of a note for Azure Pipelines, which has no command for notes', () => {
  const notes = azureAnnotations(runWith('x', { severity: 'INFO' }));
  expect(notes).toMatch(/^note: [^:]+:3:5: /m);
});

describe.each(hostile)('a value such as %j', (text) => {
  const run = runWith(text);

  it('is one command a line for GitHub', () => {
    const lines = githubAnnotations(run).trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^::error file=[^,:]*,title=Not judged::[^\r\n]*$/),
      expect.stringMatching(/^::error file=[^,:]*,line=3,col=5,title=[^,:]*::[^\r\n]*$/),
      expect.stringMatching(/^::warning file=[^,:]*,line=1,col=1,title=[^,:]*::[^\r\n]*$/),
    ]);
  });

  it('is one command a line for Azure Pipelines', () => {
    const lines = azureAnnotations(run).trimEnd().split('\n');
    const at = (line: number, column: number) =>
      `sourcepath=[^;\\]]*;linenumber=${line};columnnumber=${column}`;
    const matching = (properties: string) =>
      expect.stringMatching(new RegExp(`^##vso\\[task\\.logissue ${properties}\\][^\\r\\n]*$`));
    expect(lines).toEqual([
      matching('type=error;sourcepath=[^;\\]]*'),
      matching(`type=error;${at(3, 5)};code=[a-z-]+`),
      matching(`type=warning;${at(1, 1)}`),
    ]);
  });

  it('has no control character in an annotation', () => {
    for (const log of [githubAnnotations(run), azureAnnotations(run)]) {
      expect(log).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });

  it('cannot leave its element in JUnit', () => {
    const xml = toJUnit(run);
    const names = [...xml.matchAll(/<\/?([a-z-]+)[\s/>]/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set(['testsuites', 'testsuite', 'testcase', 'failure', 'error']),
    );
    expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  });

  it('cannot steer a terminal', () => {
    const out = toText(run, {
      paint: (_, plain) => plain,
      lineOf: () => text,
      nameOf: (path) => path,
      isVerbose: true,
    });
    expect(out).not.toMatch(/[^\P{Cc}\n]/u);
    expect(out).not.toContain('##vso[');
    expect(out.split('\n').some((line) => line.startsWith('::'))).toBe(false);
  });

  it('stays in its cell in Markdown', () => {
    const rows = toMarkdown(run)
      .split('\n')
      .filter((line) => line.startsWith('| error'));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.match(/(?<!\\)\|/g)).toHaveLength(5);
    expect(rows[0]?.replace(/(`+)[^`]+\1/g, '')).not.toMatch(/<(?!br>)/);
  });

  it('is an encoded path in SARIF', () => {
    const [result] = toSarifLog(run).runs[0]?.results ?? [];
    expect(JSON.stringify(result)).toContain('"uri":"a/');
    const { uri } = (
      JSON.parse(JSON.stringify(result)) as {
        locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
      }
    ).locations[0]?.physicalLocation.artifactLocation ?? { uri: '' };
    expect(uri).toMatch(/^[\w\-.!~*'()%/]+$/);
  });
});

it('counts what is not ignored', () => {
  const ignored = runWith('a', { suppression: { kind: 'IN_SOURCE', reason: 'why' } }).judged[0];
  expect(countsInWords({ findings: ignored?.findings ?? [] })).toBe('1 ignored');
  expect(verdictOfJudged({ findings: ignored?.findings ?? [] })).toBe('PASS');
  expect(
    toJUnit({ judged: ignored ? [ignored] : [], notJudged: [], ignoreProblems: [] }),
  ).toContain('<skipped message="why"/>');
});

it('tells equal findings apart, and keeps the fingerprints of all others', () => {
  const one = { checkId: 'a', region: 'westeurope', rules: ['x'], flows: [] };
  const [first, second, third] = fingerprints('main.bicep', [one, one, { ...one, rules: ['y'] }]);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(fingerprints('main.bicep', [one])).toEqual([first]);
  expect(first).toMatch(/^[0-9a-f]{16}$/);
});

it('prints text as it is where nothing in it is harmful', () => {
  expect(printable('Größe: ja, 10.0.0.0/8 → "Sql"')).toBe('Größe: ja, 10.0.0.0/8 → "Sql"');
});
