/**
 * `npm run abuse -- [--seconds 30] [name ...]`: abuses the built server in one way after another, with 64 honest clients
 * at the same time, and prints what these noticed, and how long the main thread computed in one turn. It fails where the server crashed, hung, failed an honest client, took
 * more memory than a container has, answered with an unexpected status, or did not end on SIGTERM.
 */

import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { abuses } from './abuses.ts';
import { beHonest } from './honest.ts';
import { type AbusedServer, mebibyte, memoryLimit, startServer } from './server.ts';

/** Milliseconds between samples of the memory. */
const sampleTime = 500;

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '30' } },
  allowPositionals: true,
});
const milliseconds = Number(values.seconds) * 1_000;
const names = positionals.length > 0 ? positionals : Object.keys(abuses);
const unknown = names.filter((name) => !Object.hasOwn(abuses, name));
if (unknown.length > 0 || !(milliseconds > 0)) {
  console.error(`accepted: --seconds=<number> and names of ${Object.keys(abuses).join(', ')}`);
  process.exit(2);
}

const faults: string[] = [];
const printed = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([name, count]) => `${name}: ${count}`).join(', ');
const at = (times: readonly number[], share: number) =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN).toFixed(1);

async function abuse(server: AbusedServer, name: string): Promise<void> {
  const { descriptors } = abuses[name] ?? {};
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, server.residentBytes());
  }, sampleTime);
  if (descriptors !== undefined) server.limitDescriptors(descriptors);
  await server.turns();
  const until = Date.now() + milliseconds;
  const thread = new Worker(new URL('attack.ts', import.meta.url), {
    workerData: { name, port: server.port, until },
  });
  const [{ times, failures }, [outcomes]] = await Promise.all([
    beHonest(server.port, milliseconds),
    once(thread, 'message') as Promise<[Map<string, number>]>,
  ]);
  await thread.terminate();
  if (descriptors !== undefined) server.limitDescriptors();
  clearInterval(timer);
  const now = server.residentBytes();
  const { p99, most } = (await server.turns()) ?? { p99: Number.NaN, most: Number.NaN };
  console.log(
    `${name.padEnd(24)} honest ${times.length}, p50 ${at(times, 0.5)}, p99 ${at(times, 0.99)}, most ${at(times, 1)} ms; ` +
      `turns p99 ${p99.toFixed(1)}, most ${most.toFixed(1)} ms; ` +
      `RSS ${Math.round(peak / mebibyte)}, then ${Math.round(now / mebibyte)} MiB; abuse ${printed(outcomes)}`,
  );
  const fault = (what: string) => faults.push(`${name}: ${what}`);
  if (server.hasEnded()) fault('the server has ended');
  if (failures.size > 0) fault(`honest clients failed: ${printed(failures)}`);
  if (peak > memoryLimit) fault(`the server took ${Math.round(peak / mebibyte)} MiB`);
  const isUnexpected = (outcome: string) =>
    /^5(?!03|01)|without Retry-After|no response/.test(outcome);
  for (const outcome of [...outcomes.keys()].filter(isUnexpected)) fault(`status ${outcome}`);
}

let server = await startServer();
console.log(
  `${milliseconds / 1_000} s each; memory limit ${server.hasMemoryLimit ? '512 MiB' : 'not set: not allowed here'}`,
);
for (const name of names) {
  await abuse(server, name);
  if (server.hasEnded()) server = await startServer();
}
// It has to end also while clients go on.
const clients = beHonest(server.port, 6_000);
await new Promise((resolve) => setTimeout(resolve, 500));
const stopTime = await server.stop();
await clients;
if (stopTime === undefined) faults.push('the server did not end within 5 s of SIGTERM');
else console.log(`ended ${Math.round(stopTime)} ms after SIGTERM`);
for (const fault of faults) console.error(`fault: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
