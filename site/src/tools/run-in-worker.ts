/** Runs tasks, each kind in a worker of its own. A new task replaces one of its kind that is still running. */

import type { MissingValue } from '../../../core/validate/report.ts';
import type { Input, Result, TaskName } from './tasks.ts';
import type { Excerpt, ShownProblem } from './validate/excerpt.ts';

export interface TaskRequest {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
}

/** Why there is no result. */
export interface Problem {
  readonly message: string;
  /** The path into the input; empty if the input is not the cause. */
  readonly path: readonly (string | number)[];
  readonly accepted?: readonly string[];
  /** Of source files: the lines with the problem, and what may be the cause. */
  readonly excerpt?: Excerpt | undefined;
  readonly missingValues?: readonly MissingValue[];
  readonly problems?: readonly ShownProblem[];
}

type TaskResponse<Name extends TaskName> =
  | { readonly result: Result<Name>; readonly problem?: never }
  | { readonly problem: Problem; readonly result?: never };

interface Thread {
  readonly worker: Worker;
  isBusy: boolean;
}

const threads = new Map<TaskName, Thread>();
let count = 0;

/** A running task of the same kind is stopped; its promise never settles. */
function threadFor(task: TaskName): Thread {
  const known = threads.get(task);
  if (known && !known.isBusy) return known;
  known?.worker.terminate();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const thread = { worker, isBusy: false };
  threads.set(task, thread);
  return thread;
}

export function runInWorker<Name extends TaskName>(
  task: Name,
  input: Input<Name>,
): Promise<TaskResponse<Name>> {
  const thread = threadFor(task);
  const { worker } = thread;
  thread.isBusy = true;
  count += 1;
  const id = count;
  return new Promise((resolve) => {
    const end = (response: TaskResponse<Name>) => {
      thread.isBusy = false;
      worker.removeEventListener('message', take);
      worker.removeEventListener('error', fail);
      resolve(response);
    };
    const take = ({ data }: MessageEvent<TaskResponse<Name> & { id: number }>) => {
      if (data.id === id) end(data);
    };
    const fail = ({ message }: ErrorEvent) => {
      end({ problem: { message: `the page's worker failed: ${message}`, path: [] } });
    };
    worker.addEventListener('message', take);
    worker.addEventListener('error', fail);
    worker.postMessage({ id, task, input } satisfies TaskRequest);
  });
}
