/**
 * A second opinion on servers.ts: autocannon, a client that others wrote, sends the same requests to each server in turn.
 * Responses per second of processor time must be in about the ratio that the last run of servers.ts has recorded.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { requestBody, type Size, sizes } from './queries.ts';
import type { Results } from './results.ts';
import { pinSelf, type ServerProcess, startProcess } from './server-process.ts';

const names = ['raw', 'atlas', 'mercurius'] as const;
type Name = (typeof names)[number];

const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = 1;
const connections = 64;
const firstPort = 4640;
/** By what factor both ratios may differ. */
const tolerance = 1.3;
const client = fileURLToPath(new URL('node_modules/autocannon/autocannon.js', import.meta.url));
const { servers: last }: Results = JSON.parse(
  readFileSync(new URL('results.json', import.meta.url), 'utf8'),
);

/** Responses per second of the server's processor time. */
async function rateOf({ name, port, usage }: ServerProcess, size: Size): Promise<number> {
  const path = name === 'raw' ? `/${size}` : '/graphql';
  const url = `http://127.0.0.1:${port}${path}`;
  const args = [
    '--json',
    '-c',
    connections,
    '-d',
    seconds,
    '-m',
    'POST',
    '-b',
    requestBody(size, 'repeated', 0),
  ];
  const headers = ['-H', 'content-type=application/json', '-H', 'accept=application/json'];
  const before = await usage();
  const { stdout, status } = spawnSync(
    process.execPath,
    [client, ...args.map(String), ...headers, url],
    { encoding: 'utf8' },
  );
  const result = status === 0 ? JSON.parse(stdout) : {};
  if (!result['2xx'] || result.non2xx + result.errors > 0) throw new Error(`${name} fails`);
  return result['2xx'] / (((await usage()) - before) / 1e6);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

pinSelf();
const processes = await Promise.all(
  names.map((name, index) => startProcess(name, firstPort + index)),
);
const rates = new Map(
  sizes.map((size) => [size, new Map(names.map((name) => [name, [] as number[]]))]),
);
// The first round warms up.
for (let round = -1; round < rounds; round += 1) {
  for (const [size, ofSize] of rates) {
    for (const [index, name] of names.entries()) {
      const rate = await rateOf(processes[index] as ServerProcess, size);
      if (round >= 0) ofSize.get(name)?.push(rate);
    }
  }
}
for (const [size, ofSize] of rates) {
  const of = (name: Name) => ofSize.get(name) ?? [];
  for (const other of ['raw', 'mercurius'] as const) {
    const ratio = median(of('atlas').map((rate, index) => rate / (of(other)[index] ?? 0)));
    const { perSecond } = last.find((one) => one.size === size && one.kind === 'repeated') ?? {};
    const recorded = perSecond ? perSecond.atlas / perSecond[other] : Number.NaN;
    const isNear = ratio / recorded < tolerance && recorded / ratio < tolerance;
    console.log(
      `${isNear ? 'agrees ' : 'DIFFERS'} ${size}, repeated, / ${other}: ${ratio.toFixed(2)}, ${recorded.toFixed(2)} by servers.ts`,
    );
  }
}
for (const one of processes) one.stop();
