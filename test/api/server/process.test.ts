/** The bundled server as a process: what it prints, how it ends, and what it says instead of starting. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startServer } from '../../../api/server/index.ts';
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

function file(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const tags = (...paths: string[]) => ({ SERVICE_TAGS: paths.join(',') });

const serve = (env: Record<string, string>) => startProcess(join(built, 'server.mjs'), env);

describe('the process', () => {
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
    const { child, ready, ended } = serve(tags(file('tags.json', weeklyFile)));
    const [url] = /http:\S+/.exec(await ready) ?? [];
    const rule = `name: "storage", priority: 100, direction: OUTBOUND, access: ALLOW, protocol: "*",
      sourceAddressPrefixes: ["*"], sourcePortRanges: ["*"],
      destinationAddressPrefixes: ["Storage"], destinationPortRanges: ["443"]`;
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { validateConfig(input: { deployment: {
          tier: PREMIUM, virtualNetworkType: INTERNAL, locations: [{
            region: "westeurope", networkSecurityGroup: { securityRules: [{ ${rule} }] }
          }]
        } }) { serviceTagVersions } }`,
      }),
    });
    expect(await response.text()).toContain('376');
    child.kill();
    expect((await ended).code).toBe(0);
  });

  it('says in one line what prevents its start', async () => {
    expect(await serve({ PORT: 'abc' }).ended).toEqual({
      code: 1,
      out: '',
      err: 'PORT is "abc"; accepted: a whole number from 0 to 65535\n',
    });
  });

  it('does not start on a port in use', async () => {
    const other = await startServer({ port: 0, host: '127.0.0.1', serviceTagFiles: [] });
    const { port } = new URL(other.url);
    const { code, err } = await serve({ PORT: port, HOST: '127.0.0.1' }).ended;
    expect({ code, err }).toEqual({
      code: 1,
      err: `127.0.0.1, port ${port} is in use; set PORT to another one\n`,
    });
    await other.stop();
  });
});
