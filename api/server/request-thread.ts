/** A worker thread of the server: it answers one request after another as the server itself would. */

import { debuglog } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { readSnapshot } from '../../core/network/service-tags/service-tag-file.ts';
import { respondToMcp } from '../mcp/http.ts';
import type { McpRequest } from '../mcp/request.ts';
import { apiParts } from '../request/accelerator.ts';
import type { ApiRequest, ApiResponse, RequestState } from '../request/api-request.ts';
import { responder } from '../request/respond.ts';

export interface TaskHead extends Omit<ApiRequest, 'body'> {
  /** For a request of an agent, whose body the thread reads. */
  readonly mcp?: McpRequest;
}

export interface Task {
  readonly request: TaskHead & { readonly body: string | Uint8Array<ArrayBuffer> };
  /** The query where the request names it by a digest. */
  readonly text: string | undefined;
  /** Validations that its client may ask for now; without a limit where it is missing. */
  readonly allowed: { readonly available: number; readonly perMinute: number } | undefined;
}

/** A long text comes as its bytes, which move to the main thread and take nothing of its heap. */
export interface TaskResponse extends Omit<ApiResponse, 'text'> {
  readonly text: string | Uint8Array<ArrayBuffer>;
}

export interface TaskResult {
  readonly response: TaskResponse;
  /** Time that it took. */
  readonly milliseconds: number;
  /** Validations that were executed. */
  readonly validations?: number | undefined;
  readonly persisted?: RequestState['persisted'];
  /** A digest that only the server may know, and the body that came with it. */
  readonly unknown?:
    | { readonly digest: string; readonly body: Uint8Array<ArrayBuffer> }
    | undefined;
}

const { snapshots }: { snapshots: readonly Uint8Array[] } = workerData;
const serviceTagFiles = snapshots.map(readSnapshot);
/** Leaves a byte order mark in the text, as the server itself does. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Characters above which a text is sent as its bytes. */
const maxString = 64 * 1024;
const encoder = new TextEncoder();
let allowed: Task['allowed'];
let taken = 0;
/** The server counts; the thread knows what is left. */
const validations = {
  get perMinute() {
    return allowed?.perMinute ?? Number.POSITIVE_INFINITY;
  },
  available: () => (allowed?.available ?? Number.POSITIVE_INFINITY) - taken,
  charge(_client: string, tokens: number) {
    taken += tokens;
  },
};
const respond = responder(apiParts({ serviceTagFiles, validations, log: debuglog('atlas') }));

parentPort?.on('message', async ({ request, text, allowed: left }: Task) => {
  allowed = left;
  taken = 0;
  const begin = performance.now();
  const state: RequestState = { client: 'any', text };
  const body = typeof request.body === 'string' ? request.body : decoder.decode(request.body);
  // One message may send several queries: what is known of one is not known of another.
  const response = request.mcp
    ? await respondToMcp(request.mcp, body, (query) => respond(query, { client: 'any' }))
    : await respond({ ...request, body }, state);
  const milliseconds = performance.now() - begin;
  const digest = response.status === 404 ? state.read?.digest : undefined;
  const isUnknown = digest !== undefined && text === undefined && typeof request.body !== 'string';
  const unknown = isUnknown ? { digest, body: request.body } : undefined;
  const bytes = response.text.length > maxString ? encoder.encode(response.text) : undefined;
  const result: TaskResult = {
    response: { ...response, text: bytes ?? response.text },
    milliseconds,
    validations: taken,
    persisted: state.persisted,
    unknown,
  };
  const moved = [bytes, unknown?.body].flatMap((one) => (one ? [one.buffer] : []));
  parentPort?.postMessage(result, moved);
});
parentPort?.postMessage(undefined);
