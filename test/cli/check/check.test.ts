/** `apim-atlas check`: what it finds in a folder, what it prints, and its exit codes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, bicepRule, denySql } from '../../support/networks.ts';

const good = bicepNetwork();
const bad = bicepNetwork([denySql]);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

describe('the deployments of a folder', () => {
  it.each([
    ['a Bicep file', { 'main.bicep': good }, ['main.bicep']],
    [
      'two Bicep files',
      { 'a/main.bicep': good, 'b/main.bicep': good },
      ['a/main.bicep', 'b/main.bicep'],
    ],
    [
      'a file with its compiled form',
      {
        'main.bicep': good,
        'main.json': '{"resources":[{"type":"Microsoft.ApiManagement/service"}]}',
      },
      ['main.bicep'],
    ],
    [
      'a file among packages',
      { 'main.bicep': good, 'node_modules/a/main.bicep': good },
      ['main.bicep'],
    ],
    [
      'a module in a folder beside',
      {
        'infra/main.bicep': "module apim '../modules/apim.bicep' = { name: 'apim' }",
        'modules/apim.bicep': good,
      },
      ['infra/main.bicep'],
    ],
  ])('are judged: %s', async (_, files, expected) => {
    const { out, code } = await command(folderWith(files), ['check', '--format', 'json']);
    const { deployments } = JSON.parse(out);
    expect(deployments.map(({ path }: { path: string }) => path)).toEqual(expected);
    expect(code).toBe(0);
  });

  it('are judged once, and the rest is named: compiled forms, files that are too large', async () => {
    const folder = folderWith({
      'main.bicep': good,
      'main.json': '{"resources":[{"type":"Microsoft.ApiManagement/service"}]}',
      'plan.json': ' '.repeat(8_000_001),
    });
    const { out, code } = await command(folder, ['check', '--format', 'json']);
    expect(JSON.parse(out).notJudged).toEqual([
      {
        path: 'main.json',
        reason: 'it is the compiled form of the Bicep file next to it',
        isError: false,
      },
      { path: 'plan.json', reason: 'it is larger than 8 MB', isError: false },
    ]);
    expect(code).toBe(0);
  });

  it('are those that contain a file which is named', async () => {
    const folder = folderWith({
      '.git/HEAD': '',
      'main.bicep': "module network 'network.bicep' = { name: 'n' }",
      'network.bicep': bad,
      'other.bicep': good,
    });
    const { out } = await command(folder, ['check', 'network.bicep', '--format', 'json']);
    expect(JSON.parse(out).deployments).toMatchObject([{ path: 'main.bicep', verdict: 'FAIL' }]);
  });

  it('come from standard input, too', async () => {
    const { out, code } = await command(folderWith({}), ['check', '-'], { stdin: bad });
    expect(out).toContain('standard input: FAIL');
    expect(code).toBe(1);
  });

  it.each([
    ['main.bicep', good],
    [
      'main.tf',
      'resource "azurerm_api_management" "a" {\n  location = "westeurope"\n  sku_name = "Developer_1"\n}',
    ],
  ])('name a value that nothing takes: %s', async (path, text) => {
    const folder = folderWith({ [path]: text });
    const { out } = await command(folder, ['check', '--param', 'prefxi=a']);
    expect(out).toContain('note: the value of "prefxi" is not used');
  });

  it('are said not to be judged where a file is too large', async () => {
    const folder = folderWith({ 'main.bicep': ' '.repeat(8_000_001) });
    const { out, code } = await command(folder, ['check', 'main.bicep']);
    expect(out).toContain('main.bicep cannot be judged: it is larger than 8 MB');
    expect(code).toBe(2);
  });
});

describe('exit codes', () => {
  const undecided = bicepNetwork([
    bicepRule('open', { access: 'Deny', destinationAddressPrefix: `\${target}` }),
  ]).concat('\nparam target string\n');
  it.each([
    ['no findings', { 'main.bicep': good }, [], 0],
    ['an error', { 'main.bicep': bad }, [], 1],
    ['an error that may be', { 'main.bicep': bad }, ['--fail-on', 'never'], 0],
    ['nothing to judge', { 'main.bicep': 'param a string' }, [], 2],
    ['nothing to judge, whatever may be', {}, ['--fail-on', 'never'], 2],
    ['nothing to judge, which may be', { 'main.bicep': 'param a string' }, ['--allow-none'], 0],
    [
      'named files of other things, which may be',
      { 'main.bicep': 'param a string', 'a.json': '{' },
      ['main.bicep', 'a.json', '--allow-none'],
      0,
    ],
    [
      'a service that cannot be read',
      { 'a.json': '{"azurerm_api_management"' },
      ['a.json', '--allow-none'],
      2,
    ],
    ['undecided', { 'main.bicep': undecided }, [], 0],
    ['undecided, which may not be', { 'main.bicep': undecided }, ['--fail-on', 'review'], 3],
    ['an option that does not exist', { 'main.bicep': good }, ['--colour'], 2],
    ['a path that does not exist', {}, ['missing'], 2],
    ['a report that cannot be written', { 'main.bicep': good }, ['--output', 'no/a.txt'], 2],
    ['a document that is no JSON', { 'a.json': '{' }, ['a.json'], 2],
  ])('%s', async (_, files, args, expected) => {
    const { code, out, err } = await command(folderWith(files), ['check', ...args]);
    expect({ code, out, err }).toMatchObject({ code: expected });
    if (expected === 2) expect(out + err).not.toBe('');
  });
});

describe('text for people', () => {
  it('shows the line of a finding with a caret, the cause and the fix', async () => {
    const { out } = await command(folderWith({ 'main.bicep': bad }), ['check']);
    const line = lineOf(bad, "name: 'denySql'");
    expect(out).toContain('main.bicep: FAIL, 1 error');
    expect(out).toMatch(/error\[required-flow-denied\]: /);
    expect(out).toMatch(new RegExp(`--> main\\.bicep:(${line - 1}|${line}|${line + 4}):`));
    expect(out).toMatch(/\n\s+\| \s*\^/);
    expect(out).toContain('denySql');
    expect(out).toContain('= fix: ');
  });

  it('has no colour and no control characters of the input', async () => {
    const hostile = bad.replaceAll('denySql', 'x##vso[task.complete]');
    const { out } = await command(folderWith({ 'main.bicep': hostile }), ['check']);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('##vso[');
  });
});

describe('ignores', () => {
  const withComment = (comment: string) =>
    bad.replace(/\n( *)\{\n *name: 'denySql'/, (block, indent) => `\n${indent}${comment}${block}`);
  const settings = (more: string) =>
    `ignore:\n  - check: required-flow-denied\n    reason: replaced soon\n${more}`;

  it.each([
    [
      'a comment above the block',
      { 'main.bicep': withComment('// apim-atlas-ignore required-flow-denied: replaced soon') },
    ],
    [
      'a comment with a date ahead',
      {
        'main.bicep': withComment(
          '// apim-atlas-ignore required-flow-denied: soon [until 2027-01-01]',
        ),
      },
    ],
    ['the settings file', { 'main.bicep': bad, 'apim-atlas.yaml': settings('') }],
    [
      'the settings file for some files',
      { 'main.bicep': bad, 'apim-atlas.yaml': settings('    path: "*.bicep"\n') },
    ],
  ])('take a finding out of the count: %s', async (_, files) => {
    const { code, out } = await command(folderWith(files), ['check']);
    expect(out).toContain('main.bicep: PASS, 1 ignored');
    expect(code).toBe(0);
  });

  it.each([
    [
      'an end that has passed',
      withComment('// apim-atlas-ignore required-flow-denied: soon [until 2026-01-01]'),
      'ended on 2026-01-01',
    ],
    [
      'no reason',
      withComment('// apim-atlas-ignore required-flow-denied:'),
      'the reason is missing',
    ],
    [
      'a check that does not exist',
      withComment('// apim-atlas-ignore nothing-such: soon'),
      'there is no check "nothing-such"',
    ],
    [
      'a comment elsewhere',
      `// apim-atlas-ignore required-flow-denied: soon\n${bad}`,
      'remove the ignore',
    ],
  ])('say what is wrong with them: %s', async (_, text, expected) => {
    const { code, out } = await command(folderWith({ 'main.bicep': text }), ['check']);
    expect(out).toContain(expected);
    expect(code).toBe(1);
  });

  it('are passed over with --no-ignores', async () => {
    const files = { 'main.bicep': bad, 'apim-atlas.yaml': settings('') };
    expect(await command(folderWith(files), ['check', '--no-ignores'])).toMatchObject({ code: 1 });
  });
});

describe('a baseline', () => {
  it('holds earlier findings, and a run counts only new ones, whatever line they moved to', async () => {
    const folder = folderWith({ 'main.bicep': bad });
    const args = ['check', '--baseline', 'base.json'];
    expect(await command(folder, args)).toMatchObject({ code: 2 });
    expect(await command(folder, ['check', '--update-baseline'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('--update-baseline belongs to --baseline'),
    });
    expect(await command(folder, [...args, '--update-baseline'])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(join(folder, 'base.json'), 'utf8')).findings).toHaveLength(1);
    expect(await command(folder, args)).toMatchObject({ code: 0 });
    const moved = folderWith({
      'main.bicep': `// moved\n\n${bad}`,
      'base.json': readFileSync(join(folder, 'base.json'), 'utf8'),
    });
    expect(await command(moved, args)).toMatchObject({ code: 0 });
    const more = folderWith({
      'main.bicep': bicepNetwork([denySql.replaceAll('denySql', 'denyOther')]),
      'base.json': readFileSync(join(folder, 'base.json'), 'utf8'),
    });
    expect(await command(more, args)).toMatchObject({ code: 1 });
  });
});

it.each([
  ['Premium', /port table of \d{4}-\d{2}-\d{2}/, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)],
  ['StandardV2', /^(?![\s\S]*port table of)/, null],
])(
  'a report on %s names the port table that was applied, if one was',
  async (sku, text, edition) => {
    const folder = folderWith({ 'main.bicep': good.replace("'Premium'", `'${sku}'`) });
    const markdown = await command(folder, ['check', '--format', 'markdown']);
    expect(markdown.out).toMatch(text);
    const json = await command(folder, ['check', '--format', 'json']);
    expect(JSON.parse(json.out).deployments).toMatchObject([{ edition }]);
  },
);

describe('forms for pipelines', () => {
  it.each([
    [
      'GitHub Actions',
      { GITHUB_ACTIONS: 'true' },
      /^::error file=main\.bicep,line=\d+,col=\d+,title=/m,
    ],
    [
      'Azure Pipelines',
      { TF_BUILD: 'True' },
      /^##vso\[task\.logissue type=error;sourcepath=main\.bicep;linenumber=\d+;/m,
    ],
  ])('are chosen by the environment: %s', async (_, env, expected) => {
    const { out } = await command(folderWith({ 'main.bicep': bad }), ['check'], { env });
    expect(out).toMatch(expected);
  });

  it('are written into a file', async () => {
    const folder = folderWith({ 'main.bicep': bad });
    const { out, err } = await command(folder, ['check', '--format', 'junit', '--output', 'a.xml']);
    expect({ out, err }).toEqual({ out: '', err: 'wrote a.xml\n' });
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toMatch(
      /^<\?xml[\s\S]*<failure type="required-flow-denied"/,
    );
  });
});
