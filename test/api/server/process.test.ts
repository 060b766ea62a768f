/** The bundled server as a process: what it prints, how it ends, and what it says instead of starting. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
import { askQuery } from '../../support/ask.ts';
import { buildTimeout, ensureBuilt } from '../../support/built.ts';
import { endProcesses, startProcess, weeklyFile } from '../../support/server-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'atlas-process-'));

let built = '';
beforeAll(async () => {
  built = await ensureBuilt('server');
}, buildTimeout);

afterAll(() => {
  endProcesses();
  rmSync(directory, { recursive: true });
});

const serve = (env: Record<string, string>) => startProcess(join(built, 'server.mjs'), env);

test.each(['SIGTERM', 'SIGINT'] as const)(
  'says where it is, and ends well on %s',
  async (signal) => {
    const { child, ready, ended } = serve({});
    const line = await ready;
    const [, url] =
      /^APIM Network Atlas on (http:\/\/localhost:\d+) \(API at \/graphql\)\n$/.exec(line) ?? [];
    expect(await (await fetch(`${url}/health`)).text()).toBe('ok');
    child.kill(signal);
    expect(await ended).toEqual({ code: 0, out: line, err: '' });
  },
);

it('loads weekly files', async () => {
  const path = join(directory, 'tags.json');
  writeFileSync(path, JSON.stringify(weeklyFile));
  const { child, ready, ended } = serve({ SERVICE_TAGS: path });
  const [url = ''] = /http:\S+/.exec(await ready) ?? [];
  const { text } = await askQuery(
    { url },
    { query: '{ about { serviceTagFiles { changeNumber } } }' },
  );
  expect(text).toContain('376');
  child.kill();
  expect((await ended).code).toBe(0);
});

it('says in one line what prevents its start: a setting, or a port in use', async () => {
  expect(await serve({ PORT: 'abc' }).ended).toEqual({
    code: 1,
    out: '',
    err: 'PORT is "abc"; accepted: a whole number from 0 to 65535\n',
  });
  const other = await startServer({ port: 0, host: '127.0.0.1', serviceTagFiles: [] });
  const { port } = new URL(other.url);
  expect(await serve({ PORT: port, HOST: '127.0.0.1' }).ended).toMatchObject({
    code: 1,
    err: `127.0.0.1, port ${port} is in use; set PORT to another one\n`,
  });
  await other.stop();
});
