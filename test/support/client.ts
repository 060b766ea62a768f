/** Asks the API as a client would: by request and response, through what the Worker serves. */

import { apiParts } from '../../api/request/accelerator.ts';
import { responder } from '../../api/request/respond.ts';
import { respondToFetch } from '../../api/worker/fetch.ts';
import type { ServiceTagFile } from '../../core/network/service-tags/service-tag-file.ts';

export interface ApiError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code?: string;
    readonly path?: readonly (string | number)[];
    readonly given?: unknown;
    readonly accepted?: readonly string[];
    readonly expected?: string;
    readonly nearest?: readonly string[];
    readonly problems?: readonly {
      readonly message: string;
      readonly path: readonly (string | number)[];
      readonly accepted?: readonly string[];
      readonly expected?: string;
      readonly nearest?: readonly string[];
    }[];
  };
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query
  readonly data: any;
  readonly errors: readonly ApiError[] | undefined;
}

export const endpoint = 'http://atlas.test/graphql';

export function client(serviceTagFiles: readonly ServiceTagFile[] = []) {
  const respond = responder(apiParts({ serviceTagFiles }));

  async function send(url: string, init: RequestInit = {}): Promise<Response> {
    return await respondToFetch(respond, new Request(url, init));
  }

  async function post(query: string, variables: object = {}): Promise<Answer> {
    const response = await send(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Omit<Answer, 'status'>;
    return { status: response.status, data, errors };
  }

  /** The data of an answer that must be free of errors. */
  async function ask(query: string, variables: object = {}): Promise<Answer['data']> {
    const { status, data, errors } = await post(query, variables);
    if (status !== 200 || errors) throw new Error(JSON.stringify({ status, errors }, null, 2));
    return data;
  }

  /** The one error of an answer that must have one. */
  async function fail(query: string, variables: object = {}): Promise<ApiError> {
    const { errors, ...rest } = await post(query, variables);
    const [error, ...others] = errors ?? [];
    if (!error || others.length > 0) throw new Error(JSON.stringify({ errors, ...rest }, null, 2));
    return error;
  }

  return { send, post, ask, fail };
}
