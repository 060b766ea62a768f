/** Does the computing of a page away from its main thread, so that the page answers to its reader meanwhile. */

import './without-eval.ts';

import { InputError } from '../../../core/input-error.ts';
import type { Problem, Question } from './ask.ts';
import { tasks } from './tasks.ts';

function problemOf(error: unknown): Problem {
  if (error instanceof InputError) {
    return { message: error.message, path: error.path };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { message: `an error in the atlas itself, please report it: ${reason}`, path: [] };
}

addEventListener('message', async ({ data }: MessageEvent<Question>) => {
  const run = tasks[data.task] as (input: unknown) => unknown;
  try {
    postMessage({ id: data.id, answer: await run(data.input) });
  } catch (error) {
    postMessage({ id: data.id, problem: problemOf(error) });
  }
});
