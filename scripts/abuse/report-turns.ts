/**
 * Loaded into the abused server: how long its main thread computes in one turn, in which nobody else is served. It counts
 * processor time, so that what else the machine does is left out.
 */

import { createHistogram } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Milliseconds; a turn is measured with this precision. */
const pause = 5;

if (isMainThread) {
  const turns = createHistogram();
  let before = process.threadCpuUsage();
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    before = process.threadCpuUsage();
    turns.record(Math.max(1, Math.round(user + system)));
  }, pause).unref();
  process.on('message', () => {
    process.send?.({ p99: turns.percentile(99) / 1_000, most: turns.max / 1_000 });
    turns.reset();
  });
  process.channel?.unref();
}
