/**
 * A few worker threads for requests that may take long, started when the first one comes. A thread that exceeds its time or
 * its memory is replaced; its request fails, and no other one does. Clients are served in turn.
 */

import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';
import { redactingLogger } from '../plugins/redacting-logger.ts';
import type { ApiResponse } from '../request/api-request.ts';
import { failure, refused, unavailable } from '../request/refusal.ts';
import type { Task, TaskResult } from './request-thread.ts';

/** Threads beyond these would take more memory than they save time. */
const mostThreads = Math.min(2, availableParallelism());
/** Megabytes of V8's heap for each; docs/memory.md adds up what all parts take. */
const resourceLimits = { maxOldGenerationSizeMb: 56, maxYoungGenerationSizeMb: 12 };
/** Milliseconds of one request in a thread. */
const timeLimit = 2_000;
/** Milliseconds in which a thread must have loaded. */
const startLimit = 60_000;
/** What may wait, of all clients and of one. */
const most = { requests: 128, bytes: 8 * 1024 * 1024 };
const mostOfClient = { requests: 64, bytes: 4 * 1024 * 1024 };
/** Milliseconds that a request waits; longer where no thread has loaded. */
const waitLimit = 10_000;
const loadingWaitLimit = 16_000;

const busy = refused(
  unavailable('too many expensive requests wait; try again in a few seconds', 2),
);
const tooSlow = refused({
  status: 400,
  code: 'TIME_LIMIT_EXCEEDED',
  message: `the request took more than ${timeLimit / 1000} s; send a smaller document, or ask for less of it`,
});
const outOfMemory = refused({
  status: 400,
  code: 'MEMORY_LIMIT_EXCEEDED',
  message: 'the request took too much memory; send a smaller document, or ask for less of it',
});
const stopping = refused(unavailable('the server is stopping; send the request again', 1));

interface Job {
  readonly task: Task;
  readonly bytes: number;
  /** Whether the client still waits. */
  isWanted(): boolean;
  finish(result: TaskResult): void;
}

interface Thread {
  readonly worker: Worker;
  begin(job: Job): void;
}

export interface ThreadPool {
  /** Executes a task for a client; always resolves, with a refusal where it has to. */
  run(client: string, task: Task, isWanted: () => boolean): Promise<TaskResult>;
  stop(): Promise<void>;
}

const failed = (response: ApiResponse, milliseconds = 0): TaskResult => ({
  response,
  milliseconds,
});

const bytesOf = ({ request: { body, url }, text = '' }: Task): number =>
  body.length + url.length + text.length;

/** Whether one more request, of so many bytes, may wait. */
const hasRoom = (jobs: readonly Job[], bytes: number, limit: typeof most): boolean =>
  jobs.length < limit.requests && jobs.reduce((sum, job) => sum + job.bytes, bytes) <= limit.bytes;

export function threadPool(serviceTagFiles: readonly ServiceTagFile[]): ThreadPool {
  const threads = new Set<Thread>();
  const idle = new Set<Thread>();
  let starting = 0;
  /** In the order in which clients are served next. */
  const queues = new Map<string, Set<Job>>();
  const waiting = () => [...queues.values()].flatMap((queue) => [...queue]);
  let isStopped = false;
  // The flags of the start bound the heap of the main thread; for a thread they would replace its own limits.
  for (const flag of ['old', 'semi']) setFlagsFromString(`--max-${flag}-space-size=0`);

  function start(): void {
    const file = `./request-thread${extname(import.meta.url)}`;
    const snapshots = serviceTagFiles.map(({ bytes }) => bytes);
    const options = { workerData: { snapshots }, resourceLimits };
    const worker = new Worker(new URL(file, import.meta.url), options);
    let timer = setTimeout(() => worker.terminate(), startLimit);
    let isReady = false;
    let current: Job | undefined;
    let refusal = tooSlow;
    const thread: Thread = {
      worker,
      begin(job) {
        current = job;
        timer = setTimeout(() => worker.terminate(), timeLimit);
        const { body } = job.task.request;
        worker.postMessage(job.task, typeof body === 'string' ? [] : [body.buffer]);
      },
    };
    threads.add(thread);
    starting += 1;
    const end = (result: TaskResult | undefined) => {
      clearTimeout(timer);
      if (result) current?.finish(result);
      current = undefined;
      if (isReady) return;
      isReady = true;
      starting -= 1;
    };
    worker.on('message', (result: TaskResult | undefined) => {
      // Under `node --watch` a thread also names the modules that it loads.
      if (result !== undefined && !('response' in result)) return;
      end(result);
      idle.add(thread);
      work();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        refusal = outOfMemory;
        console.error(
          `a thread needed more than its ${resourceLimits.maxOldGenerationSizeMb} MB of memory and was replaced; its request got the error MEMORY_LIMIT_EXCEEDED`,
        );
      } else {
        refusal = refused(failure);
        redactingLogger.error(error);
      }
    });
    worker.on('exit', () => {
      // A thread that does not even load fails a request, so that it is not started for ever.
      if (!isReady) current = next();
      end(failed(isStopped ? stopping : refusal, timeLimit));
      threads.delete(thread);
      idle.delete(thread);
      work();
    });
  }

  /** Takes the next task that is still wanted. */
  function next(): Job | undefined {
    for (const [client, queue] of queues) {
      const [job] = queue;
      queues.delete(client);
      if (job === undefined) continue;
      queue.delete(job);
      // The client comes last from now on.
      if (queue.size > 0) queues.set(client, queue);
      if (!isStopped && job.isWanted()) return job;
      job.finish(failed(stopping));
    }
    return undefined;
  }

  function work(): void {
    for (const thread of idle) {
      const job = next();
      if (job === undefined) break;
      idle.delete(thread);
      thread.begin(job);
    }
    while (!isStopped && waiting().length > starting && threads.size < mostThreads) start();
  }

  return {
    run(client, task, isWanted) {
      const { promise, resolve } = Promise.withResolvers<TaskResult>();
      const queue = queues.get(client) ?? new Set();
      const bytes = bytesOf(task);
      if (isStopped) resolve(failed(stopping));
      else if (!hasRoom(waiting(), bytes, most) || !hasRoom([...queue], bytes, mostOfClient))
        resolve(failed(busy));
      else {
        const expire = () => queue.delete(job) && resolve(failed(busy));
        const hasLoaded = threads.size > starting;
        const timer = setTimeout(expire, hasLoaded ? waitLimit : loadingWaitLimit);
        const finish = (result: TaskResult) => {
          clearTimeout(timer);
          resolve(result);
        };
        const job: Job = { task, bytes, isWanted, finish };
        queues.set(client, queue.add(job));
        work();
      }
      return promise;
    },
    async stop() {
      isStopped = true;
      next();
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
