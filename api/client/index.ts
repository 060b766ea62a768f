/** A client of the GraphQL API: typed operations over `fetch`. */

import type { Operation } from './operation.ts';

export * from './generated/operations.ts';
export type { Operation } from './operation.ts';

export interface ClientOptions {
  /** Replaces the global `fetch`, for tests or to add a proxy. */
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error of a response, as the server says it: `extensions` has the code, the path, and what is accepted. */
export interface ResponseError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
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
