/** A thread that ends before its request is answered: what the client gets, and what the log says. */

import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { threadPool } from '../../../api/server/thread-pool.ts';

const threads = vi.hoisted((): EventEmitter[] => []);
vi.mock('node:worker_threads', () => ({
  Worker: class extends EventEmitter {
    constructor() {
      super();
      threads.push(this);
    }
    postMessage() {}
    async terminate() {
      this.emit('exit', 1);
    }
  },
}));

test.each<[what: string, error: Error, response: [number, string], line: RegExp]>([
  [
    'no memory',
    Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
    [400, 'MEMORY_LIMIT_EXCEEDED'],
    /^a thread needed more than its \d+ MB of memory and was replaced; its request got the error MEMORY_LIMIT_EXCEEDED$/,
  ],
  [
    'an error that it does not catch',
    new RangeError('of a configuration'),
    [500, 'INTERNAL_SERVER_ERROR'],
    /^unexpected error: RangeError\n/,
  ],
])('with %s', async (_, error, [status, code], line) => {
  const log = vi.spyOn(console, 'error').mockReturnValue();
  const pool = threadPool([]);
  const request = { method: 'POST', url: '', type: '', accept: '', body: '' };
  const run = () =>
    pool.run('client', { request, text: undefined, allowed: undefined }, () => true);
  const result = run();
  const thread = threads.at(-1);
  thread?.emit('message', undefined);
  thread?.emit('error', error);
  thread?.emit('exit', 1);
  const { response } = await result;
  expect([response.status, JSON.parse(String(response.text)).errors[0].extensions.code]).toEqual([
    status,
    code,
  ]);
  expect(log.mock.calls).toEqual([[expect.stringMatching(line)]]);
  // The next request has a thread again.
  run();
  expect(threads.at(-1)).not.toBe(thread);
  await pool.stop();
  log.mockRestore();
});
