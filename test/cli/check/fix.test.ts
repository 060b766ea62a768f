/** `apim-atlas check --fix`: what it edits, what it leaves, and the diff that it prints. */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../core/validate/apply-edits.ts';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

const bad = bicepNetwork([denySql]);
const textIn = (folder: string, name = 'main.bicep') => readFileSync(join(folder, name), 'utf8');

describe('--fix', () => {
  it.each([
    ['lines that end with LF', bad],
    ['lines that end with CRLF', bad.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${bad}`],
  ])('adds the rule that is missing and nothing else: %s', async (_, text) => {
    const folder = folderWith({ 'main.bicep': text });
    const { code, out, err } = await command(folder, ['check', '--fix']);
    expect(err).toBe('fixed main.bicep\n');
    expect(out).toContain('main.bicep: PASS');
    expect(code).toBe(0);
    const fixed = textIn(folder);
    const lineEnd = text.includes('\r') ? '\r\n' : '\n';
    expect(fixed.replaceAll('\r\n', '').includes('\n')).toBe(lineEnd === '\n');
    const before = text.split(lineEnd);
    const remaining = fixed.split(lineEnd);
    for (const line of before) remaining.splice(remaining.indexOf(line), 1);
    expect(before.every((line) => fixed.includes(line))).toBe(true);
    expect(remaining.join(lineEnd)).toContain("destinationAddressPrefix: 'Sql'");
  });

  it('proves an edit where the region is known at deployment alone', async () => {
    const folder = folderWith({
      'main.bicep': bad.replace("= 'westeurope'", '= resourceGroup().location'),
    });
    const { code, err } = await command(folder, ['check', '--fix']);
    expect({ code, err }).toEqual({ code: 0, err: 'fixed main.bicep\n' });
  });

  it('says that there is nothing to fix', async () => {
    const folder = folderWith({ 'main.bicep': bicepNetwork() });
    const { code, out, err } = await command(folder, ['check', '--fix', '--dry-run']);
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: 'nothing to fix: no finding is an error\n',
    });
  });

  it('mends a module once where two deployments use it', async () => {
    const use = "module network 'network.bicep' = { name: 'n' }";
    const folder = folderWith({ 'a.bicep': use, 'b.bicep': use, 'network.bicep': bad });
    const { code, err } = await command(folder, ['check', '--fix']);
    expect({ code, err }).toEqual({ code: 0, err: 'fixed network.bicep\n' });
    expect(textIn(folder, 'network.bicep').match(/'Allow-Outbound-AzureSql'/g)).toHaveLength(1);
  });

  it.each([
    [
      'an ignored error',
      {
        'main.bicep': bad.replace(
          / {6}\{\n {8}name: 'denySql'/,
          '      // apim-atlas-ignore required-flow-denied: replaced soon\n$&',
        ),
      },
      '',
    ],
    [
      'an ignored error beside another',
      {
        'main.bicep': bad
          .replace(
            / {6}\{\n {8}name: 'denySql'/,
            '      // apim-atlas-ignore required-flow-denied: replaced soon\n$&',
          )
          .replace("'ApiManagement'", "'10.9.9.9'"),
      },
      'an error is ignored there',
    ],
    ['bytes that are no text', { 'main.bicep': `${bad}// \xff` }, 'neither UTF-8'],
  ])('leaves alone: %s', async (name, files, reason) => {
    const folder = folderWith(files);
    const path = join(folder, 'main.bicep');
    if (name.startsWith('bytes')) writeFileSync(path, files['main.bicep'], 'latin1');
    const before = readFileSync(path);
    const { err } = await command(folder, ['check', '--fix']);
    expect(err).toContain(reason);
    expect(readFileSync(path)).toEqual(before);
  });
});

describe('--dry-run', () => {
  it('prints a diff that git applies, and writes nothing', async () => {
    const folder = folderWith({ 'infra/main.bicep': bad });
    const { code, out } = await command(folder, ['check', '--fix', '--dry-run']);
    expect(code).toBe(1);
    expect(textIn(folder, 'infra/main.bicep')).toBe(bad);
    const { status, stderr } = spawnSync('git', ['apply', '-'], { cwd: folder, input: out });
    expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: '' });
    expect(await command(folder, ['check'])).toMatchObject({ code: 0 });
  });

  it('is needed for standard input', async () => {
    const folder = folderWith({ 'main.bicep': bad });
    const { code, err } = await command(folder, ['check', '-', '--fix'], { stdin: bad });
    expect(code).toBe(2);
    expect(err).toContain('standard input is not a file that can be fixed');
    expect(textIn(folder)).toBe(bad);
    const { out } = await command(folder, ['check', '-', '--fix', '--dry-run'], { stdin: bad });
    expect(out).toContain('+++ b/main.bicep');
  });

  it('belongs to --fix', async () => {
    const { code, err } = await command(folderWith({ 'main.bicep': bad }), ['check', '--dry-run']);
    expect({ code, err }).toEqual({ code: 2, err: 'error: --dry-run belongs to --fix\n' });
  });
});

it('shows the edits below the findings', async () => {
  const { out } = await command(folderWith({ 'main.bicep': bad }), ['check']);
  expect(out).toContain('apim-atlas check --fix makes them');
  expect(out).toMatch(/^\+ {8}name: 'Allow-Outbound-AzureSql'$/m);
});

describe('edits in JSON', () => {
  it('mend the findings that they are said to mend', async () => {
    const folder = folderWith({ 'main.bicep': bad });
    const { out } = await command(folder, ['check', '--format', 'json']);
    const [{ edits, findings }] = JSON.parse(out).deployments;
    expect(findings).toMatchObject([{ isMendedByEdits: true }]);
    const [file] = applyEdits([{ path: 'main.bicep', text: bad }], edits);
    writeFileSync(join(folder, 'main.bicep'), file?.text ?? '');
    expect(await command(folder, ['check'])).toMatchObject({ code: 0 });
  });

  it('are none where nothing is wrong, and where the input is no source', async () => {
    const folder = folderWith({ 'main.bicep': bicepNetwork() });
    const { out } = await command(folder, ['check', '--format', 'json']);
    expect(JSON.parse(out).deployments).toMatchObject([{ edits: [] }]);
  });
});
