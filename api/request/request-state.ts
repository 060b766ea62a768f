/** A request of the API, its response, and what the server and Yoga share about it meanwhile. */

import type { CachedDocument } from './document-cache.ts';

export interface ApiRequest {
  /** GET also for HEAD. */
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Header Content-Type; empty where there is none. */
  readonly type: string;
  /** The type of response that the client prefers. */
  readonly accept: string;
  readonly body: string;
}

export interface ApiResponse {
  readonly status: number;
  /** Without those that depend on the encoding. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** Whether it may be sent again to the same request, and stored by caches where that came by GET. */
  readonly isCacheable: boolean;
}

/** What the server and Yoga tell each other about one request. */
export interface RequestState {
  /** Whose validations are counted; nobody's where it is missing. */
  readonly client?: string | undefined;
  parameters?: Parameters | undefined;
  prepared?: Prepared;
  /** How many validations the request asks for, once they are counted. */
  validations?: number;
  /** Seconds that the client has to wait with them; 0 for none. */
  wait?: number;
  isCacheable?: boolean;
  /** A text that the request registers by its digest. */
  persisted?: { readonly digest: string; readonly text: string };
}

export type Respond = (
  request: ApiRequest,
  state: RequestState,
) => ApiResponse | Promise<ApiResponse>;

export interface Prepared {
  readonly parameters: Parameters;
  readonly document: CachedDocument;
  /** Undefined where the request cannot be executed. */
  readonly cost: number | undefined;
}

export interface Parameters {
  readonly query?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}
