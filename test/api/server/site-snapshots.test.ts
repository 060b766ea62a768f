/** The service-tag prefixes that a server gives its pages: those that it computes with itself. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { snapshotPath } from '../../../api/request/snapshot-path.ts';
import { type RunningServer, startServer } from '../../../api/server/index.ts';
import { readSnapshot } from '../../../core/network/service-tags/service-tag-file.ts';
import { withShippedFiles } from '../../../core/network/service-tags/shipped-files.ts';
import { readServiceTagFile } from '../../../core/network/service-tags/weekly-file.ts';
import { cloudNames } from '../../../data/model.ts';

const newer = readServiceTagFile(
  {
    changeNumber: 9000,
    cloud: 'China',
    values: [{ name: 'Storage', properties: { addressPrefixes: ['192.0.2.0/24'] } }],
  },
  'ServiceTags_China_20300107.json',
);
const files = withShippedFiles([newer]);
const site = mkdtempSync(join(tmpdir(), 'atlas-snapshots-'));
let server: RunningServer;

beforeAll(async () => {
  writeFileSync(join(site, 'index.html'), 'the start page');
  for (const cloud of cloudNames) {
    const path = join(site, snapshotPath(cloud));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'of the built site');
  }
  server = await startServer({ port: 0, host: '127.0.0.1', serviceTagFiles: files }, site);
});

afterAll(async () => {
  await server.stop();
  rmSync(site, { recursive: true });
});

describe.each(files)('the prefixes of $cloud', (file) => {
  const load = (init?: RequestInit) => fetch(server.url + snapshotPath(file.cloud), init);

  it('are those that the server computes with', async () => {
    const response = await load();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    const served = readSnapshot(new Uint8Array(await response.arrayBuffer()));
    expect(served.version).toBe(file.version);
    expect(served.addressesOf('Storage')).toEqual(file.addressesOf('Storage'));
  });

  it('are sent once, and then compared', async () => {
    const first = await load({ method: 'HEAD' });
    expect(Number(first.headers.get('content-length'))).toBe(file.bytes.length);
    const again = await load({ headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('are only read', async () => {
    expect((await load({ method: 'POST' })).status).toBe(405);
  });
});

test('a server without files of its own gives those of the built site', async () => {
  const other = await startServer({ port: 0, host: '127.0.0.1', serviceTagFiles: [] }, site);
  const response = await fetch(other.url + snapshotPath('PUBLIC'));
  expect(await response.text()).toBe('of the built site');
  await other.stop();
});
