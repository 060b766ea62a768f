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
      'check diff collect rules ports region subnet ip-impact tunnel dns lookup explain search mcp completion',
    ],
    [
      'check',
      '--format --output --param --service --service-tags --edition --what-if --fail-on --persona --why --flows --fix --dry-run --allow-none --baseline --update-baseline --no-ignores --live --cloud --watch --verbose',
    ],
    ['diff', '--git --format --param --flows --service --service-tags'],
    ['collect', '--output --cloud'],
    ['rules', '--tier --mode --platform --features --edition --format --optional --regional-tags'],
    ['ports', '--edition --platform --mode'],
    ['subnet', '--tier --mode --units --prefix-length'],
    ['dns', '--cloud'],
    ['lookup', '--service-tags'],
    ['mcp', '--service-tags'],
    ['tunnel', '--tier --mode --platform --format --hosts'],
  ])('%s still has all it had', async (name, expected) => {
    const { out } = await command('/', [...(name ? [name] : []), '--help']);
    for (const one of expected.split(' ')) {
      expect(out).toMatch(new RegExp(`^ +(?:-\\w, )?${one}(?![\\w-])`, 'm'));
    }
  });

  it.each([
    ['check', 'text json sarif junit github azure markdown'],
    ['diff', 'text json markdown'],
    ['rules', 'bicep terraform arm-json azure-cli powershell csv markdown'],
    ['tunnel', 'bicep terraform arm-json azure-cli powershell csv markdown'],
  ])('%s still has all its formats', async (name, expected) => {
    const { out } = await command('/', [name, '--help']);
    const [, entry = ''] = /--format <format>(.*?)\n +-/s.exec(out) ?? [];
    const formats = entry.split(/[\s",:()]+/);
    expect(formats).toEqual(expect.arrayContaining(expected.split(' ')));
  });
});

const has = (value: object, fields: string) =>
  expect(Object.keys(value)).toEqual(expect.arrayContaining(fields.split(' ')));

describe('json-v1', () => {
  it('has these fields', async () => {
    const folder = folderWith({ 'main.bicep': bicepNetwork([denySql]) });
    const { out } = await command(folder, ['check', '--format', 'json']);
    const report = JSON.parse(out);
    const [deployment] = report.deployments;
    expect(report.format).toBe('json-v1');
    has(report, 'format deployments notJudged ignoreProblems');
    has(
      deployment,
      'path service verdict edition serviceTagVersions counts hidden findings flows ownFlows edits networkStatus assumptions missingValues notes',
    );
    has(
      deployment.findings[0],
      'checkId severity outcome confidence restsOn title message path region remediation isMendedByEdits location fingerprint suppression flows ownFlow rules sources',
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

describe('diff-v1', () => {
  it('has these fields', async () => {
    const folder = folderWith({
      'old/main.bicep': bicepNetwork([]),
      'new/main.bicep': bicepNetwork([denySql]),
    });
    const { out } = await command(folder, ['diff', 'old', 'new', '--format', 'json']);
    const report = JSON.parse(out);
    const [deployment] = report.deployments;
    expect(report.format).toBe('diff-v1');
    has(report, 'format deployments notCompared');
    has(
      deployment,
      'path verdictBefore verdictAfter opened closed undecided ownFlows appeared resolved notCompared',
    );
    has(
      deployment.closed[0],
      'region direction protocols sourcePrefixes sourcePorts destinationPrefixes destinationPorts tags portRules example decidedBefore decidedAfter conditions',
    );
    has(deployment.appeared[0], 'checkId severity title message region');
  });
});

describe('why-v1', () => {
  it('has these fields', async () => {
    const folder = folderWith({ 'main.bicep': bicepNetwork([denySql]) });
    const { out } = await command(folder, ['check', '--why', 'rule:denySql', '--format', 'json']);
    const report = JSON.parse(out);
    const [{ ladders, ...deployment }] = report.deployments;
    expect(report.format).toBe('why-v1');
    has(report, 'format deployments');
    has(deployment, 'path service');
    has(ladders[0], 'region direction packets outcome decidedBy rungs notes assumptions');
    has(ladders[0].rungs[0], 'rule priority access isDefault misses fraction path location');
    has(ladders[0].rungs[0].location, 'file line column');
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
