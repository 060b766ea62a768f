/**
 * What others build on: a failure here is a breaking change, which the versioning policy allows in a new major version
 * alone. Additions go into the lists.
 */

import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../cli/program.ts';
import { checks } from '../../core/validate/checks/index.ts';
import { command, folderWith } from '../support/command.ts';
import { bicepNetwork, denySql } from '../support/networks.ts';

it('has these exit codes', () => {
  expect(exitCodes).toEqual({ clean: 0, findings: 1, unusable: 2, undecided: 3 });
});

describe('commands and options', () => {
  it.each([
    [
      '',
      'check rules ports region subnet ip-impact tunnel dns lookup explain search mcp completion',
    ],
    [
      'check',
      '--format --output --param --service --service-tags --edition --what-if --fail-on --fix --dry-run --allow-none --baseline --update-baseline --no-ignores --watch --verbose',
    ],
    ['rules', '--tier --mode --platform --features --edition --format --optional --regional-tags'],
    ['ports', '--edition --platform --mode'],
    ['subnet', '--tier --mode --units --prefix-length'],
    ['tunnel', '--tier --mode --platform --format --hosts'],
  ])('%s still has all it had', async (name, expected) => {
    const { out } = await command('/', [...(name ? [name] : []), '--help']);
    for (const one of expected.split(' ')) {
      expect(out).toMatch(new RegExp(`^ +(?:-\\w, )?${one}(?![\\w-])`, 'm'));
    }
  });
});

describe('json-v1', () => {
  it('has these fields', async () => {
    const folder = folderWith({ 'main.bicep': bicepNetwork([denySql]) });
    const { out } = await command(folder, ['check', '--format', 'json']);
    const report = JSON.parse(out);
    const [deployment] = report.deployments;
    const has = (value: object, fields: string) =>
      expect(Object.keys(value)).toEqual(expect.arrayContaining(fields.split(' ')));
    expect(report.format).toBe('json-v1');
    has(report, 'format deployments notJudged ignoreProblems');
    has(
      deployment,
      'path service verdict edition serviceTagVersions counts findings flows edits networkStatus assumptions missingValues notes',
    );
    has(
      deployment.findings[0],
      'checkId severity outcome title message path region remediation isMendedByEdits location fingerprint suppression flows rules sources',
    );
    has(deployment.findings[0].location, 'file line column');
    has(deployment.edits[0], 'file range newText');
    has(deployment.edits[0].range, 'start end');
    has(
      deployment.flows[0],
      'key region direction destinationPort remoteTags necessity outcome allowedFraction decidedBy counterexample',
    );
  });
});

it('names the rules of SARIF as the checks, by ids that stay', async () => {
  const folder = folderWith({ 'main.bicep': bicepNetwork([denySql]) });
  const { out } = await command(folder, ['check', '--format', 'sarif']);
  const [result] = JSON.parse(out).runs[0].results;
  expect(checks.map(({ id }) => id)).toContain(result.ruleId);
  expect(result.partialFingerprints).toEqual({
    'apimAtlasFinding/v1': expect.stringMatching(/^[0-9a-f]{16}$/),
  });
});
