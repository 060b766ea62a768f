/** The worker of a page: computes results while the page stays responsive. */

import './without-eval.ts';

import { InputError } from '../../../core/input-error.ts';
import type { Problem, TaskRequest } from './run-in-worker.ts';
import { tasks } from './tasks.ts';
import { RefusedSource } from './validate/refused-source.ts';

function problemOf(error: unknown): Problem {
  if (error instanceof InputError) {
    const { message, path, accepted } = error;
    return { message, path, accepted, ...(error instanceof RefusedSource && error.shown) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `a bug in the Atlas; please report it: ${reason}`, path: [] };
}

addEventListener('message', async ({ data }: MessageEvent<TaskRequest>) => {
  const run = tasks[data.task] as (input: unknown) => unknown;
  try {
    postMessage({ id: data.id, result: await run(data.input) });
  } catch (error) {
    postMessage({ id: data.id, problem: problemOf(error) });
  }
});
