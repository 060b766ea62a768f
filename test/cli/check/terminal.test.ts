/** What `apim-atlas check` does for people at a terminal: progress, colour, watching. */

import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { command, folderWith } from '../../support/command.ts';
import { bicepNetwork, denySql } from '../../support/networks.ts';

const good = bicepNetwork();
const bad = bicepNetwork([denySql]);

describe('progress', () => {
  const files = { 'a.bicep': good, 'b.bicep': good };
  it('names each of several deployments on a terminal, and clears its line at the end', async () => {
    const { err } = await command(folderWith(files), ['check'], { isTerminal: true });
    expect(err).toContain('judging 1 of 2: a.bicep');
    expect(err.endsWith('judging 2 of 2: b.bicep\r\u001b[K')).toBe(true);
  });

  it.each([
    ['without a terminal', files, false],
    ['for one deployment', { 'a.bicep': good }, true],
  ])('does not show %s', async (_, some, isTerminal) => {
    const { err } = await command(folderWith(some), ['check'], { isTerminal });
    expect(err).toBe('');
  });
});

describe('colour', () => {
  it.each([
    ['a terminal', true, {}, true],
    ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['no terminal', false, {}, false],
    ['no terminal with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ])('with %s', async (_, isTerminal, env, expected) => {
    const { out } = await command(folderWith({ 'main.bicep': bad }), ['check'], {
      isTerminal,
      env,
    });
    expect(out.includes('\u001b[')).toBe(expected);
  });
});

describe('--watch', () => {
  it('refuses standard input, and what is not there', async () => {
    const folder = folderWith({});
    expect(await command(folder, ['check', '--watch', '-'])).toMatchObject({
      code: 2,
      err: 'error: --watch watches files; standard input is none\n',
    });
    expect(await command(folder, ['check', '--watch', 'missing'])).toMatchObject({ code: 2 });
  });

  it('judges again after a change, and not after its own report', async () => {
    const folder = folderWith({ 'main.bicep': good });
    const entry = new URL('../../../cli/index.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [entry, 'check', '--watch', '--output', 'report.txt'], {
      cwd: folder,
    });
    onTestFinished(() => void child.kill());
    let err = '';
    const times = () => err.split('watching for changes').length - 1;
    child.stderr.on('data', (part) => {
      err += part;
    });
    await expect.poll(times, { timeout: 60_000 }).toBe(1);
    writeFileSync(join(folder, 'main.bicep'), bad);
    await expect.poll(times, { timeout: 60_000 }).toBe(2);
    await new Promise((done) => setTimeout(done, 500));
    expect(times()).toBe(2);
  }, 150_000);
});
