/** A worker thread of the server: it answers one request after another as the server itself would. */

import { parentPort, workerData } from 'node:worker_threads';
import { documentCache } from '../request/document-cache.ts';
import { secondsFor } from '../request/rate-limit.ts';
import type { ApiRequest, ApiResponse, RequestState } from '../request/request-state.ts';
import { createHandler } from '../yoga.ts';
import { accelerator } from './accelerator.ts';
import { debugLog } from './debug-log.ts';
import { responder } from './responder.ts';

export interface Task {
  readonly request: ApiRequest;
  /** Validations that its client may ask for now; without a limit where it is missing. */
  readonly allowed?: { readonly validations: number; readonly perMinute: number };
}

export interface TaskResult {
  readonly response: ApiResponse;
  /** Time that it took. */
  readonly milliseconds: number;
  /** Validations that were executed. */
  readonly validations?: number | undefined;
  readonly persisted?: RequestState['persisted'];
}

const { serviceTagFiles } = workerData;
let allowed: Task['allowed'];
/** The server counts; the thread knows what is left. */
const validations = {
  take(_client: string, wanted: number): number {
    if (allowed === undefined || wanted <= allowed.validations) return 0;
    return secondsFor(wanted - allowed.validations, allowed.perMinute);
  },
};
const documents = documentCache();
const parts = { documents, serviceTagFiles, validations, log: debugLog };
const respond = responder(createHandler(parts), accelerator(parts));

parentPort?.on('message', async (task: Task) => {
  allowed = task.allowed;
  const begin = performance.now();
  const state: RequestState = { client: 'any' };
  const response = await respond(task.request, state);
  const { persisted, wait } = state;
  const result: TaskResult = {
    response,
    milliseconds: performance.now() - begin,
    validations: wait === 0 ? state.validations : 0,
    persisted,
  };
  parentPort?.postMessage(result);
});
parentPort?.postMessage(undefined);
