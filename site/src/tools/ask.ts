/** Puts questions to the worker. The newest counts: one that is still being computed is given up for it. */

import type { Answer, Input, TaskName } from './tasks.ts';

export interface Question {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
}

/** Why there is no answer. */
export interface Problem {
  readonly message: string;
  /** Leads into the input; empty where the input is not to blame. */
  readonly path: readonly (string | number)[];
}

type Reply<Name extends TaskName> =
  | { readonly answer: Answer<Name>; readonly problem?: never }
  | { readonly problem: Problem; readonly answer?: never };

let worker: Worker | undefined;
let count = 0;
let isBusy = false;

function start(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}

/** Stops what is being computed; its question stays without a reply. */
function giveUp(): void {
  if (!isBusy) return;
  worker?.terminate();
  worker = undefined;
  isBusy = false;
}

export function ask<Name extends TaskName>(task: Name, input: Input<Name>): Promise<Reply<Name>> {
  giveUp();
  worker ??= start();
  isBusy = true;
  count += 1;
  const id = count;
  const asked = worker;
  return new Promise((resolve) => {
    const end = (reply: Reply<Name>) => {
      isBusy = false;
      asked.removeEventListener('message', take);
      asked.removeEventListener('error', fail);
      resolve(reply);
    };
    const take = ({ data }: MessageEvent<Reply<Name> & { id: number }>) => {
      if (data.id === id) end(data);
    };
    const fail = ({ message }: ErrorEvent) => {
      end({ problem: { message: `the page's worker failed: ${message}`, path: [] } });
    };
    asked.addEventListener('message', take);
    asked.addEventListener('error', fail);
    asked.postMessage({ id, task, input } satisfies Question);
  });
}
