/** A request of the API, its parameters and its response, without anything of a runtime. */

import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import type { CachedDocument } from './document-cache.ts';

export interface ApiRequest {
  /** GET also for HEAD. */
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Media type of the body; empty where none is named. */
  readonly type: string;
  /** Header Accept; empty where there is none. */
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

/** What is known about a request on its way; accelerator and Yoga share it. */
export interface RequestState {
  /** The client whose validations are counted; none are where it is missing. */
  readonly client?: string | undefined;
  /** The query where the request names it by its digest. */
  text?: string | undefined;
  parameters?: Parameters | undefined;
  prepared?: Prepared;
  /** Seconds that the client has to wait with its validations; 0 for none. Undefined until they are counted. */
  wait?: number;
  isCacheable?: boolean;
  /** A text that the request registers by its digest. */
  persisted?: { readonly digest: string; readonly text: string };
}

export interface Prepared {
  readonly parameters: Parameters;
  readonly document: CachedDocument;
  /** Undefined where there is no such operation, or a variable is wrong. */
  readonly executable: Executable | undefined;
}

export interface Executable {
  readonly operation: OperationDefinitionNode;
  /** With their defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
  /** Why it is not executed: it costs too much, or what it costs cannot be counted. */
  readonly refusal: GraphQLError | undefined;
}

export interface Parameters {
  readonly query?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

const isText = (value: unknown) => value == null || typeof value === 'string';
const isObject = (value: unknown) =>
  value == null || (typeof value === 'object' && !Array.isArray(value));
const types = new Map(
  Object.entries({
    query: isText,
    operationName: isText,
    variables: isObject,
    extensions: isObject,
  }),
);

/** Whether the value has the parameters' names and types. */
const isParameters = (value: unknown): value is Parameters =>
  Boolean(value) &&
  isObject(value) &&
  Object.entries(value as object).every(([name, one]) => types.get(name)?.(one));

function fromSearch(text: string): Parameters {
  const search = new URLSearchParams(text);
  const json = (name: string) => JSON.parse(search.get(name) || 'null');
  return {
    query: search.get('query'),
    variables: json('variables'),
    operationName: search.get('operationName') || null,
    extensions: json('extensions'),
  };
}

/** The media type that a header Content-Type names, without parameters: JSON is UTF-8, whatever a charset says. */
export const mediaTypeOf = (header = ''): string =>
  header.split(';', 1)[0]?.trim().toLowerCase() ?? '';

export const isJson = ({ method, type }: ApiRequest): boolean =>
  method === 'POST' && type === 'application/json';

/** The parameters of a request; undefined where they cannot be read, which Yoga explains. */
export function readParameters(request: ApiRequest): Parameters | undefined {
  const { method, url, type } = request;
  // Yoga skips a byte order mark; what it executes must be judged here.
  const body = request.body.startsWith('\ufeff') ? request.body.slice(1) : request.body;
  try {
    if (method === 'GET') return fromSearch(url.slice(url.indexOf('?') + 1));
    if (type === 'application/x-www-form-urlencoded') return fromSearch(body);
    if (type === 'application/graphql') return { query: body };
    const value = JSON.parse(body);
    return isParameters(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
