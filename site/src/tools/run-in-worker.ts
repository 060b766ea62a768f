/** Runs tasks in a worker. A new task replaces one that is still running. */

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

let worker: Worker | undefined;
let count = 0;
let isBusy = false;

function start(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/** Stops a running task; its promise never settles. */
function cancel(): void {
  if (!isBusy) return;
  worker?.terminate();
  worker = undefined;
  isBusy = false;
}

export function runInWorker<Name extends TaskName>(
  task: Name,
  input: Input<Name>,
): Promise<TaskResponse<Name>> {
  cancel();
  worker ??= start();
  isBusy = true;
  count += 1;
  const id = count;
  const current = worker;
  return new Promise((resolve) => {
    const end = (response: TaskResponse<Name>) => {
      isBusy = false;
      current.removeEventListener('message', take);
      current.removeEventListener('error', fail);
      resolve(response);
    };
    const take = ({ data }: MessageEvent<TaskResponse<Name> & { id: number }>) => {
      if (data.id === id) end(data);
    };
    const fail = ({ message }: ErrorEvent) => {
      end({ problem: { message: `the page's worker failed: ${message}`, path: [] } });
    };
    current.addEventListener('message', take);
    current.addEventListener('error', fail);
    current.postMessage({ id, task, input } satisfies TaskRequest);
  });
}
