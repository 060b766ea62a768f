/** A client of the GraphQL API: typed operations over `fetch`. */

import type { Operation } from './operation.ts';

export * from './generated/operations.ts';
export type { Operation } from './operation.ts';

export interface ClientOptions {
  /** Replaces the global `fetch`, for tests or to add a proxy. */
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What one mistake of an input is about. */
export interface InputMistake {
  /** From the arguments of the field to the value. */
  readonly path?: readonly (string | number)[];
  /** The value; long texts are cut. */
  readonly given?: unknown;
  /** The accepted values, where they can be listed. */
  readonly accepted?: readonly string[];
  /** What is accepted, in words. */
  readonly expected?: string;
  /** Accepted values close to the given one. */
  readonly nearest?: readonly string[];
}

/** What the API adds to an error. More may be added. */
export interface ErrorExtensions extends InputMistake {
  /** A value of the enum ErrorCode; later versions may have more. */
  readonly code: string;
  /** All mistakes of one input, where there are several. */
  readonly problems?: readonly (InputMistake & { readonly message: string })[];
  /** Seconds to wait before the request is sent again. */
  readonly retryAfter?: number;
  readonly [other: string]: unknown;
}

/** An error of a response, as the server says it. */
export interface ResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  /** Missing where the response is not from the API. */
  readonly extensions?: ErrorExtensions;
}

/** The response has no data, or parts of it are missing. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly errors: readonly ResponseError[];
  /** HTTP status. */
  readonly status: number;

  constructor(errors: readonly ResponseError[], status: number) {
    super(errors.map(({ message }) => message).join('; '));
    this.errors = errors;
    this.status = status;
  }
}

export interface Client {
  /** Throws ApiError for whatever is not a whole result, and what `fetch` throws where there is no response. */
  execute<Result, Variables>(
    operation: Operation<Result, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Result>;
}

/** `url` is that of the endpoint: https://atlas.example/graphql. */
export function createClient(url: string | URL, options: ClientOptions = {}): Client {
  const { fetch: send = fetch, headers = {} } = options;
  return {
    async execute({ text }, variables, signal) {
      const response = await send(url, {
        method: 'POST',
        headers: {
          accept: 'application/graphql-response+json',
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify({ query: text, variables }),
        ...(signal && { signal }),
      });
      const { data, errors } = await bodyOf(response);
      if (errors !== undefined || data === undefined || data === null) {
        const missing = [{ message: `the response has no data (HTTP status ${response.status})` }];
        throw new ApiError(errors ?? missing, response.status);
      }
      // The server checks operation and variables against the schema that the types come from.
      return data as never;
    },
  };
}

async function bodyOf(
  response: Response,
): Promise<{ readonly data?: unknown; readonly errors?: readonly ResponseError[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    const message = `the response is not JSON (HTTP status ${response.status}); is this the address of the GraphQL endpoint?`;
    throw new ApiError([{ message }], response.status);
  }
}
